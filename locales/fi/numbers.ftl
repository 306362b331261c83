## The page

numbers-title = Tunnusluvut
numbers-people = Myyjät
numbers-period = Ajanjakso
numbers-months = Viimeiset { $months } kuukautta
numbers-met = Tapaamisen aihe
numbers-met-any = Kaikki, tapaamisten kanssa tai ilman
numbers-nothing = Tällä ajanjaksolla ei ole mitään laskettavaa.
numbers-more = Tässä näkyvät vain sata ensimmäistä riviä. CSV-tiedostossa ovat kaikki.
numbers-too-many = Näin paljon ei voi laskea kerralla. Valitse lyhyempi ajanjakso, tiimi tai yksi myyjä.
numbers-total = Yhteensä
numbers-share = Osuus
numbers-unsaid = Ei tiedossa

## At a glance

numbers-summary = Lyhyesti
numbers-figure = Tunnusluku
numbers-value = Arvo
numbers-counted = Lukumäärä
numbers-definition = Mitä se kertoo
numbers-of = { $part }/{ $whole }
numbers-won = Voitetut
numbers-won-how = Ajanjaksolla voitetut myyntimahdollisuudet, myös ne, jotka ovat jo seurannassa.
numbers-lost = Hävityt
numbers-lost-how = Ajanjaksolla hävityt myyntimahdollisuudet.
numbers-rate = Voitettujen osuus
numbers-rate-how = Kuinka suuri osa ratkenneista myyntimahdollisuuksista voitettiin.
numbers-average-in = Keskimääräinen kauppa, { $currency }
numbers-sum-in = Voitettu, { $currency }
numbers-average-how = Voitettujen arvo jaettuna niiden määrällä. Ilman arvoa olevat myyntimahdollisuudet jätetään pois, eikä eri valuuttoja lasketa yhteen.
numbers-cycle-median = Päiviä voitettuun kauppaan, mediaani
numbers-cycle-median-how = Ensimmäisestä vaiheesta voitettuun kauppaan. Puolet kesti vähemmän, puolet enemmän.
numbers-cycle-mean = Päiviä voitettuun kauppaan, keskiarvo
numbers-cycle-mean-how = Samojen päivien keskiarvo. Muutama hyvin pitkään kestänyt nostaa sitä.
numbers-retention = Asiakaspysyvyys
numbers-retention-how = Asiakkaat, jotka ostivat ajanjaksoa edeltäneiden { $months } kuukauden aikana, ja heistä ajanjaksolla uudelleen ostaneiden osuus. Lasketaan asiakkaan myyjälle, tapaamisten kanssa ja ilman.
numbers-meetings-each = Tapaamisia voitettua kauppaa kohti
numbers-meetings-each-how = Voitettuja myyntimahdollisuuksia koskeneet tapaamiset voittopäivään asti, jaettuna voitettujen määrällä. Myyntimahdollisuus, johon ei ole liitetty tapaamista, lasketaan nollana.

## Forecast

numbers-forecast-in = Ennuste, { $currency }
numbers-forecast-how = Tänään avoinna olevien arvo kertaa todennäköisyys, ajanjaksosta riippumatta. Jos todennäköisyyttä ei ole annettu, käytetään vaiheen todennäköisyyttä.
numbers-forecast-months-how = Tänään avoinna olevien arvo kertaa todennäköisyys vaiheittain ja sen kuukauden mukaan, jona asiakkaan odotetaan päättävän. Viimeisessä sarakkeessa on arvo ilman todennäköisyyttä.
numbers-due-past = Myöhässä
numbers-due-later = Myöhemmin
numbers-due-unsaid = Ei päivää

## The way

numbers-way = Konversio ja päivät vaiheittain
numbers-way-how = Ajanjaksolla vaiheesta lähteneet myyntimahdollisuudet: kuinka moni eteni myöhempään vaiheeseen, palasi aiempaan tai hävittiin ja kuinka monta päivää ne olivat vaiheessa. Konversio on edenneiden osuus. Vaiheeseen palannut ja siitä uudelleen lähtenyt lasketaan joka kerta.
numbers-left = Lähti vaiheesta
numbers-on = Eteni
numbers-back = Palasi
numbers-conversion = Konversio
numbers-days-median = Päivät, mediaani
numbers-days-mean = Päivät, keskiarvo
numbers-stands-out = Huomattavaa
numbers-longest = Kestää pisimpään
numbers-fewest = Pienin osuus etenee
numbers-bottlenecks = Pullonkaulat myyjittäin ja vaiheittain
numbers-bottlenecks-how = Vaiheet, joissa myyjän myyntimahdollisuudet viipyvät vähintään puolitoista kertaa niin kauan ja vähintään kaksi päivää kauemmin kuin kaikilla näytetyillä myyjillä tai joissa konversio on vähintään 20 prosenttiyksikköä pienempi. Mukaan tarvitaan vähintään kolme myyntimahdollisuutta.
numbers-conversion-all = Kaikkien konversio
numbers-days-all = Kaikkien päivät, mediaani
numbers-slow = Kestää pidempään
numbers-narrow = Pienempi osuus etenee
numbers-way-of-sellers = Jokainen myyjä jokaisessa vaiheessa
numbers-way-of-sellers-how = Yllä oleva taulukko myyjittäin, avattavaksi taulukkolaskennassa.

## What was decided

numbers-sellers = Myyjittäin
numbers-sellers-how = Ajanjaksolla voitettu ja hävitty, laskettuna sille, joka vastaa myyntimahdollisuudesta tänään.
numbers-sources = Liidin lähteittäin
numbers-sources-how = Ajanjaksolla voitettu ja hävitty sen mukaan, mistä liidi tuli.
numbers-reasons = Miksi kauppoja hävittiin
numbers-reasons-how = Ajanjaksolla hävityille annetut syyt.

## Meetings

numbers-meetings = Tapaamisia voitettua kauppaa kohti
numbers-meetings-how = Ajanjaksolla voitettuja myyntimahdollisuuksia koskeneet pidetyt tapaamiset voittopäivään asti, tarkoituksen mukaan, jaettuna voitettujen määrällä.
numbers-meetings-for = Tarkoitus
numbers-meetings-number = Tapaamisia
