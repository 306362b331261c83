## Series that never end

endless-choice = Behold den uten slutt, hvis noen andre tillater det
endless-title = Uten slutt: { $title }
endless-means = Hvis du godkjenner, planlegges nye datoer av seg selv før den siste, 13 om gangen. Den som leder serien, får resultatet hver gang, og du kan avslutte når som helst.
endless-until = Avgjør det før { $when }. Ellers avsluttes serien som planlagt.
endless-own = Du har selv bedt om dette eller leder serien, så noen andre avgjør.
endless-done-approved = Godkjent. Serien fortsetter av seg selv.
endless-done-declined = Avslått. Serien avsluttes med den siste datoen hvis ikke den som leder den, beholder den.
endless-waits = { $name } er spurt om serien kan fortsette uten slutt.
endless-stands = Serien har ingen slutt: nye datoer planlegges av seg selv.
endless-withdraw = La den avsluttes
endless-withdraw-question = Trekk spørsmålet tilbake
endless-open = Åpne spørsmålet
endless-done-asked = Noen andre er spurt om serien kan fortsette uten slutt. Inntil da avsluttes den som planlagt.
endless-done-ends = Serien har en slutt igjen. Ingenting er avlyst.
endless-matter = { $name } spør om serien kan fortsette uten slutt: { $title }
endless-label = Ingen slutt, hvis noen andre tillater det
endless-label-hint = Datoene over planlegges nå. Når det er godkjent, følger nye av seg selv.
endless-why = Hvorfor skal den aldri avsluttes?

## Mails about series that never end

endless-mail-subject-asked = Uten slutt? { $title }
endless-mail-subject-approved = Godkjent uten slutt: { $title }
endless-mail-subject-declined = Avslått: { $title } avsluttes
endless-mail-subject-expired = Ikke avgjort i tide: { $title } avsluttes
endless-mail-subject-prolonged = { $title } fortsetter til og med { $day }
endless-mail-asked = { $name } ber deg godkjenne at serien fortsetter uten slutt. Nye datoer vil da planlegges av seg selv, 13 om gangen.
endless-mail-approved = { $name } har godkjent. Nye datoer planlegges av seg selv før den siste.
endless-mail-declined = { $name } har avslått. Serien avsluttes med den siste datoen hvis du ikke beholder den.
endless-mail-expired = { $name } avgjorde det ikke i tide. Serien avsluttes med den siste datoen hvis du ikke beholder den.
endless-mail-prolonged = Serien har ingen slutt, så nye datoer er planlagt. Den siste inntil videre er { $when }.
endless-mail-last = Siste dato så langt: { $when }
endless-mail-until = Avgjør det før { $when } ({ $zone }). Lenken virker én gang og bare for deg.

## Audit log: series that never end

endless-audit-asked = Ba om en serie uten slutt
endless-audit-approved = Tillot en serie uten slutt
endless-audit-declined = Avslo en serie uten slutt
endless-audit-expired = Serie uten slutt ikke avgjort i tide
endless-audit-withdrawn = Lot en serie avsluttes igjen
endless-audit-ended = Serie uten slutt kunne ikke fortsette
