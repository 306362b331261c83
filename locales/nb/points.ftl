score-heading = Måltavle
score-metric = Måltall
score-target = Mål
score-actual = Resultat
score-unit = Enhet
score-due = Nås innen
score-last = Forrige gang
score-gap = Avvik
score-trend = Utvikling
score-row = Rad { $n }
score-more = Flere rader
score-save = Lagre måltavlen
score-gap-no-target = Ikke noe mål
score-gap-not-known = Ikke noe tall ennå
score-gap-left = { $left } av { $target } gjenstår
score-gap-reached = Nådd
score-gap-beyond = Nådd, { $more } over
score-time-today = i dag er siste dag
score-time-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dager
}
score-time-weeks = { $count ->
    [one] { $count } uke
   *[other] { $count } uker
}
score-time-days-late = { $count ->
    [one] { $count } dag på overtid
   *[other] { $count } dager på overtid
}
score-time-weeks-late = { $count ->
    [one] { $count } uke på overtid
   *[other] { $count } uker på overtid
}
score-not-a-number = Skriv et tall, for eksempel { $example }.
score-unclear = Dette kan leses på to måter. Skriv { $thousands } med mellomrom eller ingenting mellom tusener, eller { $decimals } med to desimaler.
score-too-fine = Skriv høyst to desimaler.
score-too-large = Tallet er for stort.
score-no-metric = Skriv hva som måles.
score-twice = «{ $metric }» finnes allerede.
score-open-quote = Et avsluttende anførselstegn mangler.
score-too-many = Det er plass til høyst { $max } rader.
score-line = Linje { $n }:
score-file = Fra et regneark
score-file-hint = En CSV-fil med kolonnene måltall, mål, resultat, enhet og dato, og om du vil «Lavere er bedre» (ja eller nei). Rader med samme måltall fylles ut.
score-file-read = Les filen
score-file-missing = Velg en fil først.
score-file-too-large = Filen er større enn 64 kB.
score-file-not-text = Dette er ikke en CSV-fil. Lagre arket som CSV og velg den filen.
score-file-empty = Det er ingen rader i filen.
score-file-done = { $count ->
    [one] Én rad ble lest fra filen. Ingenting er lagret ennå.
   *[other] { $count } rader ble lest fra filen. Ingenting er lagret ennå.
}
score-plot = { $what }, eldste først: { $figures }
score-last-on = { $figure } den { $day }

point-prepare = Forbered
point-title = Forbered «{ $title }»
point-notes = Notater for kolleger
point-notes-hint = Vises for kolleger på møtesiden. Sendes aldri på e-post og vises aldri for kunder.
point-notes-guidance = Formuleringer å bruke med kunder
point-notes-guidance-hint = Bare for kolleger. Hele saken holdes utenfor e-poster, kalendere og kunders sider.
point-notes-strategy = Bakgrunn for beslutningen
point-links = Å lese på forhånd
point-links-hint = Adresser som begynner med https://. Alle inviterte får dem på e-post, også kunder, med mindre saken bare er for kolleger.
point-link-address = Adresse { $n }
point-link-label = Hva det er, { $n }
point-save = Lagre
point-done = Lagret.
point-stale = Noen andre har lagret i mellomtiden. Det du skrev, står fortsatt her; den lagrede versjonen finnes på møtesiden. Lagre igjen for å erstatte den.
point-no-link = Skriv en adresse som begynner med https://

thanks-heading = Hvem som får takk
thanks-person = Person
thanks-choose = Velg en person
thanks-reason = For hva?
thanks-metric = Tallet bak (valgfritt)
thanks-add = Legg til
thanks-remove = Fjern { $name }
thanks-kept = Hvem som får takk, vises når møtet begynner.
thanks-only-you = Til møtet begynner, ses dette bare av dem som forbereder saken.
thanks-proposed = Du kan takke
thanks-never = har ikke fått takk ennå
thanks-since = fikk sist takk { $when }
thanks-customers = { $count } kundemøter de siste { $days } dagene
thanks-full = Det er ikke plass til flere takk i denne saken.
thanks-gone = Personen er ikke her lenger. Velg en annen.
thanks-done = Lagt til.
thanks-removed = Fjernet.
thanks-list = Anerkjennelser
thanks-list-lead = Takk som er gitt i møter, de nyeste først.
thanks-list-empty = Ingen har fått takk i et møte ennå. Legg til en sak av typen Anerkjennelse på en saksliste.
thanks-when = Når
thanks-meeting = Møte
thanks-waiting = Lengst uten takk
thanks-waiting-lead = Personer i teamene dine som ikke har fått takk de siste fire ukene.

audit-meeting-point-prepared = Forberedte en sak
audit-meeting-scorecard-saved = Lagret en måltavle
audit-meeting-recognition-added = La til en takk
audit-meeting-recognition-removed = Fjernet en takk
point-tell = Send lenkene til alle nå; ellers kommer de med neste e-post om møtet
point-written = Send saken skriftlig i stedet
point-written-title = Skriftlig i stedet: { $title }
point-written-lead = Alle i møtet får dette på e-post. Deretter fjernes saken fra sakslisten eller tar mindre tid der.
point-written-words-hint = Det du ville ha sagt om den; lenker går fint. Høyst { $max } tegn.
point-written-keep = Minutter som beholdes på sakslisten til spørsmål
point-written-keep-hint = La feltet stå tomt for å fjerne saken fra sakslisten.
point-written-keep-less = Skriv mindre enn { $length }, eller la feltet stå tomt.
point-written-stopped = En grense krever saksliste for møtet. Behold noen minutter til saken, eller endre møtet først.
score-gap-above = { $more } over målet
score-gap-under = Nådd, { $less } under
score-less = Lavere er bedre
score-yes-or-no = Skriv ja eller nei.
