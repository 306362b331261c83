## Første oppsett

setup-title = Sett opp Sparsam
setup-steps = Trinn
setup-done = Ferdig
setup-todo = Gjenstår
setup-skipped = Innebygd postkasse
setup-task-company = Firma
setup-task-account = Kontoen din
setup-task-mail = E-postserver
setup-task-team = Team
setup-task-finish = Fullfør
setup-leave = Du kan gå herfra og komme tilbake når som helst; det du har lagret, blir værende.

setup-code-lead = Serveren skrev ut en kode da den startet. Kopier koden derfra, eller åpne lenken ved siden av.
setup-code-label = Kode fra serveren
setup-code-wrong = Koden virker ikke. Serveren skriver ut en ny hver gang den starter; bruk den nyeste.
setup-code-sign-in = Har du allerede opprettet kontoen din? Logg inn for å fortsette.

setup-company-title = Firmaet deres
setup-company-name = Firmaets navn
setup-company-name-hint = Slik kundene kjenner det.
setup-country = Land
setup-country-hint = Brukes for alt nedenfor som du lar stå tomt.
setup-country-choose = Velg land
setup-country-se = Sverige
setup-country-fi = Finland
setup-country-no = Norge
setup-country-dk = Danmark
setup-country-other = Et annet land
setup-zone = Tidssone
setup-zone-hint = For eksempel Europe/Oslo. Tomt betyr landets egen.
setup-zone-needed = Skriv en tidssone, for eksempel Europe/Berlin. For andre land kan vi ikke vite den.
setup-language = Språk for nye personer
setup-language-usual = Som vanlig i landet
setup-hours = Arbeidstid, mandag til fredag
setup-hours-hint = Tomt betyr { $from }–{ $to } med lunsj som vanlig i landet. Alle kan endre sin egen.
setup-hours-from = Arbeidet begynner
setup-hours-to = Arbeidet slutter
setup-lunch-from = Lunsjen begynner
setup-lunch-to = Lunsjen slutter
setup-hours-order = Slutten må komme etter starten.
setup-hours-both = Fyll inn begge tidene eller ingen.

setup-account-title = Kontoen din
setup-account-lead = Du blir administrator. De andre kan du invitere straks.
setup-account-name = Navnet ditt
setup-account-taken = Noen har allerede denne adressen. Logg inn i stedet.
setup-account-there = Du er logget inn som { $name }.

setup-mail-title = E-postserver
setup-mail-lead = Invitasjoner sendes gjennom deres egen e-postserver. Du kan hoppe over dette: Da blir e-postene liggende i den innebygde postkassen, der du kan lese dem, og når ingen.
setup-skip = Hopp over inntil videre
setup-no-mail-yet = Ingen e-postserver er satt opp. Invitasjoner blir liggende i den innebygde postkassen og når ingen før du setter opp en.

setup-team-title = Teamet ditt
setup-team-name = Teamets navn
setup-team-default = Salg
setup-team-people = Hvem du vil invitere
setup-team-people-hint = Én adresse per linje, eller en liste med komma. Anna Berg <anna@nordvik.example> går også. Det kan stå tomt.
setup-team-button = Inviter og fortsett
setup-team-bad = Dette er ikke en e-postadresse: { $text }
setup-team-too-many = Inviter høyst { $max } personer om gangen. Du kan invitere flere senere.
setup-team-raced = Noen andre inviterte nettopp en av disse personene. Send listen en gang til.

setup-finish-title = Klart
setup-finish-lead = Når du går videre, lukkes disse sidene for godt. Alt kan endres senere under Administrasjon.
setup-finish-plan = Planlegg ditt første møte
setup-finish-week = Gå til uken min
