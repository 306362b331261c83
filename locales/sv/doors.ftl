## Lösenord som sätts genom en länk i ett mejl

forgotten-title = Har du glömt lösenordet?
forgotten-lead = Skriv din adress. Om den har ett konto här kommer ett mejl med en länk inom en minut.
forgotten-button = Skicka en länk
forgotten-sent-title = Titta i din inkorg
forgotten-sent-body = Om adressen har ett konto här är en länk på väg. Den fungerar i en timme. Hittar du inget mejl? Titta i skräpposten eller fråga er administratör.
forgotten-back = Tillbaka till inloggningen
reset-title = Välj ett nytt lösenord
reset-lead = För { $email }. Du loggas ut överallt annars.
welcome-title = Välkommen till { $company }
welcome-lead = Hej { $name }! Välj ett lösenord. Du loggar in med { $email }.
door-button = Spara och logga in
door-password = Nytt lösenord
door-password-rule = Minst { $min } tecken, helst { $advised } eller fler. Mellanslag och alla bokstäver går bra, och det går bra att klistra in. Använd inte ditt namn, din adress eller ett vanligt lösenord.
door-password-too-short = Lösenordet är för kort. Använd minst { $min } tecken.
door-password-too-long = Lösenordet är för långt. Använd högst { $max } tecken.
door-password-common = Det här är ett av de första lösenord som någon skulle gissa. Välj ett annat.
door-password-like-account = Ditt namn eller din adress är lätt att gissa. Välj något annat.
