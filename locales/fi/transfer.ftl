## Importing files

imports-title = Tuonti
imports-lead = Tuo asiakkaat, yhteyshenkilöt ja myyntimahdollisuudet toisesta ohjelmasta CSV-tiedostona. Ensin näet, mitä tapahtuisi. Mikään ei muutu, ennen kuin käynnistät tuonnin, ja voit kumota sen 24 tunnin ajan.
imports-none = Ei vielä tiedostoja.
imports-discarded = Tiedosto on poistettu.
imports-new = Tuo tiedosto
imports-file = Tiedosto
imports-rows-are = Sisältö
imports-when = Milloin
imports-who = Kuka
imports-what = Mitä tiedostossa on?
imports-about-accounts = Yksi asiakas riviä kohti: nimi, Y-tunnus, myyjä, luokka, puhelin, osoite, muistiinpanot. Vain nimi on pakollinen.
imports-about-contacts = Yksi henkilö riviä kohti: nimi, sähköposti ja asiakas sekä mahdollisesti tehtävänimike, puhelin, kieli, aikavyöhyke ja tieto siitä, ettei henkilö halua kutsuja. Uudet asiakkaat lisätään samalla.
imports-about-opportunities = Yksi myyntimahdollisuus riviä kohti: aihe ja asiakas sekä mahdollisesti yhteyshenkilö, myyjä, vaihe, lähde, arvo, todennäköisyys, päivät ja seuraava askel. Asiakkaiden on oltava jo mukana, joten tuo ne ensin.
imports-about-people = Yksi kollega riviä kohti: nimi ja sähköposti sekä mahdollisesti rooli, tiimit, kieli ja aikavyöhyke. Ilman roolia heistä tulee jäseniä; esimiehet johtavat mainittuja tiimejä. Kukaan ei saa viestiä, ellet valitse niin seuraavalla sivulla.
imports-doubles-accounts = Asiakas tunnistetaan Y-tunnuksesta tai muuten nimestä. Kirjainkoolla ei ole väliä.
imports-doubles-contacts = Henkilö tunnistetaan sähköpostiosoitteesta. Tiedosto ei siirrä ketään toiselle asiakkaalle eikä salli uudelleen kutsuja, joista henkilö on kieltäytynyt.
imports-doubles-opportunities = Myyntimahdollisuus tunnistetaan asiakkaasta ja aiheesta. Kirjainkoolla ei ole väliä.
imports-doubles-people = Kollega tunnistetaan sähköpostiosoitteesta. Jo kirjautuneiden tiedot eivät muutu, ja rooleja muutetaan vain henkilön sivulla.
imports-for-customer = Kaikki rivit koskevat asiakasta { $name }, ellei rivillä mainita toista.
imports-choose = CSV-tiedosto
imports-choose-cards = CSV-tiedosto tai yhteyshenkilöt vCardina (.vcf)
imports-choose-hint = Enintään { $most } Mt ja { $rows } riviä. Pilkut, puolipisteet tai sarkaimet; UTF-8, UTF-16 tai Windows-1252.
imports-send = Lähetä tiedosto
imports-file-missing = Valitse tiedosto.
imports-file-empty = Tiedosto on tyhjä.
imports-file-not-text = Tämä ei ole tekstitiedosto. Tallenna työkirja CSV-muodossa ja lähetä se.
imports-file-too-large = Tiedosto on suurempi kuin { $most } Mt. Jaa se osiin.
imports-file-too-wide = Tiedostossa on yli { $most } saraketta. Jätä osa pois.
imports-file-no-cards = Tiedoston kortteja ei voi lukea, tai niitä on yli 2 000.
imports-too-many = Sinulla on { $most } keskeneräistä tiedostoa. Tuo tai poista ne ensin.

## How far a file has come

imports-state-receiving = Vastaanotetaan
imports-state-open = Odottaa sinua
imports-state-checking = Tarkistetaan
imports-state-running = Tuodaan
imports-state-stopped = Pysäytetty
imports-state-done = Tuotu
imports-state-undoing = Kumotaan
imports-state-undone = Kumottu
imports-state-failed = Keskeytyi
imports-progress = { $at } / { $all } riviä
imports-progress-so-far = { $at } riviä tähän mennessä
imports-leave-page = Voit poistua sivulta. Työ jatkuu itsestään.
imports-reload = Katso, miten pitkällä ollaan
imports-stop = Pysäytä

## What the columns hold

imports-mapping = Mitä sarakkeissa on?
imports-reading = Miten tiedosto on kirjoitettu
imports-encoding = Merkistö
imports-separator = Sarakkeiden välissä
imports-separator-semicolon = Puolipisteet
imports-separator-comma = Pilkut
imports-separator-tab = Sarkaimet
imports-separator-bar = Pystyviivat
imports-headed = Ensimmäisellä rivillä ovat otsikot
imports-look = Lue tiedosto uudelleen
imports-column = Sarake
imports-column-number = Sarake { $number }
imports-samples = Esimerkiksi
imports-holds = Sisältö
imports-column-none = Jätä pois
imports-column-twice = Kahdessa sarakkeessa ei voi olla sama ”{ $field }”. Jätä toinen pois.
imports-column-missing = Valitse sarake, jossa on: { $fields }.
imports-existing = Jos tieto on jo olemassa ja tiedostossa on toisin
imports-existing-hint = Tyhjät solut eivät koskaan poista mitään.
imports-existing-update = Käytä tiedoston tietoa
imports-existing-leave = Jätä ennalleen
imports-currency = Valuutta summille, joilla sitä ei ole
imports-currency-hint = Kolme kirjainta, esimerkiksi EUR. Summat pyöristetään kokonaisiksi.
imports-currency-unknown = Sellaista valuuttaa ei ole.
imports-invite = Lähetä uusille kollegoille viesti, jonka linkistä he voivat asettaa salasanan
imports-check = Katso, mitä tapahtuisi
imports-check-hint = Mitään ei vielä muuteta.
imports-discard = Poista tiedosto

## What happens to rows

imports-would = Mitä tapahtuisi
imports-happened = Mitä on tapahtunut
imports-count-new = Uusia
imports-count-changed = Muuttuneita
imports-count-same = Ennallaan
imports-count-double = Kahdesti tiedostossa
imports-count-refused = Hylättyjä
imports-run = Tuo
imports-nothing = Tuotavaa ei ole. Korjaa tiedosto tai muuta sarakkeiden sisältöä.
imports-go-on = Jatka
imports-stopped-hint = Tähän asti tuotu säilyy.
imports-failed-hint = Tuonti keskeytyi monta kertaa. Tähän asti tuotu säilyy. Jatka myöhemmin tai kumoa tuonti.
imports-undo = Kumoa tuonti
imports-undo-until = Voit kumota tuonnin { $when } asti. Sen jälkeen muutetut tiedot jäävät ennalleen.
imports-undone-count = Kumottuja
imports-stays = Jää, koska tietoa on muutettu tai käytetty sen jälkeen
imports-stays-count = Jäävät
imports-refused-title = Hylätyt rivit
imports-refused-would = Rivit, jotka hylättäisiin
imports-refused-first = Tässä näkyvät ensimmäiset { $most }. CSV-tiedostossa ovat kaikki.
imports-refused-download = Lataa CSV-tiedostona
imports-row = Rivi
imports-why = Miksi
imports-says = Rivillä lukee

## Columns

imports-field-first-name = Etunimi
imports-field-last-name = Sukunimi
imports-field-org-number = Y-tunnus
imports-field-postcode = Postinumero
imports-field-city = Postitoimipaikka
imports-field-country = Maa
imports-field-do-not-contact = Ei halua kutsuja (kyllä tai ei)
imports-field-contact-email = Yhteyshenkilön sähköposti

## Why rows are not taken

imports-reason-no-name = Nimi puuttuu.
imports-reason-no-email = Sähköpostiosoite puuttuu.
imports-reason-bad-email = Ei sähköpostiosoite: { $text }
imports-reason-no-customer = Asiakas puuttuu.
imports-reason-unknown-customer = Tällaista asiakasta ei ole: { $text }
imports-reason-unknown-contact = Asiakkaalla ei ole tällaista yhteyshenkilöä: { $text }
imports-reason-unknown-owner = Kenelläkään kollegalla ei ole tätä osoitetta tai nimeä, tai se on usealla: { $text }
imports-reason-unknown-team = Tämän nimistä tiimiä ei ole: { $text }
imports-reason-unknown-word = { $field }: arvoa { $text } ei tunnisteta.
imports-reason-bad-amount = Ei rahasumma: { $text }
imports-reason-bad-currency = Tällaista valuuttaa ei ole: { $text }
imports-reason-no-currency = Summa ilman valuuttaa.
imports-reason-bad-date = { $field }: { $text } ei ole päivämäärä.
imports-reason-bad-percent = Ei luku väliltä 0–100: { $text }
imports-reason-no-lost-reason = Hävitty, mutta syy puuttuu.
imports-reason-too-long = { $field } on liian pitkä: { $text } …
imports-reason-row-too-long = Rivi on liian pitkä: enintään 64 000 merkkiä.
imports-reason-too-wide = Rivillä on enemmän soluja kuin sarakkeita.
imports-reason-open-quote = Rivillä on lainausmerkki, jota ei suljeta, joten kaikki sen jälkeen luettiin yhtenä soluna.
imports-reason-not-text = Rivillä on jotain, mikä ei ole tekstiä.
imports-reason-conflict = Rivi { $text } koskee samaa asiaa, mutta siinä on eri tiedot.
imports-reason-colleague = Osoite kuuluu kollegalle: { $text }
imports-reason-contact = Osoite kuuluu asiakkaan yhteyshenkilölle: { $text }
imports-reason-other-customer = Osoite kuuluu toisen asiakkaan yhteyshenkilölle: { $text }
imports-reason-other-number = Asiakkaalla on jo toinen Y-tunnus: { $text }
imports-reason-name-taken = Toisella asiakkaalla on tämä nimi: { $text }
imports-reason-not-yours = Joku muu vastaa siitä.
imports-reason-left = Kollega on lähtenyt: { $text }
imports-reason-role-differs = Kollegalla on toinen rooli. Muuta se henkilön sivulla.
imports-reason-too-many-rows = Tiedostossa on liikaa rivejä. Tämä rivi ja kaikki sen jälkeiset jäävät pois.
imports-reason-busy = Joku muutti tietoa samalla hetkellä. Tuo rivi uudelleen.

## Audit log

imports-audit-kind = Tuonti
imports-audit-uploaded = Lähetti tuontitiedoston
imports-audit-begun = Aloitti tuonnin
imports-audit-stopped = Pysäytti tuonnin
imports-audit-finished = Sai tuonnin valmiiksi
imports-audit-undone = Kumosi tuonnin
imports-number-taken = Toisella asiakkaalla on jo tämä Y-tunnus.

## Contacts as files

imports-card = Tallenna vCardina
imports-cards = Tallenna kaikki vCardina
imports-contacts-here = Tuo yhteyshenkilöitä

## Taking data out

export-title = Vie kaikki tiedot
export-own-title = Omat tietoni
export-lead = Kaikki yrityksen tiedot Sparsamissa ZIP-pakettina, jossa on CSV-tiedostoja: henkilöt, asiakkaat, kokoukset, muistiot, rajat ja tapahtumaloki. Salasanat, salaisuudet ja yksityiset muistiinpanot eivät ole mukana.
export-own-lead = Mitä Sparsam tietää sinusta, ZIP-pakettina, jossa on CSV-tiedostoja: tilisi, aikasi, kokouksesi, vastauksesi, muistiinpanosi ja mitä olet tehnyt. Kahden viime vuoden ja kahden seuraavan vuoden kokouksesi ovat mukana myös kalenteritiedostona.
export-password-hint = Näin kukaan ei voi viedä tietoja, jos näyttösi on jäänyt lukitsematta.
export-button = Lataa paketti
export-effect = Latauksesta jää merkintä tapahtumalokiin.
export-readme = Yksi CSV-tiedosto kutakin tietolajia kohti; UTF-8, pilkut, ensimmäisellä rivillä ovat otsikot. Rivit viittaavat toisiinsa tunnisteilla. Ajat ovat UTC-aikaa. Solun edessä on heittomerkki, jos taulukkolaskenta pitäisi sitä kaavana.
export-audit-all = Vei kaikki tiedot
export-audit-own = Vei omat tietonsa

## For how long data are kept

retention-title = Säilytysajat
retention-lead = Kuinka monta päivää eri tietoja säilytetään. Vanhemmat poistetaan lopullisesti kerran tunnissa.
retention-mails = Sähköpostien sisältö
retention-imports = Tuodut tiedostot
retention-audit = Tapahtumaloki
retention-meetings = Menneet kokoukset ja kaikki, mitä niistä on kirjoitettu
retention-meetings-hint = Päiviä kokouksen jälkeen, { $least }–{ $most }. Jätä tyhjäksi, jos haluat säilyttää ne. Sarja poistetaan kokonaisuutena, ja kokous, jossa on avoimia tehtäviä, säilyy. Poistettu ei enää näy asiakkaiden historiassa eikä luvuissa.
retention-order = Säilytä kokoukset vähintään yhtä kauan kuin yhteyshenkilöt: niistä näkyy, milloin joku viimeksi tavattiin.
retention-audit-meetings = Poisti menneitä kokouksia
retention-audit-forgotten = Poistetut kokoukset
retention-contacts = Yhteyshenkilöt, joita kukaan ei enää tapaa
retention-hint = Päiviä, { $least }–{ $most }.
retention-contacts-hint = Päiviä ilman tapaamista tai muutosta, { $least }–{ $most }. Jätä tyhjäksi, jos haluat säilyttää tiedot. Henkilötiedot poistetaan; tapaamiset lasketaan edelleen. Ketään, jolla on avoin myyntimahdollisuus, ei poisteta.
retention-now = Poistettaisiin nyt: { $count }
retention-stays = Mitään ei poisteta.
retention-look = Katso, mitä poistettaisiin
retention-effect = Tapahtumalokiin merkitään, kuka valitsi mitä.
retention-saved = Säilytysajat on tallennettu.
retention-out-of-bounds = Kirjoita päivien määrä väliltä { $least }–{ $most }.
retention-audit-chosen = Valitsi tietojen säilytysajan
retention-audit-applied = Poisti yhteyshenkilöt, joita kukaan ei enää tapaa
