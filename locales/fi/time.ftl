## Oma aika: myyntiaika, vapaat

time-selling-title = Suojattu myyntiaika
time-selling-hint = Rastita tunnit, jotka pidät vapaina myynnille. Kokousta suunnitteleva näkee, milloin kokous veisi niistä osan.
time-selling-hour = Tunti
time-selling-cell = { $weekday } { $range }
time-selling-total = { $time } viikossa
time-selling-none = Myynnille ei ole varattu tunteja.
time-days-title = Vapaat ja poikkeavat työajat
time-days-hint = Rajat ja ehdotetut ajat ottavat nämä päivät huomioon.
time-days-none = Päiviä ei ole merkitty.
time-days-new = Lisää päiviä
time-days-first = Ensimmäinen päivä
time-days-last = Viimeinen päivä
time-days-last-hint = Jätä tyhjäksi, jos kyse on yhdestä päivästä.
time-days-from = Työaika alkaa
time-days-to = Työaika päättyy
time-days-hours-hint = Jätä molemmat ajat tyhjiksi, jos olet vapaalla.
time-days-stand-in = Sijainen
time-days-stand-in-hint = Päättää puolestasi, kun sinua pyydetään hyväksymään kokous.
time-days-nobody = Ei kukaan
time-days-off = Vapaalla
time-days-works = Työaika { $range }
time-days-by = Sijainen: { $name }
time-days-add = Lisää
time-days-remove = Poista
time-days-added = Päivät on merkitty.
time-days-removed = Merkintä on poistettu.
time-days-backwards = Viimeinen päivä ei voi olla ennen ensimmäistä.
time-days-over = Nämä päivät ovat jo menneet.
time-days-too-long = Yksi merkintä voi kattaa enintään { $max } päivää.
time-days-too-many = Sinulla on { $max } merkintää, eikä niitä voi olla enempää. Poista merkintä, jota et enää tarvitse.
time-days-gone = Tämä henkilö ei voi enää kirjautua. Valitse joku muu.
time-of-title = Työajat: { $name }
time-of-link = Työajat
time-of-no-work = Ei työskentele

## Ulkoiset kalenterit

time-calendars-title = Ulkoiset kalenterit
time-calendars-intro = Yhdistä muualla olevat kalenterisi, niin kukaan ei suunnittele kokousta ajalle, jolloin olet varattu. Vain ajat tallennetaan; otsikoita, paikkoja ja henkilöitä ei koskaan tuoda Sparsamiin.
time-calendars-yours = Omat ulkoiset kalenterit
time-calendars-none = Yhtään kalenteria ei ole yhdistetty.
time-calendars-new = Yhdistä kalenteri
time-calendars-name = Nimi
time-calendars-name-hint = Millä nimellä kutsut kalenteria. Jos jätät kentän tyhjäksi, nimeksi tulee palvelimen nimi.
time-calendars-address = Osoite (iCal tai ICS)
time-calendars-address-hint = Sen alussa on https:// tai webcal://. Kalenterissa sen nimi voi olla ”salainen osoite”, ”ICS-linkki” tai ”julkaistu kalenteri”. Osoite tallennetaan salattuna, eikä sitä näytetä uudelleen.
time-calendars-connect = Yhdistä
time-calendars-try = Yritä nyt
time-calendars-remove = Katkaise yhteys
time-calendars-connected = Kalenteri on yhdistetty. Se luetaan parin minuutin kuluessa.
time-calendars-removed = Kalenterin yhteys on katkaistu. Sen varatut ajat on poistettu.
time-calendars-asked = Kalenteri luetaan nyt. Lataa sivu hetken kuluttua uudelleen.
time-calendars-waiting = Ei vielä luettu; lukeminen vie pari minuuttia.
time-calendars-read = Luettu { $age }.
time-calendars-failing = Lukeminen ei ole onnistunut tämän jälkeen: { $when }.
time-calendars-last-read = Viimeksi luettu { $age }.
time-calendars-unknown = Niin kauan kuin näin on, työtoverit näkevät, ettei vapaita aikojasi tiedetä.
time-calendars-moved = Kalenteri ilmoittaa muuttaneensa. Jos luotat uuteen osoitteeseen, yhdistä se ja katkaise yhteys tähän:
time-calendars-too-many = Sinulla on { $max } kalenteria, eikä niitä voi olla enempää. Katkaise yhteys kalenteriin, jota et enää käytä.
time-age-now = juuri äsken
time-age-minutes = { $count ->
    [one] minuutti sitten
   *[other] { $count } minuuttia sitten
}
time-age-hours = { $count ->
    [one] tunti sitten
   *[other] { $count } tuntia sitten
}
time-age-days = { $count ->
    [one] päivä sitten
   *[other] { $count } päivää sitten
}
time-matter-calendar = Kalenterisi ”{ $name }” lukeminen ei ole onnistunut tämän jälkeen: { $when }

## Miksi ulkoista kalenteria ei voi lukea

trouble-unreachable = Palvelimeen ei saada yhteyttä. Tarkista osoite; jos kalenteri on yrityksen sisäverkossa, Sparsamin ylläpidon on ensin sallittava se.
trouble-slow = Palvelin ei vastaa ajoissa.
trouble-moved = Kalenteri on siirtynyt toiseen osoitteeseen.
trouble-refused = Palvelin epää pääsyn. Osoite on ehkä poistettu käytöstä, tai se vaatii salasanan.
trouble-missing = Osoitteessa ei ole enää kalenteria.
trouble-server-fault = Palvelin ilmoittaa virheestä.
trouble-too-large = Kalenteri on liian suuri luettavaksi.
trouble-not-a-calendar = Palvelimen vastaus ei ole kalenteri, jonka voisi lukea.
trouble-unusable = Tallennettua osoitetta ei voi käyttää. Katkaise kalenterin yhteys ja yhdistä se uudelleen.

## Ulkoisten kalenterien osoitteet

time-address-not-one = Liitä koko osoite: alusta (https:// tai webcal://) loppuun asti.
time-address-https = Osoitteen alussa on oltava https:// tai webcal://.
time-address-password = Poista osoitteesta nimi ja salasana. Käytä sen sijaan kalenterin salaista osoitetta.
time-address-port = Osoitteessa ei saa olla porttia.
time-address-not-public = Tämä osoite on sisäverkossa. Sparsamin ylläpidon on ensin sallittava se.

## Pyhäpäivät

time-half-day = { $name }, lyhyt työpäivä

## Viesti ulkoisesta kalenterista

mail-subject-calendar = Kalenteriasi ”{ $name }” ei voi lukea
mail-calendar-opening = Ulkoisen kalenterisi ”{ $name }” ({ $host }) lukeminen ei ole onnistunut tämän jälkeen: { $when }.
mail-calendar-effect = Sparsam yrittää edelleen. Kokouksia suunnittelevat työtoverit näkevät, ettei vapaita aikojasi tiedetä. Saat asiasta uuden viestin vasta, jos kalenteri on välillä saatu luettua.
mail-calendar-link = Näytä ulkoiset kalenterisi

## Loki

audit-kind-calendar = Ulkoinen kalenteri
audit-calendar-connected = Yhdisti ulkoisen kalenterin
audit-calendar-disconnected = Katkaisi ulkoisen kalenterin yhteyden
audit-person-selling-saved = Muutti suojattua myyntiaikaa
audit-person-days-off-added = Merkitsi vapaita
audit-person-days-off-removed = Poisti vapaita
audit-key-first-day = Ensimmäinen päivä
audit-key-last-day = Viimeinen päivä
audit-key-host = Palvelin
