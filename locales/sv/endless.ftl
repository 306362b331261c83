## Series that never end

endless-choice = Behåll den utan slutdatum, om någon annan godkänner det
endless-title = Utan slutdatum: { $title }
endless-means = Om du godkänner planeras nya tillfällen automatiskt före det sista, 13 åt gången. Den mötesansvariga får utfallet varje gång, och du kan avsluta när som helst.
endless-until = Bestäm dig före { $when }. Annars upphör serien som planerat.
endless-own = Du har själv bett om detta eller håller i serien, så någon annan bestämmer.
endless-done-approved = Godkänt. Serien fortsätter automatiskt.
endless-done-declined = Avslaget. Serien upphör med sitt sista tillfälle om inte den mötesansvariga behåller den.
endless-waits = { $name } har fått frågan om serien får fortsätta utan slutdatum.
endless-stands = Serien har inget slutdatum: nya tillfällen planeras automatiskt.
endless-withdraw = Låt den upphöra
endless-withdraw-question = Återta förfrågan
endless-open = Öppna förfrågan
endless-done-asked = Någon annan har fått frågan om serien får fortsätta utan slutdatum. Till dess upphör den som planerat.
endless-done-ends = Serien har ett slutdatum igen. Inget är inställt.
endless-matter = { $name } frågar om serien får fortsätta utan slut: { $title }
endless-label = Inget slutdatum, om någon annan godkänner det
endless-label-hint = Tillfällena ovan planeras nu. När det är godkänt följer nya automatiskt.
endless-why = Varför ska den inte ha något slutdatum?

## Mails about series that never end

endless-mail-subject-asked = Utan slutdatum? { $title }
endless-mail-subject-approved = Godkänt utan slutdatum: { $title }
endless-mail-subject-declined = Avslaget: { $title } upphör
endless-mail-subject-expired = Inget beslut i tid: { $title } upphör
endless-mail-subject-prolonged = { $title } fortsätter till och med { $day }
endless-mail-asked = { $name } ber dig godkänna att serien fortsätter utan slutdatum. Nya tillfällen planeras då automatiskt, 13 åt gången.
endless-mail-approved = { $name } har godkänt. Nya tillfällen planeras automatiskt före det sista.
endless-mail-declined = { $name } har avslagit. Serien upphör med sitt sista tillfälle om du inte behåller den.
endless-mail-expired = { $name } hann inte fatta beslut i tid. Serien upphör med sitt sista tillfälle om du inte behåller den.
endless-mail-prolonged = Serien har inget slutdatum, så nya tillfällen har planerats. Det sista tills vidare är { $when }.
endless-mail-last = Sista tillfället hittills: { $when }
endless-mail-until = Bestäm dig före { $when } ({ $zone }). Länken fungerar en gång och bara för dig.

## Audit log: series that never end

endless-audit-asked = Bad om en serie utan slutdatum
endless-audit-approved = Godkände en serie utan slutdatum
endless-audit-declined = Avslog en serie utan slutdatum
endless-audit-expired = Serie utan slut inte avgjord i tid
endless-audit-withdrawn = Lät en serie upphöra igen
endless-audit-ended = Serie utan slut kunde inte fortsätta
