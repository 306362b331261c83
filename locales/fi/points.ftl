score-heading = Tavoitetaulukko
score-metric = Mittari
score-target = Tavoite
score-actual = Toteuma
score-unit = Yksikkö
score-due = Viimeistään
score-last = Viimeksi
score-gap = Ero
score-trend = Kehitys
score-row = Rivi { $n }
score-more = Lisää rivejä
score-save = Tallenna taulukko
score-gap-no-target = Ei tavoitetta
score-gap-not-known = Ei vielä lukua
score-gap-left = Jäljellä { $left }/{ $target }
score-gap-reached = Saavutettu
score-gap-beyond = Saavutettu, { $more } yli
score-time-today = tänään on viimeinen päivä
score-time-days = { $count ->
    [one] { $count } päivä
   *[other] { $count } päivää
}
score-time-weeks = { $count ->
    [one] { $count } viikko
   *[other] { $count } viikkoa
}
score-time-days-late = { $count ->
    [one] { $count } päivä myöhässä
   *[other] { $count } päivää myöhässä
}
score-time-weeks-late = { $count ->
    [one] { $count } viikko myöhässä
   *[other] { $count } viikkoa myöhässä
}
score-not-a-number = Kirjoita luku, esimerkiksi { $example }.
score-unclear = Tämän voi lukea kahdella tavalla. Kirjoita { $thousands } niin, että tuhansien välissä on välilyönti tai ei mitään, tai { $decimals } kahdella desimaalilla.
score-too-fine = Kirjoita enintään kaksi desimaalia.
score-too-large = Luku on liian suuri.
score-no-metric = Kerro, mitä mitataan.
score-twice = ”{ $metric }” on jo mukana.
score-open-quote = Lopettava lainausmerkki puuttuu.
score-too-many = Taulukkoon mahtuu enintään { $max } riviä.
score-line = Rivi { $n }:
score-file = Taulukkolaskennasta
score-file-hint = CSV-tiedosto, jossa on sarakkeet mittari, tavoite, toteuma, yksikkö ja päivämäärä sekä halutessasi ”Pienempi on parempi” (kyllä tai ei). Saman mittarin rivit täydennetään.
score-file-read = Lue tiedosto
score-file-missing = Valitse ensin tiedosto.
score-file-too-large = Tiedosto on suurempi kuin 64 kt.
score-file-not-text = Tämä ei ole CSV-tiedosto. Tallenna taulukko CSV-muodossa ja valitse se tiedosto.
score-file-empty = Tiedostossa ei ole rivejä.
score-file-done = { $count ->
    [one] Tiedostosta luettiin yksi rivi. Mitään ei ole vielä tallennettu.
   *[other] Tiedostosta luettiin { $count } riviä. Mitään ei ole vielä tallennettu.
}
score-plot = { $what }, vanhin ensin: { $figures }
score-last-on = { $figure } ({ $day })

point-prepare = Valmistele
point-title = Valmistele ”{ $title }”
point-notes = Muistiinpanot kollegoille
point-notes-hint = Näkyvät kollegoille kokouksen sivulla. Niitä ei lähetetä sähköpostitse eikä näytetä asiakkaille.
point-notes-guidance = Näin asiasta puhutaan asiakkaille
point-notes-guidance-hint = Vain kollegoille. Koko kohta jää pois sähköposteista, kalentereista ja asiakkaiden sivuilta.
point-notes-strategy = Päätöksen tausta
point-links = Luettavaa etukäteen
point-links-hint = Osoitteet, joiden alussa on https://. Kaikki kutsutut saavat ne sähköpostitse, myös asiakkaat, ellei kohta ole vain kollegoille.
point-link-address = Osoite { $n }
point-link-label = Mikä se on, { $n }
point-save = Tallenna
point-done = Tallennettu.
point-stale = Joku muu tallensi tällä välin. Kirjoittamasi on yhä tässä; tallennettu sisältö näkyy kokouksen sivulla. Tallenna uudelleen, jos haluat korvata sen.
point-no-link = Kirjoita osoite, jonka alussa on https://

thanks-heading = Ketä kiitetään
thanks-person = Henkilö
thanks-choose = Valitse henkilö
thanks-reason = Mistä?
thanks-metric = Luku sen takana (valinnainen)
thanks-add = Lisää
thanks-remove = Poista { $name }
thanks-kept = Kiitettävät näytetään, kun kokous alkaa.
thanks-only-you = Ennen kokouksen alkua tämän näkevät vain ne, jotka valmistelevat kohtaa.
thanks-proposed = Voisit kiittää
thanks-never = ei vielä kiitetty
thanks-since = viimeksi kiitetty { $when }
thanks-customers = { $count } asiakastapaamista viimeisten { $days } päivän aikana
thanks-full = Tähän kohtaan ei mahdu enempää kiitoksia.
thanks-gone = Henkilö ei ole enää mukana. Valitse joku toinen.
thanks-done = Lisätty.
thanks-removed = Poistettu.
thanks-list = Kiitokset
thanks-list-lead = Kokouksissa sanotut kiitokset, uusimmat ensin.
thanks-list-empty = Ketään ei ole vielä kiitetty kokouksessa. Lisää esityslistalle kohta, jonka laji on Kiitokset.
thanks-when = Milloin
thanks-meeting = Kokous
thanks-waiting = Pisimpään ilman kiitosta
thanks-waiting-lead = Tiimiesi jäsenet, joita ei ole kiitetty neljään viikkoon.

audit-meeting-point-prepared = Valmisteli kohdan
audit-meeting-scorecard-saved = Tallensi tavoitetaulukon
audit-meeting-recognition-added = Lisäsi kiitoksen
audit-meeting-recognition-removed = Poisti kiitoksen
point-tell = Lähetä linkit kaikille heti; muuten ne tulevat seuraavassa kokousta koskevassa viestissä
point-written = Lähetä tämä kohta kirjallisena
point-written-title = Kirjallisena: { $title }
point-written-lead = Kaikki kokouksen osallistujat saavat tämän sähköpostitse. Sen jälkeen kohta poistuu esityslistalta tai vie siltä vähemmän aikaa.
point-written-words-hint = Se, mitä olisit sanonut siitä; linkkejä voi käyttää. Enintään { $max } merkkiä.
point-written-keep = Esityslistalle kysymyksiin jäävät minuutit
point-written-keep-hint = Jätä tyhjäksi, niin kohta poistuu esityslistalta.
point-written-keep-less = Kirjoita vähemmän kuin { $length } tai jätä tyhjäksi.
point-written-stopped = Raja vaatii kokoukselta esityslistan. Jätä kohdalle muutama minuutti tai muokkaa ensin kokousta.
score-gap-above = { $more } yli tavoitteen
score-gap-under = Saavutettu, { $less } alle
score-less = Pienempi on parempi
score-yes-or-no = Kirjoita kyllä tai ei.
