## Första inställningen

setup-title = Ställ in Sparsam
setup-steps = Steg
setup-done = Klart
setup-todo = Att göra
setup-skipped = Inbyggd brevlåda
setup-task-company = Företag
setup-task-account = Ditt konto
setup-task-mail = E-postserver
setup-task-team = Team
setup-task-finish = Avsluta
setup-leave = Du kan gå härifrån och komma tillbaka när som helst; det du har sparat finns kvar.

setup-code-lead = Servern skrev ut en kod när den startade. Kopiera koden därifrån eller öppna länken intill.
setup-code-label = Kod från servern
setup-code-wrong = Koden fungerar inte. Servern skriver ut en ny vid varje start; använd den senaste.
setup-code-sign-in = Har du redan skapat ditt konto? Logga in för att fortsätta.

setup-company-title = Ert företag
setup-company-name = Företagets namn
setup-company-name-hint = Så som era kunder känner det.
setup-country = Land
setup-country-hint = Används för allt nedan som du lämnar tomt.
setup-country-choose = Välj land
setup-country-se = Sverige
setup-country-fi = Finland
setup-country-no = Norge
setup-country-dk = Danmark
setup-country-other = Ett annat land
setup-zone = Tidszon
setup-zone-hint = Till exempel Europe/Stockholm. Tomt betyder landets egen.
setup-zone-needed = Skriv en tidszon, till exempel Europe/Berlin. För andra länder kan vi inte veta den.
setup-language = Språk för nya personer
setup-language-usual = Som vanligt i landet
setup-hours = Arbetstid, måndag till fredag
setup-hours-hint = Tomt betyder { $from }–{ $to } med den lunchtid som är vanlig i landet. Alla kan ändra sin egen.
setup-hours-from = Arbetet börjar
setup-hours-to = Arbetet slutar
setup-lunch-from = Lunchen börjar
setup-lunch-to = Lunchen slutar
setup-hours-order = Sluttiden måste ligga efter starttiden.
setup-hours-both = Fyll i båda tiderna eller ingen.

setup-account-title = Ditt konto
setup-account-lead = Du blir administratör. De andra kan du bjuda in strax.
setup-account-name = Ditt namn
setup-account-taken = Någon har redan den adressen. Logga in i stället.
setup-account-there = Du är inloggad som { $name }.

setup-mail-title = E-postserver
setup-mail-lead = Inbjudningar skickas genom er egen e-postserver. Du kan hoppa över det här: då stannar mejlen i den inbyggda brevlådan, där du kan läsa dem, och når ingen.
setup-skip = Hoppa över tills vidare
setup-no-mail-yet = Ingen e-postserver är inställd. Inbjudningar stannar i den inbyggda brevlådan och når ingen förrän du ställer in en.

setup-team-title = Ditt team
setup-team-name = Teamets namn
setup-team-default = Försäljning
setup-team-people = Vilka du vill bjuda in
setup-team-people-hint = En adress per rad eller en lista med kommatecken. Anna Berg <anna@nordvik.example> går också bra. Det får vara tomt.
setup-team-button = Bjud in och fortsätt
setup-team-bad = Det här är ingen e-postadress: { $text }
setup-team-too-many = Bjud in högst { $max } personer åt gången. Du kan bjuda in fler senare.
setup-team-raced = Någon annan bjöd just in en av de här personerna. Skicka listan en gång till.

setup-finish-title = Klart
setup-finish-lead = När du går vidare stängs de här sidorna för gott. Allt går att ändra senare under Administration.
setup-finish-plan = Planera ditt första möte
setup-finish-week = Gå till min vecka
