help-intro = Lyhyitä vastauksia yleisimpiin kysymyksiin.
help-all-topics = Kaikki ohjesivut

help-week-title = Oma viikko
help-week-what = Oma viikko on etusivu. Siinä näkyvät vastaustasi odottavat kutsut ja viikon kokoukset aikoineen, osallistujineen ja linkkeineen.
help-week-waiting = Sinua odottavat asiat ovat ylimpänä: kutsut, joihin et ole vastannut, ja kokoustesi viestit, joita ei saatu perille.

help-calendar-title = Kalenteri
help-calendar-views = Kalenterissa on päivä-, viikko-, kuukausi- ja luettelonäkymä. Kaikissa on samat kokoukset; luettelo on helpoin kuunnella ruudunlukijalla.
help-calendar-week = Viikoilla on ISO-numerot, ja ne alkavat maanantaista. Ajat näkyvät omalla aikavyöhykkeelläsi, jonka valitset asetuksissa.

help-planning-title = Kokouksen suunnittelu
help-planning-purpose = Valitse ensin tarkoitus. Se täyttää esityslistan, keston ja kokoustavan; itse muuttamasi kohdat säilyvät.
help-planning-people = Kutsu kollegoita, kokonaisia tiimejä tai asiakkaita. Pakollisia osallistujia tarvitaan, valinnaiset ovat tervetulleita, ja tiedoksi saavat saavat vain esityslistan.
help-planning-agenda = Anna joka kohdalle minuutit ja toivottu tulos. Minuutit lasketaan yhteen ja niitä verrataan kokouksen kestoon.
help-planning-preview = Ennen lähettämistä näet viestin sellaisena kuin kukin sen saa, ja kenellä on silloin jo toinen kokous.
help-planning-undo = Lähettämisen jälkeen voit hetken ajan kumota sen. Siihen mennessä kukaan ei ole saanut mitään.

help-answering-title = Kutsuun vastaaminen
help-answering-link = Avaa viestin linkki ja valitse kyllä, ehkä tai ei. Et tarvitse tunnusta. Pelkkä sivun avaaminen ei ole vastaus.
help-answering-change = Voit muuttaa vastaustasi samasta linkistä vielä viikon ajan kokouksen päättymisen jälkeen.
help-answering-stop = Asiakas voi kieltäytyä uusista kutsuista viestin lopussa olevasta linkistä. Sen jälkeen kukaan ei voi kutsua häntä.

help-feeds-title = Kokousten tilaaminen kalenteriin
help-feeds-what = Kalenteritilaus näyttää kokouksesi toisessa kalenterissa. Voit valita omat kokoukset, tiimin kokoukset, vain asiakastapaamiset tai varatut ajat ilman tietoja.
help-feeds-secret = Tilauksen osoite on salainen ja näytetään kerran. Kuka tahansa, jolla on osoite, voi lukea tilauksen. Voit vaihtaa osoitteen tai lopettaa tilauksen milloin vain.
help-feeds-delay = Muut kalenterit päivittyvät omaan tahtiinsa, usein vain muutaman kerran päivässä. Kutsut tulevat sähköpostilla heti.

help-settings-title = Asetukset
help-settings-profile = Valitse kieli, aikavyöhyke, kellonajan muoto ja vaalea tai tumma ulkoasu. Sivut ja viestit noudattavat sinun valintaasi, eivät lähettäjän.
help-settings-hours = Työaikasi ja lounasaikasi kertovat kollegoille, milloin kokous sopii sinulle.
help-settings-sessions = Näet, missä olet kirjautuneena, ja voit kirjautua ulos kaikkialta kerralla.

help-keys-title = Näppäimistö
help-keys-list = N suunnittelee kokouksen. G ja sitten W avaa oman viikon, G ja C kalenterin, G ja M kokoukset, G ja T tiimin. Ctrl+Enter lähettää lomakkeen.
help-keys-off = Näppäimet eivät tee mitään, kun kirjoitat. Voit poistaa ne käytöstä asetuksissa.

accessibility-aim = Sparsamin on tarkoitus sopia kaikille. Tavoitteena on WCAG 2.2:n taso AA.
accessibility-checks = Sivut tarkistetaan automaattisesti (axe-core) vaaleina ja tummina, leveinä ja kapeina. Automaattinen tarkistus ei löydä kaikkia vikoja.
accessibility-ways = Kaikki toimii pelkällä näppäimistöllä, 400 prosentin suurennoksella ja ilman JavaScriptiä. Mikään ei riipu pelkästä väristä.
accessibility-gaps = Kalenterin ruudukkoa on vaikea seurata kuuntelemalla; luettelonäkymässä on samat kokoukset. Ihmisten itse kirjoittamista teksteistä, kuten otsikoista ja esityslistoista, voi puuttua kielimerkintä.
accessibility-tell = Jos jokin estää sinua, kerro siitä sinut kutsuneelle yritykselle tai omalle ylläpitäjällesi. He voivat sillä välin suunnitella, vastata ja tehdä muutoksia puolestasi.

privacy-what = Sparsam säilyttää nimet, sähköpostiosoitteet, kielet, työajat, kokoukset esityslistoineen, vastaukset ja kommentit. Niitä tarvitaan kokousten suunnitteluun ja kutsujen lähettämiseen.
privacy-where = Kaikki säilytetään Sparsamia käyttävän yrityksen palvelimella. Sivut eivät lataa mitään muualta. Videolinkit vievät järjestäjän valitsemaan videopalveluun.
privacy-cookie = Käytössä on yksi eväste, joka pitää sinut kirjautuneena, ja käyttöönoton aikana toinen käyttöönottokoodia varten. Sinua ei seurata.
privacy-mails = Viesteissä ei ole kuvia eikä seurantaa. Viestin avaaminen ei kerro meille mitään; tiedämme vain vastauksesi ja sen, mitä sähköpostipalvelin ilmoittaa.
privacy-log = Palvelimen lokissa on kunkin sivun aika ja osoite salaisuudet peitettyinä sekä kävijän verkko-osoitteen sijasta tunniste, joka vaihtuu joka päivä. Muutokset ja kirjautumiset tallennetaan verkko-osoitteineen ylläpitäjien lokiin.
privacy-kept = Luonnokset ja päättyneet kirjautumiset poistuvat 30 päivän kuluttua. Ellei yritys ole valinnut toisin, sisäisen postilaatikon viestit poistuvat 90 päivän, tuodut tiedostot 30 päivän ja muutosloki kahden vuoden kuluttua. Yhteyshenkilöt, joita kukaan ei enää tapaa, poistetaan vain, jos yritys on niin valinnut. Kokoukset säilyvät, kunnes yritys poistaa ne.
privacy-rights = Jos haluat nähdä, oikaista tai poistaa sinusta säilytettäviä tietoja, ota yhteyttä Sparsamia käyttävään yritykseen. Asiakas voi lopettaa kutsut jokaisen viestin linkistä.
