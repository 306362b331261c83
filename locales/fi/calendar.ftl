## Calendars

calendar-nav-time = Aika
calendar-nav-views = Näkymä
calendar-view-week = Viikko
calendar-view-month = Kuukausi
calendar-view-day = Päivä
calendar-view-list = Luettelo
calendar-this-week = Tämä viikko
calendar-this-month = Tämä kuukausi
calendar-today = Tänään
calendar-list-title = Kokoukset päivittäin
calendar-earlier = Aiemmat
calendar-from-today = Tästä päivästä
calendar-later = Myöhemmät
calendar-whose = Kenen kalenteri
calendar-people = Henkilöt
calendar-teams = Tai koko tiimi:
calendar-show = Näytä
calendar-by-day = Päivät
calendar-by-person = Päivä henkilöittäin
calendar-empty = Ei suunniteltuja kokouksia.
calendar-nothing = Ei mitään
calendar-busy = Varattu
calendar-held = Varattu: { $title }
calendar-held-by = Ajan varannut { $name }
calendar-state-cancelled = peruttu
calendar-state-declined = hylätty
calendar-state-informed = tiedoksi
calendar-state-unanswered = ei vastattu
calendar-state-maybe = ehkä
calendar-state-customer = asiakas
calendar-weekend = Näytä viikonloppu
calendar-also = Samaan aikaan
calendar-plan-here = Suunnittele tähän
calendar-free = Vapaata { $range }.
calendar-plan-on = { $weekday } { $time }
calendar-more = +{ $count } muuta
calendar-left-out = Näytetään { $shown } ensimmäistä henkilöä, kaikkiaan { $all }. Valitse, keiden kalenterit haluat nähdä.
calendar-no-week-title = Sellaista viikkoa ei ole
calendar-no-week-body = Viikkoja on 52, joinakin vuosina 53. Nämä ovat lähimpänä:

## My week

my-week-load-title = Kokouksiin kuluva aika
my-week-load = Kokouksia { $meetings }, myyntiin jää { $selling }
my-week-load-full = Kokouksia { $meetings }, työaikaa { $working }. Myyntiin ei jää aikaa.
my-week-empty = Ei kokouksia tällä viikolla. Myyntiin jää { $time }.
my-week-empty-hours = Ei kokouksia tällä viikolla. Myyntiin jää { $hours ->
    [one] yksi tunti
   *[other] { $hours } tuntia
}.
my-week-see-next = Katso ensi viikkoa
my-week-needs-you = Odottaa sinua
my-week-nothing-waits = Mikään ei odota sinua.
my-week-answer = Vastaa: { $title }, { $when }
my-week-undelivered = { $name } ei saanut viestiä: ”{ $title }”. Korjaa osoite
my-week-draft = Viimeistele luonnos ”{ $title }”
my-week-draft-untitled = Viimeistele luonnos, jolla ei ole otsikkoa
