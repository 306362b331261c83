## Käyttöönotto

setup-title = Ota Sparsam käyttöön
setup-steps = Vaiheet
setup-done = Valmis
setup-todo = Tekemättä
setup-skipped = Sisäinen postilaatikko
setup-task-company = Yritys
setup-task-account = Käyttäjätilisi
setup-task-mail = Sähköpostipalvelin
setup-task-team = Tiimi
setup-task-finish = Viimeistely
setup-leave = Voit poistua ja palata milloin tahansa; tallentamasi tiedot säilyvät.

setup-code-lead = Palvelin tulosti koodin käynnistyessään. Kopioi se sieltä tai avaa sen vieressä oleva linkki.
setup-code-label = Palvelimen antama koodi
setup-code-wrong = Koodi ei toimi. Palvelin tulostaa uuden koodin joka käynnistyksellä; käytä uusinta.
setup-code-sign-in = Loitko jo käyttäjätilisi? Kirjaudu sisään ja jatka.

setup-company-title = Yrityksesi
setup-company-name = Yrityksen nimi
setup-company-name-hint = Sellaisena kuin asiakkaat sen tuntevat.
setup-country = Maa
setup-country-hint = Käytetään kaikkeen, minkä jätät alla tyhjäksi.
setup-country-choose = Valitse maa
setup-country-se = Ruotsi
setup-country-fi = Suomi
setup-country-no = Norja
setup-country-dk = Tanska
setup-country-other = Muu maa
setup-zone = Aikavyöhyke
setup-zone-hint = Esimerkiksi Europe/Helsinki. Tyhjä tarkoittaa maan omaa.
setup-zone-needed = Kirjoita aikavyöhyke, esimerkiksi Europe/Berlin. Muun maan vyöhykettä emme voi tietää.
setup-language = Uusien henkilöiden kieli
setup-language-usual = Maan tavan mukaan
setup-hours = Työaika maanantaista perjantaihin
setup-hours-hint = Tyhjä tarkoittaa { $from }–{ $to } ja maan tavallista lounasaikaa. Jokainen voi muuttaa omaansa.
setup-hours-from = Työ alkaa
setup-hours-to = Työ päättyy
setup-lunch-from = Lounas alkaa
setup-lunch-to = Lounas päättyy
setup-hours-order = Päättymisajan on oltava alkamisajan jälkeen.
setup-hours-both = Täytä molemmat ajat tai jätä molemmat tyhjiksi.

setup-account-title = Käyttäjätilisi
setup-account-lead = Sinusta tulee ylläpitäjä. Muut voit kutsua hetken päästä.
setup-account-name = Nimesi
setup-account-taken = Osoite on jo käytössä. Kirjaudu sisään sillä.
setup-account-there = Olet kirjautunut nimellä { $name }.

setup-mail-title = Sähköpostipalvelin
setup-mail-lead = Kutsut lähtevät oman sähköpostipalvelimenne kautta. Voit ohittaa tämän: silloin viestit jäävät sisäiseen postilaatikkoon, josta voit lukea ne, eivätkä tavoita ketään.
setup-skip = Ohita toistaiseksi
setup-no-mail-yet = Sähköpostipalvelinta ei ole määritetty. Kutsut jäävät sisäiseen postilaatikkoon eivätkä tavoita ketään, ennen kuin määrität palvelimen.

setup-team-title = Tiimisi
setup-team-name = Tiimin nimi
setup-team-default = Myynti
setup-team-people = Keitä kutsut
setup-team-people-hint = Yksi osoite riville tai luettelo pilkuilla erotettuna. Myös Anna Berg <anna@nordvik.example> käy. Voit jättää tyhjäksi.
setup-team-button = Kutsu ja jatka
setup-team-bad = Tämä ei ole sähköpostiosoite: { $text }
setup-team-too-many = Kutsu enintään { $max } henkilöä kerralla. Voit kutsua lisää myöhemmin.
setup-team-raced = Joku muu kutsui juuri yhden näistä henkilöistä. Lähetä luettelo uudelleen.

setup-finish-title = Valmista
setup-finish-lead = Kun jatkat, nämä sivut sulkeutuvat lopullisesti. Kaikkea voi muuttaa myöhemmin kohdassa Ylläpito.
setup-finish-plan = Suunnittele ensimmäinen kokouksesi
setup-finish-week = Siirry omaan viikkoon
