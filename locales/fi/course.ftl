run-title = Vedä kokous
run-opens = Tämä sivu avautuu { $when }. Silloin esityslista käydään läpi täällä, kellon kanssa, jonka kaikki näkevät.
run-ready = Jaa tämä sivu näytölle. Kaikki, joilla se on auki, näkevät saman kohdan ja saman kellon.
run-begin = Aloita kokous
run-over = Kokous on päättynyt. Kirjatut asiat ovat muistiossa.
run-no-point = Kaikki kohdat on käyty läpi
run-next = Seuraavaksi: { $title }
run-meeting = Kokous
run-until = { $when } asti
run-was-until = suunniteltu { $when } asti
run-since = alkaen { $when }
run-left-point = Kohdan aikaa jäljellä:
run-soon = Kohtaan on minuutti aikaa
run-to-next = Seuraava kohta
run-point-done = Kohta on käsitelty
run-more = +5 min
run-park = Siirrä ensi kertaan
run-end = Lopeta kokous
run-take-up = Ota esille
run-taken = { $taken } / { $planned }
run-came-of-it = Tulokset
run-decision = Päätös yhdellä rivillä
run-note-decision = Kirjaa päätös
run-action = Tehtävä yhdellä rivillä
run-note-action = Kirjaa tehtävä
run-hold-still = Älä lataa sivua uudelleen, kun kirjoitan
run-go-on-reloading = Jatka sivun lataamista
run-done-behind = Joku ehti ensin, joten mitään ei muutettu. Kokous on nyt tässä.

fate-ahead = Ei ehditty
fate-now = Käsittelyssä
fate-discussed = Käsitelty
fate-parked = Siirretty
presence-attended = Läsnä
presence-absent = Poissa
presence-excused = Ilmoittanut esteestä
outcome-held = Kokous pidettiin
outcome-no-show = Ne, joita se koski, eivät tulleet
outcome-not-held = Ei pidetty, muu syy
achieved-fully = Tavoite saavutettiin
achieved-partly = Tavoite saavutettiin osittain
achieved-not = Tavoitetta ei saavutettu
action-open = Tekemättä
action-done = Tehty
action-dropped = Ei enää tarpeen

minutes-title = Muistio
minutes-write = Kirjoita muistio
minutes-read = Lue muistio
minutes-open = Kesken
minutes-closed = Suljettu
minutes-to-meeting = Kokouksen sivulle
minutes-lead = Kokouksen aikana ei kirjattu mitään. Kirjoita kolme riviä, kun vielä muistat.
minutes-empty = Tästä kokouksesta ei ole vielä kirjattu mitään.
minutes-outcome = Tulos
minutes-took-place = Pidettiinkö kokous?
minutes-achieved = Saavutettiinko tavoite?
minutes-result = Mihin päädyttiin (yhdellä rivillä)
minutes-next-step = Seuraava askel
minutes-points = Kohdat
minutes-fate = Miten kävi
minutes-notes = Muistiinpanot
minutes-standing = Esityslistalla joka kerta
minutes-thanks = Kiitokset
minutes-decisions = Päätökset
minutes-decision = Päätös
minutes-actions = Tehtävät
minutes-action = Mitä pitää tehdä
minutes-what = Mitä
minutes-who = Kuka
minutes-due = Viimeistään
minutes-due-hint = Esimerkiksi huomenna, perjantai tai päivämäärä.
minutes-rows-hint = Poista rivi tyhjentämällä se. Lisää rivejä tulee, kun tallennat.
minutes-none-yet = Ei vielä
minutes-nobody = Ei vielä kukaan
minutes-unsaid = Ei kerrottu
minutes-people = Ketkä olivat paikalla
minutes-onward = Mitä jäi
minutes-next-meeting = Kokous, jossa sitä jatketaan
minutes-next-date = Sarjan seuraava kerta
minutes-next-none = Ei mikään
minutes-next-hidden = Toinen kokous, jota et näe
minutes-cannot-follow = Tämä kokous ei voi jatkaa keskeneräisiä asioita. Valitse toinen.
minutes-next-at = Seuraava kokous on { $when }.
minutes-share = Jaa asiakkaalle
minutes-share-result = Jaa tulos ja seuraava askel asiakkaalle
minutes-share-notes = Jaa muistiinpanot asiakkaalle
minutes-shared = Jaettu asiakkaalle
minutes-send = { $people ->
    [one] Sulje ja lähetä yhdelle henkilölle
   *[other] Sulje ja lähetä { $people } henkilölle
}
minutes-send-hint = Kaikki kokouksessa olleet ja tiedoksi saajat saavat viestin. Suljettu muistio ei enää muutu, mutta voit avata sen uudelleen.
minutes-send-hint-customers = Kollegat saavat kaiken. Asiakkaat saavat sen, minkä olet merkinnyt heille jaettavaksi; jos mitään ei ole merkitty, he eivät saa viestiä. Suljetun muistion voi avata uudelleen.
minutes-close-quietly = Sulje lähettämättä
minutes-reopen = Avaa uudelleen
minutes-editions = Versiot
minutes-edition = Versio { $number }, { $when }
minutes-closed-by = Sulki: { $name }, { $when }
minutes-reopened-by = Avasi uudelleen: { $name }, { $when }
minutes-ran = Pidettiin { $when }
minutes-by-day = { $what } (viimeistään { $day })
minutes-owner-does = { $name }: { $what }
minutes-not-yet = Muistiota voi kirjoittaa varttia ennen kokousta alkaen.
minutes-too-many = Kokoukseen mahtuu näitä { $most }.
minutes-too-long = Kaikki yhteensä on liian pitkä. Käytä kaikissa kentissä yhteensä enintään { $most } merkkiä.
minutes-point-gone = Kohta poistettiin esityslistalta, kun kirjoitit. Mitään ei ole vielä tallennettu; tallenna uudelleen, niin muu säilyy. Tämän kirjoitit kohdasta: { $words }
minutes-closed-meanwhile = Muistio suljettiin sillä välin. Kirjoittamasi on alla; jos haluat tallentaa sen, avaa muistio uudelleen.
minutes-changed-meanwhile = Joku muu kirjoittaa juuri nyt. Tallenna uudelleen.
minutes-both = { $fields ->
    [one] Joku muu muutti kenttää, jota sinäkin muutit. Molemmat tekstit ovat alla; valitse ja tallenna uudelleen.
   *[other] Joku muu muutti { $fields } kenttää, joita sinäkin muutit. Molemmat tekstit ovat alla; valitse ja tallenna uudelleen.
}
minutes-other-wrote = Joku muu kirjoitti:
minutes-other-emptied = Joku muu tyhjensi kentän.
minutes-next-closed = Seuraavan kokouksen muistio on suljettu, joten tämä pysyy ennallaan.
minutes-done-saved = Tallennettu.
minutes-done-closed = Muistio on suljettu. Kukaan ei saa viestiä.
minutes-done-sent = { $mails ->
    [one] Muistio on suljettu. Yksi viesti lähtee minuutin kuluttua; jos avaat muistion sitä ennen, mitään ei lähde.
   *[other] Muistio on suljettu. { $mails } viestiä lähtee minuutin kuluttua; jos avaat muistion sitä ennen, mitään ei lähde.
}
minutes-done-reopened = Muistio on taas auki. Aiempi versio säilyy.
minutes-you-do = Sinun tehtäväsi
minutes-others-do = Muiden tehtävät

minutes-count-decisions = { $count ->
    [one] 1 päätös
   *[other] { $count } päätöstä
}
minutes-count-actions = { $count ->
    [one] 1 tehtävä
   *[other] { $count } tehtävää
}
minutes-count-yours = { $count ->
    [one] 1 tehtävä (sinulle)
   *[other] { $count } tehtävää ({ $yours } sinulle)
}

minutes-mail-subject = Muistio: { $title }, { $day }: { $counts }
minutes-mail-subject-customer = Tapaamisestamme: { $title }, { $day }
minutes-mail-opening = Tähän kokouksessa päädyttiin.
minutes-mail-opening-again = Muistiota on muutettu. Tämä on uusi versio.
minutes-mail-opening-customer = Kiitos tapaamisesta. { $name } lähettää sinulle, mitä kirjasimme.
minutes-mail-next-step = Seuraava askel: { $what }
minutes-mail-next-meeting = Seuraava kerta: { $when }
minutes-mail-open = Avaa muistio ja merkitse tehdyt
minutes-mail-worth = Oliko kokous aikasi arvoinen? Vastaa yhdellä napsautuksella
minutes-mail-footer = Sait tämän viestin, koska { $name }, { $company }, kutsui sinut kokoukseen.
minutes-mail-footer-customer = Sait tämän viestin, koska tapasit henkilön { $name }, { $company }.

carry-title = Viime kerralta
carry-open-actions = Vielä tekemättä
carry-points = Seuraavaan kokoukseen siirtyvät kohdat
carry-hint = Kohdat, joista et päätä mitään, palaavat esityslistalle, kun kokous alkaa.
carry-came-back = Viime kerralta
carry-standing = esityslistalla joka kerta
carry-parked = siirrettiin viime kerralla
carry-not-reached = ei ehditty viime kerralla
carry-open-action = jotakin on vielä tekemättä
carry-skipped = jätettiin väliin viime kerralla
carry-on-agenda = on esityslistalla
carry-skipped-now = jätetään väliin tällä kertaa
carry-keep = Pidä
carry-skip = Jätä kerran väliin
carry-drop = Poista
carry-done-kept = Se on esityslistalla.
carry-done-skipped = Jätetään väliin tällä kertaa. Se palaa seuraavalla kerralla.
carry-done-dropped = Se ei enää palaa.
carry-done-late = Kokous on alkanut tai peruttu, joten mitään ei muutettu.
carry-done-full = Esityslista on täynnä. Poista ensin jokin kohta.

actions-title = Tehtävät
actions-whose = Kenen tehtävät
actions-mine = Omat
actions-of-teams = Tiimieni
actions-empty = Ei tehtäviä. Tehtävät tulevat kokousten muistioista.
actions-from = Mistä
actions-late = Myöhässä
actions-today = Tänään
actions-mark-done = Merkitse tehdyksi
actions-drop = Ei tarpeen
actions-reopen = Avaa uudelleen
actions-settled = Viimeisten 30 päivän aikana hoidetut
actions-done-settled = Merkitty.
decisions-title = Päätösloki
decisions-search = Hae
decisions-in = Hae kohteesta
decisions-day = Päivä
decisions-empty = Vielä ei ole kirjattu mitään.
decisions-none = Haulla ”{ $text }” ei löytynyt mitään.
digest-actions-title = Tehtävät:
digest-action = { $day }: { $what } ({ $title })
my-week-action = Tehtävä: { $what }
my-week-minutes = Kirjoita muistio: { $title }, { $when }

notes-title = Omat muistiinpanot
notes-hint = Vain sinä näet nämä. Ne eivät ole viesteissä, muistioissa eivätkä muissa tietojen vienneissä kuin omassasi.
notes-whole = Koko kokous
notes-gone = Kohta, jota ei enää ole
notes-done-saved = Muistiinpanosi on tallennettu.

worth-title = Oliko kokous aikasi arvoinen?
worth-hint = Järjestäjä näkee vain keskiarvon, ja senkin vasta kun neljä on vastannut.
worth-who-sees = { $name } näkee vain keskiarvon, ja senkin vasta kun neljä on vastannut.
worth-least = ei lainkaan
worth-most = erittäin
worth-send = Vastaa
worth-done = Kiitos, vastauksesi on kirjattu.
worth-few = Ajan arvoinen: näytetään, kun { $fewest } on vastannut.
worth-average = Ajan arvoinen: { $average } / 5, { $count } vastausta

audit-meeting-begun = Aloitti kokouksen
audit-meeting-ended = Lopetti kokouksen
audit-meeting-minutes-closed = Sulki muistion
audit-meeting-minutes-reopened = Avasi muistion uudelleen
run-resume = Jatka kokousta
run-resume-hint = Onnistuu minuutin ajan päättämisen jälkeen.
run-done-late = Kokous lopetettiin yli minuutti sitten, joten sitä ei voi enää jatkaa. Puuttuvat asiat voi kirjoittaa muistioon.
audit-meeting-resumed = Jatkoi kokousta
action-link-title = Tehtäväsi
action-link-from = Sovittu: ”{ $title }”, { $day }
action-link-due = Viimeistään { $day }
action-link-reopen = Ei sittenkään tehty
action-link-saved = Merkitty.
action-link-slow = Olet painanut tätä monta kertaa lyhyessä ajassa. Yritä hetken kuluttua uudelleen.
minutes-locked = Tämä muistio suljettiin yli { $days } päivää sitten. Järjestäjän esihenkilö voi avata sen uudelleen.
