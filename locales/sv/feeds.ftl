## Calendar subscriptions

feeds-title = Kalenderprenumerationer
feeds-intro = Se dina möten i den kalender du redan använder. Varje prenumeration har en hemlig adress: den som har adressen kan läsa det som prenumerationen visar. Skapa därför en per enhet och ge den inte till någon.
feeds-slow = En del kalendrar, bland annat Googles, uppdateras bara en gång om dagen. Ändringar når dig snabbast via mejl.
feeds-empty = Du har inga prenumerationer än.
feeds-yours = Dina prenumerationer
feeds-new = Ny prenumeration
feeds-create = Skapa adressen
feeds-kind-mine = Mina möten
feeds-kind-customers = Mina kundmöten
feeds-kind-busy = När jag är upptagen
feeds-kind-team = Teamet { $team }
feeds-kind-team-gone = Ett team som du inte längre är med i
feeds-hint-mine = Alla möten som du inte har tackat nej till
feeds-hint-customers = Bara möten med kunder
feeds-hint-busy = Bara tiderna, inga rubriker eller namn
feeds-hint-team = Alla möten för alla i teamet
feeds-hint-team-busy = Dina egna möten helt; av kollegornas övriga möten bara tiderna
feeds-used = Senast hämtad { $when }
feeds-never-used = Inte hämtad än
feeds-rotate = Skapa en ny adress
feeds-rotate-title = Skapa en ny adress?
feeds-rotate-effect = Den gamla adressen slutar fungera direkt, och kalendrar som använder den uppdateras inte längre. Prenumerera på nytt där med den nya adressen, som bara visas en gång.
feeds-made-before = Prenumerationen skapades alldeles nyss, och adressen visades då. Har du inte sparat den kan du skapa en ny.
feeds-revoke = Avsluta
feeds-rotate-hint = När du skapar en ny adress eller avslutar prenumerationen slutar den gamla adressen att fungera direkt.
feeds-revoked = Prenumerationen är avslutad. Adressen fungerar inte längre.
feeds-too-many = Du har { $max } prenumerationer, och fler går inte att ha. Avsluta någon som du inte längre använder.
feeds-issued-title = Din hemliga adress
feeds-issued-new = Prenumerationen är klar.
feeds-issued-rotated = Prenumerationen har en ny adress. Den gamla fungerar inte längre.
feeds-issued-once = Adressen visas bara den här gången. Prenumerera nu eller kopiera den; senare kan du bara skapa en ny.
feeds-subscribe = Prenumerera
feeds-address = Adress att kopiera
feeds-address-hint = För kalendrar där du klistrar in en adress, till exempel ”Från URL”.
feeds-back = Tillbaka till dina prenumerationer

## Inside subscriptions

feeds-busy = Upptagen
feeds-name-mine = { $name }: möten
feeds-name-customers = { $name }: kundmöten
feeds-name-busy = { $name }: upptagen
feeds-name-team = { $team }: möten
