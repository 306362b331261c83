## Places

nav-customers = Kunder
customers-title = Kunder
customers-one = Kund
customers-new = Lägg till kund
customers-edit = Ändra kunden
customers-name = Företagets namn
customers-stale = Någon annan sparade under tiden. Det du skrev finns kvar här; vad som nu är sparat visas på sidan utanför formuläret. Spara igen för att ersätta det.
customers-name-taken = En annan kund heter redan så.
customers-search = Namn på kund eller kontakt
customers-show = Visa
customers-any = Alla
customers-whose = Vems
customers-everybodys = Allas
customers-mine = Mina
customers-teams = Mina teams
customers-none = Inga kunder än.
customers-none-found = Inga kunder matchar.
customers-owner = Säljare
customers-owned-by = Ansvarig: { $name }
customers-nobody = Ingen
customers-phone = Telefon
customers-address = Postadress
customers-notes = Anteckningar
customers-notes-hint = Alla kollegor kan läsa det här.
customers-facts = I korthet
customers-timeline = Vad som har hänt
customers-nothing-yet = Ingenting än.
customers-planned = Planerat
customers-meeting-of = Möte med { $name }
customers-passed = { $count ->
    [one] en gräns överskreds
   *[other] { $count } gränser överskreds
}
customers-created = Kunden är tillagd.
customers-saved = Kunden är sparad.

## Rhythm

customers-rhythm = Rytm
customers-rhythm-hint = Längsta tid mellan två möten. Det som anges här går före klassen.
customers-as-class = Enligt klassen
customers-no-target = Ingen rytm
customers-every = Med { $days } dagars mellanrum
customers-last = Senaste möte
customers-next = Nästa möte
customers-never = Inget än
customers-not-planned = Inget planerat
customers-due = Dags för möte
customers-due-on = dags { $date }
customers-earliest = Gränserna tillåter från
customers-earliest-never = Ingen dag inom ett år
customers-too-often = För ofta
customers-fine = Lagom
customers-due-soon = Snart dags
customers-overdue = Försenat
customers-targets = Klassernas rytm
customers-targets-lead = Hur lång tid det får gå innan det är dags att träffa en kund i varje klass igen. Gränserna säger hur ofta som mest; tillsammans bildar de en skala, från för ofta till försenat.
customers-targets-saved = Rytmen är sparad.
customers-class-rhythm = Rytm
customers-class-agenda = Dagordning
customers-class-usual = Som vanligt för säljsteget
customers-class-lead = Nya möten med en kund i klassen börjar med den dagordning som du väljer här, bland dem som hela organisationen har sparat.

## The audit log

customers-audit-created = Lade till en kund
customers-audit-changed = Ändrade en kund
customers-audit-rhythm = Ändrade klassernas rytm
contacts-audit-created = Lade till en kontakt
contacts-audit-changed = Ändrade en kontakt
contacts-audit-agreed = Antecknade ett samtycke
contacts-audit-withdrew = Antecknade ett återkallat samtycke

## Contacts

contacts-title = Kontakter
contacts-new = Lägg till kontakt
contacts-edit = Ändra kontakten
contacts-none = Inga kontakter än.
contacts-job = Titel
contacts-email-hint = Inbjudningar som redan är skickade behåller adressen de gick till.
contacts-language-hint = Inbjudningar skrivs på det här språket.
contacts-rhythm-hint = Bara för den här personen, utöver företagets.
contacts-taken = Någon annan har redan den här adressen.
contacts-created = Kontakten är tillagd.
contacts-saved = Kontakten är sparad.
contacts-permission = Får vi höra av oss?
contacts-silent = Inga inbjudningar
contacts-may-be-invited = Får bjudas in till möten.
contacts-stopped-by-link = Bad om det via länken i ett mejl { $date }.
contacts-stopped-on = Sedan { $date }: { $how }
contacts-stop-source = Hur personen bad att slippa inbjudningar
contacts-stop = Inga fler inbjudningar
contacts-resume = Tillåt inbjudningar igen
contacts-no-consent = Inget samtycke till andra mejl är antecknat.
contacts-agreed-on = Samtyckte till att bli kontaktad { $date }: { $how }
contacts-agree-source = Hur personen samtyckte
contacts-agree = Anteckna samtycket
contacts-withdraw = Samtycket är återkallat
contacts-done-stopped = Personen bjuds inte längre in.
contacts-done-resumed = Personen får bjudas in igen.
contacts-done-agreed = Samtycket är antecknat.
contacts-done-withdrawn = Samtycket är borttaget.
contacts-is-erased = Kontakten är raderad. Mötena räknas fortfarande.

## Erasure

contacts-erase = Radera kontakten
contacts-erase-title = Radera { $name }?
contacts-erase-what = Namn, adress, telefonnummer, anteckningar och det personen har skrivit ersätts här, i alla möten och i mejl som redan har skickats. Det går inte att ångra.
contacts-erase-stays = Möten räknas fortfarande. Mejl om ett möte som ställs in nu skickas ändå, och äldre poster i loggen rensas senare. Det kollegor har skrivit med egna ord, till exempel rubriker och mötesanteckningar, finns kvar.
contacts-goes-on = Mötet { $when } hålls utan personen.
contacts-called-off = Mötet { $when } ställs in.
contacts-erase-button = Radera { $name }
contacts-erased-name = Raderad kontakt
contacts-done-erased = Kontakten är raderad.
contacts-audit-erased = Raderade en kontakt
