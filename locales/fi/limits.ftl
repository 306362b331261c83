limit-level-inform = Ilmoita
limit-level-warn = Pyydä kuittaus
limit-level-reason = Pyydä perustelu
limit-level-approve = Pyydä hyväksyntä
limit-level-block = Estä kokous

limit-sentence-inform = { $limit }; rajan ylittyessä ilmoita siitä.
limit-sentence-warn = { $limit }; rajan ylittyessä pyydä kuittaus.
limit-sentence-reason = { $limit }; rajan ylittyessä pyydä perustelu.
limit-sentence-approve = { $limit }; rajan ylittyessä pyydä hyväksyntä.
limit-sentence-block = { $limit }; rajan ylittyessä estä kokous.

limit-holder-each = Jokaisella
limit-holder-together = Kaikilla yhteensä
limit-holder-team-each = Jokaisella tiimissä { $team }
limit-holder-team-together = Tiimillä { $team } yhteensä
limit-holder-person = Henkilöllä { $name }
limit-holder-account = Asiakkaalla { $name }
limit-holder-accounts = Jokaisella asiakkaalla
limit-holder-class = Jokaisella asiakkaalla luokassa ”{ $class }”
limit-holder-contacts = Jokaisella asiakkaan yhteyshenkilöllä
limit-holder-class-contacts = Jokaisella yhteyshenkilöllä asiakasluokassa ”{ $class }”
limit-holder-account-contacts = Jokaisella yhteyshenkilöllä asiakkaalla { $name }

limit-which-all = Kokoukset ja tapaamiset
limit-which-internal = Sisäiset kokoukset
limit-which-customer = Asiakastapaamiset
limit-which-purpose = Kokoukset tarkoitukseen ”{ $purpose }”
limit-meetings-team = { $which } tiimissä { $team }
limit-meetings-person = { $which } henkilön { $name } kanssa
limit-meetings-class = { $which } luokan ”{ $class }” asiakkaiden kanssa
limit-meetings-account = { $which } asiakkaan { $name } kanssa

limit-time-all = { $length } kokouksia ja tapaamisia
limit-time-internal = { $length } sisäisiä kokouksia
limit-time-customer = { $length } asiakastapaamisia
limit-time-purpose = { $length } kokouksia tarkoitukseen ”{ $purpose }”
limit-count-all = { $count ->
    [one] yksi kokous tai tapaaminen
   *[other] { $count } kokousta tai tapaamista
}
limit-count-internal = { $count ->
    [one] yksi sisäinen kokous
   *[other] { $count } sisäistä kokousta
}
limit-count-customer = { $count ->
    [one] yksi asiakastapaaminen
   *[other] { $count } asiakastapaamista
}
limit-count-purpose = { $count ->
    [one] yksi kokous tarkoitukseen ”{ $purpose }”
   *[other] { $count } kokousta tarkoitukseen ”{ $purpose }”
}
limit-count-people = { $count ->
    [one] yksi henkilö
   *[other] { $count } henkilöä
}

limit-per-day = päivässä
limit-per-week = viikossa
limit-per-month = kuukaudessa
limit-per-quarter = vuosineljänneksessä
limit-in-day = { $day }
limit-in-week = viikolla { $week }
limit-in-month = { $month }
limit-in-quarter = { $quarter }. neljänneksellä { $year }

limit-says-period = { $holder } saa olla enintään { $amount } { $period }
limit-says-period-customer = { $holder } saa olla enintään { $amount } { $period }, kaikki myyjät yhteen laskettuina
limit-says-length = { $meetings } saavat kestää enintään { $length }
limit-says-people = { $meetings } saavat vaatia mukaan enintään { $people }
limit-says-back-to-back = { $holder } saa olla enintään { $amount } ilman taukoa, jonka pituus on vähintään { $rest }
limit-says-clock = { $meetings } eivät saa alkaa ennen klo { $from } tai päättyä klo { $to } jälkeen
limit-says-windows = { $meetings } eivät saa olla näinä aikoina: { $hours }
limit-says-dates = { $meetings } eivät saa olla ajalla { $first } – { $last }
limit-says-date = { $meetings } eivät saa olla päivänä { $day }
limit-says-notice = { $meetings } on lähetettävä vähintään { $length } ennen alkua
limit-says-contacts = { $holder } saa olla enintään { $amount } minkä tahansa { $days } päivän aikana, kaikki myyjät yhteen laskettuina
limit-says-agenda = { $meetings } vaativat esityslistan, jos niissä on enemmän kuin { $people } tai ne kestävät yli { $length }
limit-says-ahead = { $holder } saa olla vedettävänään enintään { $amount } edessäpäin
limit-says-overlap = { $meetings } eivät saa mennä päällekkäin tarvittavien osallistujien muiden kokousten tai varattujen aikojen kanssa
limit-says-off-hours = { $meetings } eivät saa olla tarvittavien osallistujien työajan ulkopuolella
limit-says-holidays = { $meetings } eivät saa olla tarvittavien osallistujien pyhäpäivinä
limit-says-selling = { $meetings } eivät saa olla tarvittavien osallistujien suojatulla myyntiajalla
limit-says-unknown = { $meetings } eivät ole mahdollisia, kun jonkun tarvittavan osallistujan ulkoista kalenteria ei voida lukea

limit-about-person = Henkilöllä { $name }
limit-about-contact = Yhteyshenkilöllä { $name }
limit-about-account = Asiakkaalla { $name }
limit-about-team = Tiimillä { $name } yhteensä
limit-about-organization = Kaikilla yhteensä
limit-reading-period = { $who } on { $period } tämä mukaan lukien { $amount }. Raja on { $limit }.
limit-reading-length = Kesto on { $length }. Raja on { $limit }.
limit-reading-people = Mukaan tarvitaan { $people }. Raja on { $limit }.
limit-reading-back-to-back = { $who } on tämä mukaan lukien { $amount } ilman taukoa. Raja on { $limit }.
limit-reading-notice = Lähettämisestä alkuun on { $length }. Aikaa tarvitaan vähintään { $least }.
limit-reading-contacts = { $who } on { $days } päivän aikana tämä mukaan lukien { $amount }. Raja on { $limit }.
limit-reading-agenda-missing = Esityslista puuttuu. Se tarvitaan, kun mukana on enemmän kuin { $people } tai kesto on yli { $length }.
limit-reading-agenda-there = Esityslista on siellä, missä se tarvitaan.
limit-reading-ahead = { $who } on vedettävänään tämä mukaan lukien { $amount } edessäpäin. Raja on { $limit }.
limit-reading-of = { $name }: { $part }.
limit-reading-part = { $part }.
limit-part-overlap = { $length } menee päällekkäin muiden kokousten tai varatun ajan kanssa
limit-part-off-hours = { $length } on työajan ulkopuolella
limit-part-holidays = { $length } on pyhäpäivänä tai aattona
limit-part-selling = { $length } on suojatulla myyntiajalla
limit-part-windows = { $length } on kokouksettomina tunteina
limit-part-dates = { $length } on kokouksettomina päivinä
limit-part-clock = { $length } on ennen klo { $from } tai klo { $to } jälkeen
limit-part-unknown = ulkoista kalenteria ei voida lukea, joten kukaan ei tiedä, onko aika vapaa
limit-part-known = kaikki ulkoiset kalenterit voitiin lukea
limit-reading-flagged = { $reading } Se ei ollut aiemmin pienempi, joten tämä sallitaan.
limit-reading-unjudged = Rajaa ei voida tarkistaa, joten kokous ei ole mahdollinen: { $why }.
limit-unjudged-rule = sitä ei voida tulkita. Ylläpitäjä voi lopettaa sen
limit-unjudged-zone = aikavyöhykettä ei tunneta: { $name }
limit-unjudged-facts = luku puuttuu, mikä on vika Sparsamissa
limit-unjudged-many = kokouksia on enemmän kuin voidaan laskea

limit-class-suspect = Mahdollinen
limit-class-cold = Kylmä
limit-class-warm = Lämmin
limit-class-hot = Kuuma
limit-class-mql = Markkinoinnin kvalifioima
limit-class-sql = Myynnin kvalifioima
limit-class-customer = On ostanut

limit-name-gone = (ei enää olemassa)
