## Series that never end

endless-choice = Behåll den utan slut, om någon annan tillåter det
endless-title = Utan slut: { $title }
endless-means = Om du godkänner planeras nya tillfällen av sig själva före det sista, 13 åt gången. Den som håller i serien får utfallet varje gång, och du kan avsluta när som helst.
endless-until = Bestäm dig före { $when }. Annars upphör serien som planerat.
endless-own = Du har själv bett om detta eller håller i serien, så någon annan bestämmer.
endless-done-approved = Godkänt. Serien fortsätter av sig själv.
endless-done-declined = Avböjt. Serien upphör med sitt sista tillfälle om inte den som håller i den behåller den.
endless-waits = { $name } har fått frågan om serien får fortsätta utan slut.
endless-stands = Serien har inget slut: nya tillfällen planeras av sig själva.
endless-withdraw = Låt den upphöra
endless-withdraw-question = Ta tillbaka frågan
endless-open = Öppna frågan
endless-done-asked = Någon annan har fått frågan om serien får fortsätta utan slut. Till dess upphör den som planerat.
endless-done-ends = Serien har ett slut igen. Inget är inställt.
endless-matter = { $name } frågar om serien får fortsätta utan slut: { $title }
endless-label = Inget slut, om någon annan tillåter det
endless-label-hint = Tillfällena ovan planeras nu. När det är godkänt följer nya av sig själva.
endless-why = Varför ska den aldrig upphöra?

## Mails about series that never end

endless-mail-subject-asked = Utan slut? { $title }
endless-mail-subject-approved = Godkänt utan slut: { $title }
endless-mail-subject-declined = Avböjt: { $title } upphör
endless-mail-subject-expired = Inte bestämt i tid: { $title } upphör
endless-mail-subject-prolonged = { $title } fortsätter till och med { $day }
endless-mail-asked = { $name } ber dig godkänna att serien fortsätter utan slut. Nya tillfällen planeras då av sig själva, 13 åt gången.
endless-mail-approved = { $name } har godkänt. Nya tillfällen planeras av sig själva före det sista.
endless-mail-declined = { $name } har avböjt. Serien upphör med sitt sista tillfälle om du inte behåller den.
endless-mail-expired = { $name } bestämde sig inte i tid. Serien upphör med sitt sista tillfälle om du inte behåller den.
endless-mail-prolonged = Serien har inget slut, så nya tillfällen har planerats. Det sista tills vidare är { $when }.
endless-mail-last = Sista tillfället hittills: { $when }
endless-mail-until = Bestäm dig före { $when } ({ $zone }). Länken fungerar en gång och bara för dig.

## Audit log: series that never end

endless-audit-asked = Bad om en serie utan slut
endless-audit-approved = Tillät en serie utan slut
endless-audit-declined = Avböjde en serie utan slut
endless-audit-expired = Serie utan slut inte avgjord i tid
endless-audit-withdrawn = Lät en serie upphöra igen
endless-audit-ended = Serie utan slut kunde inte fortsätta
