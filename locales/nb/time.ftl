## Egen tid: salgstid, fridager

time-selling-title = Beskyttet salgstid
time-selling-hint = Kryss av for timene du holder av til salg. Den som planlegger et møte, ser når det ville ta av dem.
time-selling-hour = Time
time-selling-cell = { $weekday } { $range }
time-selling-total = { $time } i uken
time-selling-none = Ingen timer er holdt av til salg.
time-days-title = Fridager og andre tider
time-days-hint = Grenser og foreslåtte tider tar hensyn til disse dagene.
time-days-none = Ingen dager er lagt inn.
time-days-new = Legg til dager
time-days-first = Første dag
time-days-last = Siste dag
time-days-last-hint = La feltet stå tomt hvis det gjelder én dag.
time-days-from = Arbeider fra
time-days-to = Arbeider til
time-days-hours-hint = La begge tidene stå tomme hvis du har fri.
time-days-stand-in = Stedfortreder
time-days-stand-in-hint = Bestemmer i ditt sted når noen ber deg godkjenne et møte.
time-days-nobody = Ingen
time-days-off = Fri
time-days-works = Arbeider { $range }
time-days-by = Stedfortreder: { $name }
time-days-add = Legg til
time-days-remove = Fjern
time-days-added = Dagene er lagt inn.
time-days-removed = Dagene er fjernet.
time-days-backwards = Siste dag kan ikke komme før den første.
time-days-over = Disse dagene er allerede forbi.
time-days-too-long = Én oppføring kan omfatte høyst { $max } dager.
time-days-too-many = Du har { $max } oppføringer, og flere går det ikke an å ha. Fjern en du ikke lenger trenger.
time-days-gone = Denne personen kan ikke lenger logge inn. Velg en annen.
time-of-title = Arbeidstider for { $name }
time-of-link = Arbeidstider
time-of-no-work = Arbeider ikke

## Eksterne kalendere

time-calendars-title = Eksterne kalendere
time-calendars-intro = Koble til kalendere du har andre steder, så planlegger ingen et møte når du er opptatt. Bare tidene lagres; titler, steder og personer leses aldri inn i Sparsam.
time-calendars-yours = Dine eksterne kalendere
time-calendars-none = Ingen kalender er koblet til.
time-calendars-new = Koble til en kalender
time-calendars-name = Navn
time-calendars-name-hint = Det du kaller den. Lar du feltet stå tomt, får den navn etter serveren sin.
time-calendars-address = Adresse (iCal eller ICS)
time-calendars-address-hint = Den begynner med https:// eller webcal://. I kalenderen kan den hete «hemmelig adresse», «ICS-lenke» eller «publisert kalender». Den lagres kryptert og vises ikke igjen.
time-calendars-connect = Koble til
time-calendars-try = Prøv nå
time-calendars-remove = Koble fra
time-calendars-connected = Kalenderen er koblet til. Den leses i løpet av et minutt eller to.
time-calendars-removed = Kalenderen er koblet fra. De opptatte tidene fra den er fjernet.
time-calendars-asked = Kalenderen leses nå. Last siden på nytt om litt.
time-calendars-waiting = Ikke lest ennå; det tar et minutt eller to.
time-calendars-read = Lest { $age }.
time-calendars-failing = Har ikke kunnet leses siden { $when }.
time-calendars-last-read = Sist lest { $age }.
time-calendars-unknown = Så lenge det varer, ser kollegene at det ikke er kjent når du er ledig.
time-calendars-moved = Serveren oppgir at kalenderen har flyttet. Hvis du stoler på den nye adressen, kobler du til den og kobler fra denne:
time-calendars-too-many = Du har { $max } kalendere, og flere går det ikke an å ha. Koble fra en du ikke lenger bruker.
time-age-now = nettopp
time-age-minutes = { $count ->
    [one] for et minutt siden
   *[other] for { $count } minutter siden
}
time-age-hours = { $count ->
    [one] for en time siden
   *[other] for { $count } timer siden
}
time-age-days = { $count ->
    [one] for en dag siden
   *[other] for { $count } dager siden
}
time-matter-calendar = Kalenderen din «{ $name }» har ikke kunnet leses siden { $when }

## Hvorfor en ekstern kalender ikke kan leses

trouble-unreachable = Serveren kan ikke nås. Kontroller adressen; en kalender i firmaets eget nett må først tillates av den som drifter Sparsam.
trouble-slow = Serveren svarer ikke i tide.
trouble-moved = Den har flyttet til en annen adresse.
trouble-refused = Serveren nekter tilgang. Adressen kan være trukket tilbake, eller den krever passord.
trouble-missing = Det finnes ikke lenger noen kalender på adressen.
trouble-server-fault = Serveren melder om en feil.
trouble-too-large = Den er for stor til å leses.
trouble-not-a-calendar = Det som kom, er ingen kalender som kan leses.
trouble-unusable = Den lagrede adressen kan ikke brukes. Koble kalenderen fra og til igjen.

## Adresser til eksterne kalendere

time-address-not-one = Lim inn hele adressen, fra https:// eller webcal:// til slutten.
time-address-https = Adressen må begynne med https:// eller webcal://.
time-address-password = Fjern navn og passord fra adressen. Bruk kalenderens hemmelige adresse i stedet.
time-address-port = Adressen kan ikke inneholde en port.
time-address-not-public = Denne adressen ligger i et internt nett. Den som drifter Sparsam, må først tillate den.

## Helligdager

time-half-day = { $name }, halv dag

## E-post om en ekstern kalender

mail-subject-calendar = Kalenderen din «{ $name }» kan ikke leses
mail-calendar-opening = Den eksterne kalenderen din «{ $name }» ({ $host }) har ikke kunnet leses siden { $when }.
mail-calendar-effect = Sparsam fortsetter å prøve. Kolleger som planlegger møter, ser at det ikke er kjent når du er ledig. Du får ingen ny e-post om dette før kalenderen har kunnet leses igjen.
mail-calendar-link = Se de eksterne kalenderne dine

## Logg

audit-kind-calendar = Ekstern kalender
audit-calendar-connected = Koblet til en ekstern kalender
audit-calendar-disconnected = Koblet fra en ekstern kalender
audit-person-selling-saved = Endret beskyttet salgstid
audit-person-days-off-added = La inn fridager
audit-person-days-off-removed = Fjernet fridager
audit-key-first-day = Første dag
audit-key-last-day = Siste dag
audit-key-host = Server
