## Send skriftlig i stedet: i planleggingen og på siden før sending

written-button = Send skriftlig i stedet
written-saves = { $people ->
    [one] Én person × { $length } = { $saved } tilbake
   *[other] { $people } personer × { $length } = { $saved } tilbake
}
written-title = Send skriftlig i stedet
written-lead = I stedet for et møte får disse personene sakslisten på e-post, sammen med det du skriver her. Ingenting legges i noens kalender, og et lagret utkast til møtet slettes når du har sendt.
written-words = Dette trenger alle å vite
written-words-hint = Det du ville ha sagt på møtet; lenker går fint. Høyst { $max } tegn. Kan stå tomt hvis det finnes en saksliste.
written-words-missing = Sakslisten er tom, så skriv hva alle trenger å vite.
written-answer-by = Svar innen
written-answer-by-hint = La feltet stå tomt hvis du ikke trenger svar. For eksempel { $example }, fredag eller i morgen. Svarene kommer til deg på e-post.
written-answer-by-range = Velg i dag eller en senere dag, innen et år.
written-who = Hvem som får den
written-send = { $people ->
    [one] Send til én person
   *[other] Send til { $people } personer
}
written-back = Tilbake til planen
written-mails-title = Slik ser e-posten ut
written-sent-already = Dette er allerede sendt. Sender du igjen, får alle en e-post til.

## Skriftlige oppdateringer: e-posten

written-mail-subject = I stedet for møte: { $title }
written-mail-subject-customer = I stedet for møte: { $title }
written-mail-subject-answer = I stedet for møte: { $title }. Svar innen { $day }
written-mail-subject-answer-customer = I stedet for møte: { $title }. Svar innen { $day }
written-mail-opening = { $author } skriver til deg i stedet for å kalle inn til møte.
written-mail-opening-customer = { $author }, { $company }, skriver til deg i stedet for å be om et møte.
written-mail-points = Hva det gjelder
written-mail-answer = Svar innen { $day }, rett på denne e-posten.
written-mail-open = Åpne oppdateringen i Sparsam
written-mail-footer = Du får denne e-posten fordi { $author }, { $company }, ellers ville ha invitert deg til et møte.
written-mail-footer-customer = Du får denne e-posten fordi { $author }, { $company }, ellers ville ha invitert deg til et møte.

## Skriftlige oppdateringer: siden og listen

updates-title = Skriftlige oppdateringer
updates-chip = Sendt skriftlig
updates-sent-by = { $name }, { $when }
updates-answer-by = Svar ønskes innen { $day }.
updates-people = Sendt til
updates-sent = Sendt
updates-author = Skrevet av
updates-empty = Ingen skriftlige oppdateringer ennå. Når det ikke trengs noe møte, trykker du på «Send skriftlig i stedet» i planleggingen.
updates-done-sent = { $people ->
    [one] Sendt skriftlig til én person. Ingens kalender er endret.
   *[other] Sendt skriftlig til { $people } personer. Ingens kalender er endret.
}
updates-done-silent = Denne personen har bedt om å slippe flere e-poster herfra, så den ble ikke sendt på nytt.

## Skriftlige oppdateringer: endringsloggen

audit-kind-update = Skriftlig oppdatering
audit-update-sent = Sendte en skriftlig oppdatering
audit-key-answer-by = Svar innen
written-mail-subject-point = Skriftlig i stedet: { $title }
written-mail-point = { $author } skriver til deg om dette i stedet for å ta det opp på «{ $meeting }».
written-mail-point-customer = { $author } skriver til deg om dette i stedet for å ta det opp på «{ $meeting }».
written-mail-footer-point = Du får denne e-posten fordi { $author }, { $company }, skriver i stedet for å ta dette opp på et møte du er invitert til.
