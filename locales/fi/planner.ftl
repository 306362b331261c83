planner-title = Suunnittele kokous
planner-edit-title = Muuta kokousta
planner-purpose-legend = Mitä varten?
planner-purpose-fill = Täytä tätä tarkoitusta varten
planner-stage-label = Missä vaiheessa kauppa on?
planner-template-use = Käytä tämän tarkoituksen pohjaa
planner-filled-in = Esityslista, kesto tai kokoustapa noudattaa nyt tarkoitusta. Tarkista ne ja lähetä uudelleen.
planner-kept-agenda = Esityslista säilyi sellaisena kuin kirjoitit sen.
planner-kept-length = Kesto säilyi valitsemanasi.
planner-kept-format = Kokoustapa säilyi valitsemanasi.
planner-title-label = Otsikko
planner-title-hint = Kerro, mistä päätetään, esimerkiksi ”Sovitaan joulukuun tavoitteet”.
planner-title-missing = Kirjoita otsikko, joka kertoo, mistä päätetään.
planner-people-legend = Ketkä tarvitaan?
planner-who-label = Lisää henkilöitä tai tiimi
planner-who-hint = Nimi, sähköpostiosoite tai tiimi. Kutsu vain ne, jotka päättävät tai tekevät.
planner-add = Lisää
planner-who-nobody = Sen nimistä henkilöä ei ole. Uuden henkilön voit kutsua sähköpostiosoitteella.
planner-who-several = Osumia on useita. Valitse alta, ketä tarkoitat.
planner-who-left = Näitä ei voitu lisätä, ja ne ovat yhä kentässä: { $names }
planner-who-which = Ketä tarkoitat?
planner-who-own = Kokouksen järjestäjä on aina mukana eikä näy luettelossa.
planner-who-team-empty = Siinä tiimissä ei ole ketään kutsuttavaa.
planner-who-gone = Ei voi enää kutsua: { $name }.
planner-who-silent = Ei halua enää kutsuja: { $name }. Poista luettelosta tai soita.
planner-nobody = Ei vielä ketään.
planner-nobody-invited = Lisää ainakin yksi henkilö.
planner-too-many-people = Kokoukseen mahtuu enintään { $max } henkilöä sinut mukaan lukien.
planner-customer = Asiakas
planner-new-hint = Uusi henkilö. Lähetys lisää henkilön ja yrityksen asiakkaisiin.
planner-new-name = Nimi
planner-new-account = Yritys
planner-new-account-hint = Jos jätät tyhjäksi, nimeksi tulee { $domain }.
planner-role = Osallistuu
planner-why = Siksi sinut on kutsuttu
planner-remove = Poista
planner-open = Asiakkaat näkevät kaikki kutsutut
planner-open-hint = Muuten asiakas näkee vain järjestäjän ja oman nimensä. Kollegat näkevät aina kaikki.
planner-agenda-legend = Esityslista
planner-agenda-empty = Ei vielä kohtia. Sen näkevät osallistujatkin.
planner-moved = { $item } on nyt { $at }/{ $n }.
planner-edge = Ei voi siirtää pidemmälle.
planner-point = Kohta { $number }
planner-point-title = Mistä on kyse
planner-point-minutes = Minuutit
planner-point-owner = Vetäjä
planner-point-wanted = Mitä varten
planner-point-kind = Laji
planner-point-add = Lisää kohta
planner-point-remove = Poista ”{ $title }”
planner-up = Siirrä ”{ $title }” ylöspäin
planner-down = Siirrä ”{ $title }” alaspäin
planner-point-too-long = Kohta kestää enintään vuorokauden.
planner-too-many-points = Esityslistaan mahtuu enintään { $max } kohtaa.
planner-owner-everyone = Kaikki
planner-beyond = ei mahdu aikaan
planner-sum = Kohdat vievät { $sum }.
planner-sum-within = Kohdat vievät { $sum }, aikaa on { $length }.
planner-sum-over = Kohdat vievät { $sum }, kokous kestää { $length }: { $over } liikaa.
planner-when-legend = Milloin?
planner-when-sent = Aika pysyy ennallaan.
planner-move = Siirrä kokousta
planner-date = Päivä
planner-date-hint = Esimerkiksi { $example }, keskiviikko tai huomenna.
planner-time = Alkaa klo
planner-time-hint = Esimerkiksi 14 tai 14.30.
planner-length = Kesto
planner-length-hint = Esimerkiksi 30 tai 1 t 30 min.
planner-length-range = Kokous kestää { $min } – { $max }.
planner-zone = Aikavyöhyke
planner-zone-hint = Jokainen näkee ajan omalla aikavyöhykkeellään.
planner-echo = { $date }, viikko { $week }
planner-past = Tämä on jo mennyt. Valitse myöhempi aika.
planner-where-legend = Missä?
planner-video-legend = Videolinkki
planner-room-hint = Sinulla ei ole vielä vakiohuonetta.
planner-room-settings = Lisää se asetuksissa
planner-no-server = Kokoukselle ei voi luoda omaa huonetta, koska videopalvelinta ei ole. Liitä sen sijaan linkki.
planner-no-room = Järjestäjällä ei ole vakiohuonetta. Liitä sen sijaan linkki.
planner-link = Linkki
planner-link-hint = Liitettävä linkki. Sen alussa on https://.
planner-place-label = Huone, osoite tai puhelinnumero
planner-impact-title = Ennen lähetystä
planner-mails = { $count ->
    [one] Yksi henkilö saa kutsun sähköpostitse ja sinä kopion kalenteriisi.
   *[other] { $count } henkilöä saa kutsun sähköpostitse ja sinä kopion kalenteriisi.
}
planner-languages = Viestien kielet: { $languages }.
planner-people-time = { $time } osallistujien aikaa.
planner-overlaps = Samaan aikaan
planner-overlap-title = { $name }: { $title }, { $when }
planner-overlap-busy = { $name }: varattu, { $when }
planner-overlap-held = { $name }: ajan varannut { $owner }, { $when }
planner-no-overlaps = Kenelläkään ei ole silloin muuta kokousta.
planner-mode-relay = Viestit lähtevät sähköpostipalvelimenne kautta.
planner-mode-mailbox = Sähköpostipalvelinta ei ole määritetty: viestit jäävät sisäiseen postilaatikkoon.
planner-send = { $count ->
    [one] Lähetä kutsu
   *[other] Lähetä { $count } kutsua
}
planner-send-nobody = Lähetä kutsut
planner-send-change = Tallenna ja ilmoita
planner-send-quiet = Tallenna
planner-quiet = Tallenna ilmoittamatta
planner-quiet-hint = Sellaista varten, josta ei kannata lähettää viestiä: otsikko, asialista, paikka tai linkki. Kalenterisyötteissä muutos näkyy heti, muut saavat sen tietoonsa seuraavassa viestissä. Uudet henkilöt kutsutaan ja poistetuille ilmoitetaan silti.
planner-hold = Varaa aika, kunnes kutsut lähetetään
planner-hold-hint = Tulee voimaan, kun tallennat luonnoksen: kaikki, joiden on tultava, näkyvät silloin varattuina enintään kolme päivää. Kenellekään ei lähetetä sähköpostia.
planner-hold-when = Valitse ensin tuleva päivä, aika ja kesto. Sitten aika voidaan varata.
planner-hold-many = { $count } luonnostasi varaa jo aikaa. Lähetä tai poista niistä yksi tai tallenna varaamatta aikaa.
planner-held = { $first } on varattu { $until } asti: { $names }.
planner-held-dates = { $count } ajankohtaa on varattu { $until } asti: { $names }.
planner-held-not = Ei varattu, tai ei kaikkia ajankohtia: { $names }. Heillä on silloin muuta tai heidät on lisätty myöhemmin; yritä tallentamalla uudelleen.
planner-held-nothing = Aikaa ei ole nyt varattu. Varaa se tallentamalla luonnos; jos kaikilla on silloin muuta, varattavaa ei ole.
planner-hold-large = Näin monen henkilön aikaa näin monena ajankohtana ei voi varata (enintään { $most }, henkilöt kertaa ajankohdat). Tallenna ilman sitä.
planner-save-draft = Tallenna luonnos
planner-update-preview = Päivitä esikatselu
planner-show-mail = Näytä viesti
planner-mails-title = Tällaisena kutsu näkyy
planner-saved = Tallennettu { $time }. Kenellekään ei ole ilmoitettu.
planner-kept = Tallennettu { $time }
planner-delete-draft = Poista luonnos
planner-sent-already = Tämä lomake on jo lähetetty. Uusi lähetys luo toisen kokouksen.
planner-over = Kokous on ohi, eikä sitä voi enää muuttaa.
planner-cancelled = Kokous on peruttu, eikä sitä voi enää muuttaa.
planner-stale = Joku muu muutti kokousta sen jälkeen, kun avasit sen. Kirjoittamasi on alla; lähetys korvaa toisen version.
planner-stale-table = Molemmat versiot
planner-stale-yours = Kuten kirjoitit
planner-stale-theirs = Kuten se on nyt
planner-told-nobody = Kukaan ei saa viestiä: mikään heidän tietämänsä ei ole muuttunut.
planner-told-later = Kukaan ei saa viestiä nyt. Muutos kerrotaan seuraavassa viestissä.
planner-told-update = { $count ->
    [one] Yksi henkilö saa päivityksen: { $names }.
   *[other] { $count } henkilöä saa päivityksen: { $names }.
}
planner-told-invited = { $count ->
    [one] Yksi henkilö kutsutaan: { $names }.
   *[other] { $count } henkilöä kutsutaan: { $names }.
}
planner-told-gone = { $count ->
    [one] Yksi henkilö saa tiedon, ettei häntä enää tarvita: { $names }.
   *[other] { $count } henkilöä saa tiedon, ettei heitä enää tarvita: { $names }.
}
planner-told-stands = Vastaukset ovat voimassa: ketään ei kysytä uudelleen.
planner-limits-tick = Vahvista, että olet nähnyt varoitukset.
planner-limits-reason = Anna vähintään kymmenen merkin perustelu.
planner-limits-other = Raja ei salli tätä. Valitse toinen aika, vähemmän ihmisiä tai lyhyempi kokous.
