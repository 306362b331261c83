## Egen tid: säljtid, lediga dagar

time-selling-title = Skyddad säljtid
time-selling-hint = Kryssa i de timmar du håller fria för försäljning. Den som planerar ett möte ser när det skulle ta av dem.
time-selling-hour = Timme
time-selling-cell = { $weekday } { $range }
time-selling-total = { $time } i veckan
time-selling-none = Inga timmar är avsatta för försäljning.
time-days-title = Lediga dagar och andra tider
time-days-hint = Gränser och föreslagna tider tar hänsyn till de här dagarna.
time-days-none = Inga dagar är inlagda.
time-days-new = Lägg till dagar
time-days-first = Första dagen
time-days-last = Sista dagen
time-days-last-hint = Lämna tomt om det gäller en enda dag.
time-days-from = Arbetar från
time-days-to = Arbetar till
time-days-hours-hint = Lämna båda tiderna tomma om du är ledig.
time-days-stand-in = Ersättare
time-days-stand-in-hint = Beslutar i ditt ställe när någon ber dig godkänna ett möte.
time-days-nobody = Ingen
time-days-off = Ledig
time-days-works = Arbetar { $range }
time-days-by = Ersättare: { $name }
time-days-add = Lägg till
time-days-remove = Ta bort
time-days-added = Dagarna är inlagda.
time-days-removed = Dagarna är borttagna.
time-days-backwards = Sista dagen får inte komma före den första.
time-days-over = De här dagarna har redan varit.
time-days-too-long = En post kan omfatta högst { $max } dagar.
time-days-too-many = Du har { $max } poster, fler går det inte att ha. Ta bort en som du inte längre behöver.
time-days-gone = Personen kan inte längre logga in. Välj någon annan.
time-of-title = Arbetstider för { $name }
time-of-link = Arbetstider
time-of-no-work = Arbetar inte

## Externa kalendrar

time-calendars-title = Externa kalendrar
time-calendars-intro = Anslut kalendrar som du har på andra håll, så planerar ingen ett möte när du är upptagen. Bara tiderna sparas; rubriker, platser och personer läses aldrig in i Sparsam.
time-calendars-yours = Dina externa kalendrar
time-calendars-none = Ingen kalender är ansluten.
time-calendars-new = Anslut en kalender
time-calendars-name = Namn
time-calendars-name-hint = Vad du kallar den. Lämnar du fältet tomt får den namn efter sin server.
time-calendars-address = Adress (iCal eller ICS)
time-calendars-address-hint = Den börjar med https:// eller webcal://. I kalendern kan den heta ”hemlig adress”, ”ICS-länk” eller ”publicerad kalender”. Den lagras krypterad och visas inte igen.
time-calendars-connect = Anslut
time-calendars-try = Försök nu
time-calendars-remove = Koppla från
time-calendars-connected = Kalendern är ansluten. Den läses inom någon minut.
time-calendars-removed = Kalendern är frånkopplad. Dess upptagna tider är borttagna.
time-calendars-asked = Kalendern läses nu. Ladda om sidan om en stund.
time-calendars-waiting = Inte läst än; det tar någon minut.
time-calendars-read = Läst { $age }.
time-calendars-failing = Har inte gått att läsa sedan { $when }.
time-calendars-last-read = Senast läst { $age }.
time-calendars-unknown = Så länge det varar ser kollegorna att det är okänt när du är ledig.
time-calendars-moved = Servern uppger att kalendern har flyttat. Om du litar på den nya adressen ansluter du den och kopplar från den här:
time-calendars-too-many = Du har { $max } kalendrar, fler går det inte att ha. Koppla från en som du inte längre använder.
time-age-now = nyss
time-age-minutes = { $count ->
    [one] för en minut sedan
   *[other] för { $count } minuter sedan
}
time-age-hours = { $count ->
    [one] för en timme sedan
   *[other] för { $count } timmar sedan
}
time-age-days = { $count ->
    [one] för en dag sedan
   *[other] för { $count } dagar sedan
}
time-matter-calendar = Din kalender ”{ $name }” har inte gått att läsa sedan { $when }

## Varför en extern kalender inte kan läsas

trouble-unreachable = Servern går inte att nå. Kontrollera adressen; en kalender i företagets eget nät måste först tillåtas av den som driver Sparsam.
trouble-slow = Servern svarar inte i tid.
trouble-moved = Den har flyttat till en annan adress.
trouble-refused = Servern nekar åtkomst. Adressen kan ha dragits in, eller så krävs ett lösenord.
trouble-missing = Det finns inte längre någon kalender på adressen.
trouble-server-fault = Servern rapporterar ett fel.
trouble-too-large = Den är för stor för att läsas.
trouble-not-a-calendar = Det som kom är ingen läsbar kalender.
trouble-unusable = Den lagrade adressen kan inte användas. Koppla från kalendern och anslut den igen.

## Adresser till externa kalendrar

time-address-not-one = Klistra in hela adressen, från https:// eller webcal:// till slutet.
time-address-https = Adressen måste börja med https:// eller webcal://.
time-address-password = Ta bort namn och lösenord ur adressen. Använd kalenderns hemliga adress i stället.
time-address-port = Adressen får inte innehålla någon port.
time-address-not-public = Adressen ligger i ett internt nät. Den som driver Sparsam måste först tillåta den.

## Helgdagar

time-half-day = { $name }, halvdag

## Mejl om en extern kalender

mail-subject-calendar = Din kalender ”{ $name }” kan inte läsas
mail-calendar-opening = Din externa kalender ”{ $name }” ({ $host }) har inte gått att läsa sedan { $when }.
mail-calendar-effect = Sparsam fortsätter att försöka. Kollegor som planerar möten ser att det är okänt när du är ledig. Du får inget nytt mejl om detta förrän kalendern har kunnat läsas igen.
mail-calendar-link = Visa dina externa kalendrar

## Logg

audit-kind-calendar = Extern kalender
audit-calendar-connected = Anslöt en extern kalender
audit-calendar-disconnected = Kopplade från en extern kalender
audit-person-selling-saved = Ändrade skyddad säljtid
audit-person-days-off-added = Lade in lediga dagar
audit-person-days-off-removed = Tog bort lediga dagar
audit-key-first-day = Första dagen
audit-key-last-day = Sista dagen
audit-key-host = Server
