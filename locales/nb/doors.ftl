## Passord som settes via en lenke i en e-post

forgotten-title = Har du glemt passordet?
forgotten-lead = Skriv adressen din. Hvis den har en konto her, kommer det en e-post med en lenke innen et minutt.
forgotten-button = Send meg en lenke
forgotten-sent-title = Se i innboksen din
forgotten-sent-body = Hvis denne adressen har en konto her, er en lenke på vei. Den virker i én time. Finner du den ikke? Se i søppelposten, eller spør administratoren.
forgotten-back = Tilbake til innloggingen
reset-title = Velg et nytt passord
reset-lead = For { $email }. Du blir logget ut alle andre steder.
welcome-title = Velkommen til { $company }
welcome-lead = Hei, { $name }! Velg et passord. Du logger inn med { $email }.
door-button = Lagre og logg inn
door-password = Nytt passord
door-password-rule = Minst { $min } tegn, helst { $advised } eller flere. Mellomrom og alle bokstaver går fint, og du kan lime inn. Ikke bruk navnet ditt, adressen din eller et vanlig passord.
door-password-too-short = Passordet er for kort. Bruk minst { $min } tegn.
door-password-too-long = Passordet er for langt. Bruk høyst { $max } tegn.
door-password-common = Dette er blant de første passordene noen ville gjettet. Velg et annet.
door-password-like-account = Navnet eller adressen din er lett å gjette. Velg noe annet.
