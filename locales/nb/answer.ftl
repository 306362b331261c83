reply-title = Kommer du på «{ $title }»?
reply-title-customer = Kommer du på «{ $title }»?
reply-inviter = { $name } i { $company } inviterer deg.
reply-when = Når
reply-where = Hvor
reply-why = Hvorfor deg
reply-with = Sammen med
reply-yes = Ja, jeg kommer
reply-maybe = Kanskje
reply-no = Nei
reply-no-hint = Det er helt greit å takke nei.
reply-as = Du svarer som { $name }.
reply-not-you = Er det ikke deg?
reply-not-you-body = Da var ikke lenken til deg. Ikke svar her, men videresend e-posten til { $name }, { $email }, som kan invitere deg selv.
reply-change = Endre svaret
reply-given = Takk, svaret ditt er lagret.
reply-given-at = Svarte { $time }
reply-feed = Abonner på møtene dine for å se dem i din egen kalender.
reply-meeting-page = Åpne møtet
reply-leads = Du leder dette møtet. Svarene fra de andre står på møtesiden.
reply-cancelled = Møtet er avlyst. Du trenger ikke å gjøre noe.
reply-cancelled-customer = Møtet er avlyst. Du trenger ikke å gjøre noe.
reply-over = Møtet er over. Det går ikke lenger an å svare.
reply-over-customer = Møtet er over. Det går ikke lenger an å svare.
reply-gone-title = Lenken kan ikke lenger brukes til å svare
reply-expired = Møtet ble avsluttet for mer enn en uke siden. Har du spørsmål, kan du skrive til { $name }, { $email }.
reply-expired-customer = Møtet ble avsluttet for mer enn en uke siden. Har du spørsmål, kan du skrive til { $name }, { $email }.
reply-removed = Du er ikke lenger invitert til dette møtet. Spør { $name } hvis det overrasker deg.
reply-removed-customer = Du er ikke lenger invitert til dette møtet. Spør { $name } hvis det overrasker deg.
reply-slow = { $seconds ->
    [one] Det gikk fort. Vent ett sekund og send svaret på nytt.
   *[other] Det gikk fort. Vent { $seconds } sekunder og send svaret på nytt.
}

stop-title = Ingen flere invitasjoner?
stop-body = { $company } sender ingen flere invitasjoner til { $name }. Møter som allerede er planlagt, blir stående; du kan takke nei til dem med lenken i e-posten.
stop-button = Stopp invitasjoner
stop-done = Ferdig. { $company } inviterer deg ikke igjen.
stop-resume = Har du ombestemt deg? Du kan bli invitert igjen.
stop-resume-button = Tillat invitasjoner igjen
