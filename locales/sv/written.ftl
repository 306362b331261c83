## Skicka skriftligt: i planeringen och på sidan före sändningen

written-button = Skicka skriftligt i stället
written-saves = { $people ->
    [one] En person × { $length } = { $saved } tillbaka
   *[other] { $people } personer × { $length } = { $saved } tillbaka
}
written-title = Skicka skriftligt i stället
written-lead = I stället för ett möte får de här personerna dagordningen via mejl, tillsammans med det du skriver här. Inget läggs in i någons kalender, och ett sparat utkast till mötet tas bort när du har skickat.
written-words = Det här behöver alla veta
written-words-hint = Det du skulle ha sagt på mötet; länkar går bra. Högst { $max } tecken. Får lämnas tomt om det finns en dagordning.
written-words-missing = Dagordningen är tom, så skriv vad alla behöver veta.
written-answer-by = Svar senast
written-answer-by-hint = Lämna tomt om du inte behöver svar. Till exempel { $example }, fredag eller i morgon. Svaren kommer till dig via mejl.
written-answer-by-range = Välj i dag eller en senare dag, inom ett år.
written-who = Vilka som får det
written-send = { $people ->
    [one] Skicka till en person
   *[other] Skicka till { $people } personer
}
written-back = Tillbaka till planen
written-mails-title = Så ser mejlet ut
written-sent-already = Det här är redan skickat. Skickar du igen får alla ett mejl till.

## Skriftliga uppdateringar: mejlet

written-mail-subject = I stället för möte: { $title }
written-mail-subject-customer = I stället för möte: { $title }
written-mail-subject-answer = I stället för möte: { $title }. Svara senast { $day }
written-mail-subject-answer-customer = I stället för möte: { $title }. Svara senast { $day }
written-mail-opening = { $author } skriver till dig i stället för att kalla till möte.
written-mail-opening-customer = { $author }, { $company }, skriver till dig i stället för att be om ett möte.
written-mail-points = Vad det handlar om
written-mail-answer = Svara senast { $day }, direkt på det här mejlet.
written-mail-open = Öppna uppdateringen i Sparsam
written-mail-footer = Du får det här mejlet eftersom { $author }, { $company }, annars skulle ha bjudit in dig till ett möte.
written-mail-footer-customer = Du får det här mejlet eftersom { $author }, { $company }, annars skulle ha bjudit in dig till ett möte.

## Skriftliga uppdateringar: sidan och listan

updates-title = Skriftliga uppdateringar
updates-chip = Skickat skriftligt
updates-sent-by = { $name }, { $when }
updates-answer-by = Svar önskas senast { $day }.
updates-people = Skickat till
updates-sent = Skickat
updates-author = Skrivet av
updates-empty = Inga skriftliga uppdateringar än. När det inte behövs något möte trycker du på ”Skicka skriftligt i stället” i planeringen.
updates-done-sent = { $people ->
    [one] Skickat skriftligt till en person. Ingens kalender har ändrats.
   *[other] Skickat skriftligt till { $people } personer. Ingens kalender har ändrats.
}
updates-done-silent = Personen har bett att få slippa fler mejl härifrån, så det skickades inte igen.

## Skriftliga uppdateringar: ändringsloggen

audit-kind-update = Skriftlig uppdatering
audit-update-sent = Skickade en skriftlig uppdatering
audit-key-answer-by = Svar senast
written-mail-subject-point = Skriftligt i stället: { $title }
written-mail-point = { $author } skriver till dig om det här i stället för att ta upp det på ”{ $meeting }”.
written-mail-point-customer = { $author } skriver till dig om det här i stället för att ta upp det på ”{ $meeting }”.
written-mail-footer-point = Du får det här mejlet eftersom { $author }, { $company }, skriver i stället för att ta upp detta på ett möte som du är inbjuden till.
