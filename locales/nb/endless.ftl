## Series that never end

endless-choice = Behold den uten sluttdato, hvis noen andre godkjenner det
endless-title = Uten sluttdato: { $title }
endless-means = Hvis du godkjenner, planlegges nye datoer automatisk før den siste, 13 om gangen. Den møteansvarlige får resultatet hver gang, og du kan avslutte når som helst.
endless-until = Avgjør det før { $when }. Ellers avsluttes serien som planlagt.
endless-own = Du har selv bedt om dette eller leder serien, så noen andre avgjør.
endless-done-approved = Godkjent. Serien fortsetter automatisk.
endless-done-declined = Avslått. Serien avsluttes med den siste datoen hvis ikke den møteansvarlige beholder den.
endless-waits = { $name } er spurt om serien kan fortsette uten sluttdato.
endless-stands = Serien har ingen sluttdato: Nye datoer planlegges automatisk.
endless-withdraw = La den avsluttes
endless-withdraw-question = Trekk forespørselen tilbake
endless-open = Åpne forespørselen
endless-done-asked = Noen andre er spurt om serien kan fortsette uten sluttdato. Inntil da avsluttes den som planlagt.
endless-done-ends = Serien har en sluttdato igjen. Ingenting er avlyst.
endless-matter = { $name } spør om serien kan fortsette uten slutt: { $title }
endless-label = Ingen sluttdato, hvis noen andre godkjenner det
endless-label-hint = Datoene over planlegges nå. Når det er godkjent, følger nye automatisk.
endless-why = Hvorfor skal den ikke ha noen sluttdato?

## Mails about series that never end

endless-mail-subject-asked = Uten sluttdato? { $title }
endless-mail-subject-approved = Godkjent uten sluttdato: { $title }
endless-mail-subject-declined = Avslått: { $title } avsluttes
endless-mail-subject-expired = Ikke avgjort i tide: { $title } avsluttes
endless-mail-subject-prolonged = { $title } fortsetter til og med { $day }
endless-mail-asked = { $name } ber deg godkjenne at serien fortsetter uten sluttdato. Nye datoer planlegges da automatisk, 13 om gangen.
endless-mail-approved = { $name } har godkjent. Nye datoer planlegges automatisk før den siste.
endless-mail-declined = { $name } har avslått. Serien avsluttes med den siste datoen hvis du ikke beholder den.
endless-mail-expired = { $name } rakk ikke å avgjøre det i tide. Serien avsluttes med den siste datoen hvis du ikke beholder den.
endless-mail-prolonged = Serien har ingen sluttdato, så nye datoer er planlagt. Den siste inntil videre er { $when }.
endless-mail-last = Siste dato så langt: { $when }
endless-mail-until = Avgjør det før { $when } ({ $zone }). Lenken virker én gang og bare for deg.

## Audit log: series that never end

endless-audit-asked = Ba om en serie uten sluttdato
endless-audit-approved = Godkjente en serie uten sluttdato
endless-audit-declined = Avslo en serie uten sluttdato
endless-audit-expired = Serie uten slutt ikke avgjort i tide
endless-audit-withdrawn = Lot en serie avsluttes igjen
endless-audit-ended = Serie uten slutt kunne ikke fortsette
