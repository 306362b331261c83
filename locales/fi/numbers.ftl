## The page

numbers-title = Tunnusluvut
numbers-people = Myyjät
numbers-period = Ajanjakso
numbers-months = Viimeiset { $months } kuukautta
numbers-met = Tapaamisen aihe
numbers-met-any = Kaikki, tapaamisten kanssa tai ilman
numbers-nothing = Tällä ajanjaksolla ei ole mitään laskettavaa.
numbers-more = Sata ensimmäistä riviä. CSV-tiedostossa ovat kaikki.
numbers-too-many = Näin paljon ei voi laskea yhteen. Valitse lyhyempi ajanjakso, tiimi tai yksi myyjä.
numbers-total = Yhteensä
numbers-share = Osuus
numbers-unsaid = Ei tiedossa

## At a glance

numbers-summary = Yhdellä silmäyksellä
numbers-figure = Tunnusluku
numbers-value = Arvo
numbers-counted = Lukumäärä
numbers-definition = Mitä se kertoo
numbers-of = { $part }/{ $whole }
numbers-won = Voitetut
numbers-won-how = Ajanjaksolla voitetut myyntimahdollisuudet. Myös ne, jotka ovat jo seurannassa, ovat mukana.
numbers-lost = Hävityt
numbers-lost-how = Ajanjaksolla hävityt myyntimahdollisuudet.
numbers-rate = Voitto-osuus
numbers-rate-how = Voitettujen osuus kaikista voitetuista ja hävityistä.
numbers-average-in = Keskikauppa, { $currency }
numbers-sum-in = Voitettu, { $currency }
numbers-average-how = Voitettujen arvo jaettuna niiden määrällä. Ilman arvoa olevat jätetään pois, eikä valuuttoja koskaan lasketa yhteen.
numbers-cycle-median = Päivää voittoon, mediaani
numbers-cycle-median-how = Ensimmäisestä vaiheesta voittoon. Yhtä moni kesti vähemmän kuin enemmän.
numbers-cycle-mean = Päivää voittoon, keskiarvo
numbers-cycle-mean-how = Samojen päivien keskiarvo. Muutama hyvin pitkään kestänyt nostaa sitä.
numbers-retention = Asiakaspysyvyys
numbers-retention-how = Asiakkaat, jotka ostivat ajanjaksoa edeltäneiden { $months } kuukauden aikana, ja heistä ajanjaksolla uudelleen ostaneiden osuus. Lasketaan asiakkaan myyjälle, tapaamisten kanssa ja ilman.
numbers-meetings-each = Tapaamisia voitettua kauppaa kohti
numbers-meetings-each-how = Tapaamiset, jotka koskivat voitettuja myyntimahdollisuuksia voittopäivään asti, jaettuna voitettujen määrällä. Myyntimahdollisuus, johon ei ole liitetty tapaamista, lasketaan nollana.

## Forecast

numbers-forecast-in = Ennuste, { $currency }
numbers-forecast-how = Tänään avointen arvo kertaa todennäköisyys ajanjaksosta riippumatta. Jos todennäköisyyttä ei ole annettu, käytetään vaiheen omaa.
numbers-forecast-months-how = Tänään avointen arvo kertaa todennäköisyys vaiheittain ja sen kuukauden mukaan, jona asiakkaan odotetaan päättävän. Viimeisessä sarakkeessa on arvo ilman todennäköisyyttä.
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
numbers-fewest = Harvin etenee
numbers-bottlenecks = Pullonkaulat myyjittäin ja vaiheittain
numbers-bottlenecks-how = Vaiheet, joissa myyjän myyntimahdollisuudet viipyvät vähintään puolitoista kertaa niin kauan ja kaksi päivää kauemmin kuin kaikilla näytetyillä myyjillä tai joissa konversio on vähintään 20 prosenttiyksikköä pienempi. Vähintään kolme myyntimahdollisuutta.
numbers-conversion-all = Kaikkien konversio
numbers-days-all = Kaikkien päivät, mediaani
numbers-slow = Kestää pidempään
numbers-narrow = Harvempi etenee
numbers-way-of-sellers = Jokainen myyjä jokaisessa vaiheessa
numbers-way-of-sellers-how = Yllä oleva taulukko myyjittäin taulukkolaskentaa varten.

## What was decided

numbers-sellers = Myyjittäin
numbers-sellers-how = Ajanjaksolla voitettu ja hävitty, laskettuna sille, joka vastaa myyntimahdollisuudesta tänään.
numbers-sources = Liidin lähteittäin
numbers-sources-how = Ajanjaksolla voitettu ja hävitty sen mukaan, mistä liidi tuli.
numbers-reasons = Miksi kauppoja hävittiin
numbers-reasons-how = Ajanjaksolla hävityille annetut syyt.

## Meetings

numbers-meetings = Tapaamisia voitettua kauppaa kohti
numbers-meetings-how = Pidetyt tapaamiset, jotka koskivat ajanjaksolla voitettuja myyntimahdollisuuksia voittopäivään asti, tarkoituksen mukaan; jaettuna voitettujen myyntimahdollisuuksien määrällä.
numbers-meetings-for = Tarkoitus
numbers-meetings-number = Tapaamisia
