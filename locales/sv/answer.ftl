reply-title = Kommer du på ”{ $title }”?
reply-title-customer = Kommer du på ”{ $title }”?
reply-inviter = { $name } på { $company } bjuder in dig.
reply-when = När
reply-where = Var
reply-why = Varför du
reply-with = Med
reply-yes = Ja, jag kommer
reply-maybe = Kanske
reply-no = Nej
reply-no-hint = Det är helt okej att tacka nej.
reply-as = Du svarar som { $name }.
reply-not-you = Är det inte du?
reply-not-you-body = Då var länken inte till dig. Svara inte här, utan vidarebefordra mejlet till { $name }, { $email }, som kan bjuda in dig själv.
reply-change = Ändra svar
reply-given = Tack, ditt svar är sparat.
reply-given-at = Svarade { $time }
reply-feed = Prenumerera på dina möten om du vill se dem i din egen kalender.
reply-meeting-page = Öppna mötet
reply-leads = Du leder det här mötet. De andras svar finns på mötets sida.
reply-cancelled = Mötet är inställt. Du behöver inte göra något.
reply-cancelled-customer = Mötet är inställt. Du behöver inte göra något.
reply-over = Mötet är avslutat. Det går inte längre att svara.
reply-over-customer = Mötet är avslutat. Det går inte längre att svara.
reply-gone-title = Det går inte längre att svara med länken
reply-expired = Mötet slutade för mer än en vecka sedan. Har du en fråga kan du skriva till { $name }, { $email }.
reply-expired-customer = Mötet slutade för mer än en vecka sedan. Har du en fråga kan du skriva till { $name }, { $email }.
reply-removed = Du är inte längre inbjuden till mötet. Fråga { $name } om det förvånar dig.
reply-removed-customer = Du är inte längre inbjuden till mötet. Fråga { $name } om det förvånar dig.
reply-slow = { $seconds ->
    [one] Det gick fort. Vänta en sekund och skicka svaret igen.
   *[other] Det gick fort. Vänta { $seconds } sekunder och skicka svaret igen.
}

stop-title = Inga fler inbjudningar?
stop-body = { $company } skickar inga fler inbjudningar till { $name }. Möten som redan är planerade står kvar; du kan tacka nej till dem med länken i mejlet.
stop-button = Stoppa inbjudningar
stop-done = Klart. { $company } bjuder inte in dig igen.
stop-resume = Har du ändrat dig? Du kan bli inbjuden igen.
stop-resume-button = Tillåt inbjudningar igen
