## Calendar subscriptions

feeds-title = Kalenteritilaukset
feeds-intro = Näet kokouksesi kalenterissa, jota jo käytät. Jokaisella tilauksella on salainen osoite: kuka tahansa, jolla se on, voi lukea tilauksen sisällön. Luo siis oma tilaus kullekin laitteelle äläkä anna osoitetta kenellekään.
feeds-slow = Jotkin kalenterit, esimerkiksi Googlen, päivittyvät vain kerran päivässä. Nopeimmin saat tiedon muutoksista sähköpostilla.
feeds-empty = Sinulla ei ole vielä tilauksia.
feeds-yours = Tilauksesi
feeds-new = Uusi tilaus
feeds-create = Luo osoite
feeds-kind-mine = Omat kokoukseni
feeds-kind-customers = Omat asiakastapaamiseni
feeds-kind-busy = Milloin olen varattu
feeds-kind-team = Tiimi: { $team }
feeds-kind-team-gone = Tiimi, johon et enää kuulu
feeds-hint-mine = Kaikki kokoukset, joista et ole kieltäytynyt
feeds-hint-customers = Vain tapaamiset asiakkaiden kanssa
feeds-hint-busy = Vain ajat, ei otsikoita eikä nimiä
feeds-hint-team = Tiimin kaikkien jäsenten kaikki kokoukset
feeds-hint-team-busy = Omat kokouksesi kokonaan, kollegoiden muista kokouksista vain ajat
feeds-used = Haettu viimeksi { $when }
feeds-never-used = Ei vielä haettu
feeds-rotate = Luo uusi osoite
feeds-rotate-title = Luodaanko uusi osoite?
feeds-rotate-effect = Vanha osoite lakkaa toimimasta heti, eivätkä sitä käyttävät kalenterit enää päivity. Tilaa niissä uudelleen uudella osoitteella, joka näytetään vain kerran.
feeds-made-before = Tilaus luotiin juuri äsken, ja osoite näytettiin silloin. Jos et ottanut sitä talteen, luo uusi osoite.
feeds-revoke = Lopeta
feeds-rotate-hint = Kun luot uuden osoitteen tai lopetat tilauksen, vanha osoite lakkaa toimimasta heti.
feeds-revoked = Tilaus on lopetettu. Sen osoite ei enää toimi.
feeds-too-many = Sinulla on jo { $max } tilausta, eikä enempää voi olla. Lopeta jokin, jota et enää käytä.
feeds-issued-title = Salainen osoitteesi
feeds-issued-new = Tilaus on valmis.
feeds-issued-rotated = Tilauksella on uusi osoite. Vanha ei enää toimi.
feeds-issued-once = Osoite näytetään vain tämän kerran. Tilaa nyt tai kopioi osoite; myöhemmin voit vain luoda uuden.
feeds-subscribe = Tilaa
feeds-address = Kopioitava osoite
feeds-address-hint = Kalentereihin, joihin osoite liitetään, esimerkiksi kohtaan ”URL-osoitteesta”.
feeds-back = Takaisin tilauksiin

## Inside subscriptions

feeds-busy = Varattu
feeds-name-mine = { $name }: kokoukset
feeds-name-customers = { $name }: asiakastapaamiset
feeds-name-busy = { $name }: varattu
feeds-name-team = { $team }: kokoukset
