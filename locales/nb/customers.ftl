## Places

nav-customers = Kunder
customers-title = Kunder
customers-one = Kunde
customers-new = Legg til kunde
customers-edit = Endre kunden
customers-name = Firmaets navn
customers-stale = Noen andre lagret i mellomtiden. Det du skrev, står fortsatt her; det som nå er lagret, vises på siden utenfor skjemaet. Lagre igjen for å erstatte det.
customers-name-taken = En annen kunde har allerede dette navnet.
customers-search = Navn på kunde eller kontakt
customers-show = Vis
customers-any = Alle
customers-whose = Hvem sine
customers-everybodys = Alles
customers-mine = Mine
customers-teams = Teamene mine
customers-none = Ingen kunder ennå.
customers-none-found = Ingen kunder passer til søket.
customers-owner = Selger
customers-owned-by = Ansvarlig: { $name }
customers-nobody = Ingen
customers-phone = Telefon
customers-address = Postadresse
customers-notes = Notater
customers-notes-hint = Alle kolleger kan lese dette.
customers-facts = Kort fortalt
customers-timeline = Hva som har skjedd
customers-nothing-yet = Ingenting ennå.
customers-planned = Planlagt
customers-meeting-of = Møte med { $name }
customers-passed = { $count ->
    [one] én grense ble overskredet
   *[other] { $count } grenser ble overskredet
}
customers-created = Kunden er lagt til.
customers-saved = Kunden er lagret.

## Rhythm

customers-rhythm = Rytme
customers-rhythm-hint = Lengste tid mellom to møter. Det som settes her, går foran klassen.
customers-as-class = Som for klassen
customers-no-target = Ingen rytme
customers-every = Hver { $days }. dag
customers-last = Siste møte
customers-next = Neste møte
customers-never = Ingen ennå
customers-not-planned = Ingen planlagt
customers-due = Tid for møte
customers-due-on = frist { $date }
customers-earliest = Grensene tillater fra
customers-earliest-never = Ingen dag innen et år
customers-too-often = For ofte
customers-fine = Passe
customers-due-soon = Snart tid
customers-overdue = På overtid
customers-targets = Klassenes rytme
customers-targets-lead = Hvor lang tid det kan gå før det er på tide å møte en kunde i hver klasse igjen. Grensene sier hvor ofte som mest; til sammen danner de én skala, fra for ofte til på overtid.
customers-targets-saved = Rytmen er lagret.
customers-class-rhythm = Rytme
customers-class-agenda = Agenda
customers-class-usual = Som vanlig for salgssteget
customers-class-lead = Nye møter med en kunde i klassen begynner med agendaen du velger her, blant dem hele organisasjonen har lagret.

## The audit log

customers-audit-created = La til en kunde
customers-audit-changed = Endret en kunde
customers-audit-rhythm = Endret klassenes rytme
contacts-audit-created = La til en kontakt
contacts-audit-changed = Endret en kontakt
contacts-audit-agreed = Noterte et samtykke
contacts-audit-withdrew = Noterte at et samtykke ble trukket

## Contacts

contacts-title = Kontakter
contacts-new = Legg til kontakt
contacts-edit = Endre kontakten
contacts-none = Ingen kontakter ennå.
contacts-job = Stilling
contacts-email-hint = Invitasjoner som allerede er sendt, beholder adressen de gikk til.
contacts-language-hint = Invitasjoner skrives på dette språket.
contacts-rhythm-hint = Bare for denne personen, i tillegg til firmaets.
contacts-taken = Noen andre har allerede denne adressen.
contacts-created = Kontakten er lagt til.
contacts-saved = Kontakten er lagret.
contacts-permission = Får vi ta kontakt?
contacts-silent = Ingen invitasjoner
contacts-may-be-invited = Kan inviteres til møter.
contacts-stopped-by-link = Ba om det via lenken i en e-post { $date }.
contacts-stopped-on = Siden { $date }: { $how }
contacts-stop-source = Hvordan personen ba om å slippe invitasjoner
contacts-stop = Ingen flere invitasjoner
contacts-resume = Tillat invitasjoner igjen
contacts-no-consent = Det er ikke notert noe samtykke til annen e-post.
contacts-agreed-on = Samtykket i å bli kontaktet { $date }: { $how }
contacts-agree-source = Hvordan personen samtykket
contacts-agree = Noter samtykket
contacts-withdraw = Samtykket er trukket
contacts-done-stopped = Personen inviteres ikke lenger.
contacts-done-resumed = Personen kan inviteres igjen.
contacts-done-agreed = Samtykket er notert.
contacts-done-withdrawn = Samtykket er fjernet.
contacts-is-erased = Kontakten er slettet. Møtene telles fortsatt.

## Erasure

contacts-erase = Slett kontakten
contacts-erase-title = Slette { $name }?
contacts-erase-what = Navn, adresse, telefonnummer, notater og det personen har skrevet, blir erstattet her, i alle møter og i e-post som allerede er sendt. Dette kan ikke angres.
contacts-erase-stays = Møter telles fortsatt. E-post om et møte som avlyses nå, blir likevel sendt, og eldre oppføringer i loggen slettes senere. Det kolleger har skrevet med egne ord, for eksempel titler og referater, blir stående.
contacts-goes-on = Møtet { $when } holdes uten personen.
contacts-called-off = Møtet { $when } avlyses.
contacts-erase-button = Slett { $name }
contacts-erased-name = Slettet kontakt
contacts-done-erased = Kontakten er slettet.
contacts-audit-erased = Slettet en kontakt
