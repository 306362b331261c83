## Places

nav-customers = Asiakkaat
customers-title = Asiakkaat
customers-one = Asiakas
customers-new = Lisää asiakas
customers-edit = Muokkaa asiakasta
customers-name = Yrityksen nimi
customers-stale = Joku muu tallensi tällä välin. Kirjoittamasi on yhä tässä; tallennetut tiedot näkyvät niiden omalla sivulla. Tallenna uudelleen, jos haluat korvata ne.
customers-name-taken = Toisella asiakkaalla on jo tämä nimi.
customers-search = Asiakkaan tai yhteyshenkilön nimi
customers-show = Näytä
customers-any = Kaikki
customers-whose = Kenen
customers-everybodys = Kaikkien
customers-mine = Omat
customers-teams = Omien tiimieni
customers-none = Ei vielä asiakkaita.
customers-none-found = Yksikään asiakas ei täsmää.
customers-owner = Myyjä
customers-owned-by = Vastuuhenkilö: { $name }
customers-nobody = Ei kukaan
customers-phone = Puhelin
customers-address = Postiosoite
customers-notes = Muistiinpanot
customers-notes-hint = Kaikki kollegat voivat lukea tämän.
customers-facts = Lyhyesti
customers-timeline = Mitä on tapahtunut
customers-nothing-yet = Ei vielä mitään.
customers-planned = Suunniteltu
customers-meeting-of = Tapaaminen, { $name }
customers-passed = { $count ->
    [one] yksi raja ylitettiin
   *[other] { $count } rajaa ylitettiin
}
customers-created = Asiakas on lisätty.
customers-saved = Asiakas on tallennettu.

## Rhythm

customers-rhythm = Tapaamisväli
customers-rhythm-hint = Pisin aika kahden tapaamisen välillä. Tähän valittu menee luokan edelle.
customers-as-class = Luokan mukaan
customers-no-target = Ei tapaamisväliä
customers-every = { $days } päivän välein
customers-last = Edellinen tapaaminen
customers-next = Seuraava tapaaminen
customers-never = Ei vielä
customers-not-planned = Ei suunniteltu
customers-due = Tapaamisen aika
customers-due-on = viimeistään { $date }
customers-earliest = Rajat sallivat alkaen
customers-earliest-never = Ei yhtään päivää vuoden sisällä
customers-too-often = Liian usein
customers-fine = Sopiva
customers-due-soon = Pian aika
customers-overdue = Myöhässä
customers-targets = Luokkien tapaamisvälit
customers-targets-lead = Kuinka pitkän ajan kuluttua kunkin luokan asiakas on aika tavata uudelleen. Rajat kertovat, kuinka usein enintään; yhdessä ne muodostavat asteikon liian usein tapaamisesta myöhästymiseen.
customers-targets-saved = Tapaamisvälit on tallennettu.
customers-class-rhythm = Tapaamisväli
customers-class-agenda = Asialista
customers-class-usual = Kuten vaiheessa yleensä
customers-class-lead = Uudet tapaamiset luokan asiakkaan kanssa alkavat asialistalla, jonka valitset tässä koko organisaation tallentamista.

## The audit log

customers-audit-created = Lisäsi asiakkaan
customers-audit-changed = Muutti asiakasta
customers-audit-rhythm = Muutti luokkien tapaamisvälejä
contacts-audit-created = Lisäsi yhteyshenkilön
contacts-audit-changed = Muutti yhteyshenkilöä
contacts-audit-agreed = Kirjasi suostumuksen
contacts-audit-withdrew = Kirjasi suostumuksen peruutuksen

## Contacts

contacts-title = Yhteyshenkilöt
contacts-new = Lisää yhteyshenkilö
contacts-edit = Muokkaa yhteyshenkilöä
contacts-none = Ei vielä yhteyshenkilöitä.
contacts-job = Tehtävänimike
contacts-email-hint = Jo lähetetyt kutsut säilyttävät osoitteen, johon ne menivät.
contacts-language-hint = Kutsut kirjoitetaan tällä kielellä.
contacts-rhythm-hint = Vain tälle henkilölle, yrityksen oman lisäksi.
contacts-taken = Tämä osoite on jo toisella.
contacts-created = Yhteyshenkilö on lisätty.
contacts-saved = Yhteyshenkilö on tallennettu.
contacts-permission = Saammeko ottaa yhteyttä?
contacts-silent = Ei kutsuja
contacts-may-be-invited = Saa kutsua tapaamisiin.
contacts-stopped-by-link = Pyysi sähköpostin linkillä { $date }.
contacts-stopped-on = { $date } alkaen: { $how }
contacts-stop-source = Miten henkilö pyysi, ettei kutsuja enää lähetetä
contacts-stop = Ei enää kutsuja
contacts-resume = Salli kutsut jälleen
contacts-no-consent = Suostumusta muihin viesteihin ei ole kirjattu.
contacts-agreed-on = Suostui yhteydenottoihin { $date }: { $how }
contacts-agree-source = Miten henkilö suostui
contacts-agree = Kirjaa suostumus
contacts-withdraw = Suostumus on peruttu
contacts-done-stopped = Henkilöä ei enää kutsuta.
contacts-done-resumed = Henkilön saa taas kutsua.
contacts-done-agreed = Suostumus on kirjattu.
contacts-done-withdrawn = Suostumus on poistettu.
contacts-is-erased = Henkilön tiedot on poistettu. Tapaamiset lasketaan edelleen.

## Erasure

contacts-erase = Poista yhteyshenkilön tiedot
contacts-erase-title = Poistetaanko tiedot: { $name }?
contacts-erase-what = Nimi, osoite, puhelinnumero, muistiinpanot ja henkilön kirjoittamat tekstit korvataan täällä, kaikissa tapaamisissa ja jo lähteneissä viesteissä. Tätä ei voi perua.
contacts-erase-stays = Tapaamiset lasketaan edelleen. Viestit nyt peruttavasta tapaamisesta lähetetään vielä, ja vanhat lokimerkinnät poistetaan myöhemmin. Kollegoiden omin sanoin kirjoittamat tekstit, kuten otsikot ja muistiot, säilyvät.
contacts-goes-on = Tapaaminen { $when } pidetään ilman henkilöä.
contacts-called-off = Tapaaminen { $when } perutaan.
contacts-erase-button = Poista tiedot: { $name }
contacts-erased-name = Poistettu yhteyshenkilö
contacts-done-erased = Henkilön tiedot on poistettu.
contacts-audit-erased = Poisti yhteyshenkilön tiedot
