## Pages

pipeline-title = Myyntimahdollisuudet
pipeline-one = Myyntimahdollisuus
pipeline-new = Lisää myyntimahdollisuus
pipeline-edit = Muokkaa myyntimahdollisuutta
pipeline-views = Näkymät
pipeline-list = Luettelo
pipeline-board = Taulu
pipeline-funnel = Suppilo
pipeline-search = Osa otsikosta tai asiakkaasta
pipeline-none = Ei myyntimahdollisuuksia.
pipeline-what = Mistä on kyse
pipeline-what-hint = Muutamalla sanalla, esimerkiksi: Huoltosopimus 2027.
pipeline-account-hint = Kirjoita luettelossa olevan asiakkaan nimi.
pipeline-no-such-customer = Tämän nimistä asiakasta ei ole. Lisää se ensin.
pipeline-stage = Vaihe
pipeline-won = Voitettu
pipeline-lost = Hävitty
pipeline-contact = Yhteyshenkilö
pipeline-no-contact = Ei ketään erityistä
pipeline-value = Arvo
pipeline-currency = Valuutta
pipeline-not-an-amount = Kirjoita kokonainen summa, esimerkiksi 125 000.
pipeline-likely = Todennäköisyys
pipeline-likely-percent = Todennäköisyys prosentteina
pipeline-likely-hint = Jätä tyhjäksi, niin vaihe ratkaisee. Vaiheen muuttuessa kenttä tyhjenee.
pipeline-not-a-percentage = Kirjoita luku 0–100.
pipeline-weighted = Painotettu arvo
pipeline-expected = Päätös odotettavissa
pipeline-since = Tässä vaiheessa alkaen
pipeline-next = Seuraava askel
pipeline-next-by = Mihin mennessä
pipeline-next-on = Seuraava askel { $date }
pipeline-not-yours = Voit lisätä myyntimahdollisuuksia itsellesi ja johtamillesi.
pipeline-created = Myyntimahdollisuus on lisätty.
pipeline-saved = Myyntimahdollisuus on tallennettu.
pipeline-done-moved = Muutos on tallennettu.

## The way

pipeline-way = Eteneminen
pipeline-on-to = Eteenpäin: { $stage }
pipeline-move-to = Siirrä vaiheeseen
pipeline-move = Siirrä
pipeline-moved = { $from } → { $to }
pipeline-began = Alkoi vaiheesta: { $stage }
pipeline-choose = Valitse
pipeline-reason = Miksi hävittiin
pipeline-reason-if-lost = Jos hävittiin: miksi
pipeline-reason-missing = Valitse, miksi hävittiin.
pipeline-lost-note = Muutama sana siitä
pipeline-reason-price = Hinta
pipeline-reason-competitor = Osti muualta
pipeline-reason-budget = Ei budjettia
pipeline-reason-no-decision = Päätöstä ei syntynyt
pipeline-reason-timing = Väärä ajankohta
pipeline-reason-no-need = Ei sovi tai ei tarvita
pipeline-reason-silence = Ei enää vastaa
pipeline-reason-other = Muu syy
pipeline-source = Liidin lähde
pipeline-source-referral = Suosittelu
pipeline-source-list = Lista
pipeline-source-trade-show = Messut
pipeline-source-webinar = Webinaari
pipeline-source-web = Verkko
pipeline-source-existing = Nykyinen asiakas
pipeline-source-lost-deal = Hävitty kauppa
pipeline-source-chat = Chat
pipeline-now-customer = { $name } on ostanut.
pipeline-make-customer = Merkitse asiakkaaksi
pipeline-forecast = Avointen myyntimahdollisuuksien arvo on { $sums }, painotettuna kunkin todennäköisyydellä.
pipeline-no-forecast = Yhdelläkään avoimella myyntimahdollisuudella ei ole arvoa.

## Meetings

pipeline-hint-title = Seuraavaan tapaamiseen
pipeline-hint = Tässä vaiheessa tapaamisen aihe on: { $stage }.
pipeline-hint-bring = Tässä vaiheessa tapaamisen aihe on: { $stage }. Mukaan kannattaa ottaa: { $people }.
pipeline-bring = Tässä vaiheessa mukaan kannattaa ottaa: { $people }.
pipeline-bring-expert = tekninen asiantuntija
pipeline-bring-developer = kehittäjä
pipeline-bring-manufacturer = valmistaja
pipeline-about = Mitä myyntimahdollisuutta tapaaminen koskee?
pipeline-none-chosen = Ei mitään
pipeline-others = Muut tapaamiset samalla viikolla
pipeline-meets = { $name }, { $when }

## The audit log

pipeline-audit-created = Lisäsi myyntimahdollisuuden
pipeline-audit-changed = Muutti myyntimahdollisuutta
pipeline-audit-moved = Siirsi myyntimahdollisuuden vaihetta
pipeline-audit-linked = Liitti tapaamisen myyntimahdollisuuteen

## After a meeting

pipeline-sale = Kauppa
pipeline-what-came-of-it = Mitä siitä seurasi?
my-week-step = { $step } ({ $name })
my-week-overdue = On aika tavata { $name }
my-week-customers = Pian tavattavat asiakkaat
my-week-customers-all = Kaikki, jotka on aika tavata

## Moves taken back, and dates of series

pipeline-done-undone = Kumottu. Myyntimahdollisuus on taas aiemmassa vaiheessa.
pipeline-done-too-late = Kumoaminen ei enää onnistu: siirrosta on yli kymmenen minuuttia tai myyntimahdollisuutta on muutettu sen jälkeen.
pipeline-audit-undone = Kumosi myyntimahdollisuuden siirron
pipeline-all-dates = Sarjan kaikille kerroille
