## Calendars

calendar-nav-time = Tid
calendar-nav-views = Visning
calendar-view-week = Uke
calendar-view-month = Måned
calendar-view-day = Dag
calendar-view-list = Liste
calendar-this-week = Denne uken
calendar-this-month = Denne måneden
calendar-today = I dag
calendar-list-title = Møter dag for dag
calendar-earlier = Tidligere
calendar-from-today = Fra i dag
calendar-later = Senere
calendar-whose = Hvem sin kalender
calendar-people = Personer
calendar-teams = Eller et helt team:
calendar-show = Vis
calendar-by-day = Dager
calendar-by-person = Dagen person for person
calendar-empty = Ingenting er planlagt.
calendar-nothing = Ingenting
calendar-busy = Opptatt
calendar-held = Reservert: { $title }
calendar-held-by = Tid reservert av { $name }
calendar-state-cancelled = avlyst
calendar-state-declined = avslått
calendar-state-informed = til orientering
calendar-state-unanswered = ikke besvart
calendar-state-maybe = kanskje
calendar-state-customer = kunde
calendar-weekend = Vis helgen
calendar-also = Samtidig
calendar-plan-here = Planlegg her
calendar-free = Ledig { $range }.
calendar-plan-on = { $weekday } { $time }
calendar-more = +{ $count } til
calendar-left-out = De første { $shown } av { $all } personer vises. Velg hvem du vil se.
calendar-no-week-title = Den uken finnes ikke
calendar-no-week-body = Ukene går fra 1 til 52, i noen år til 53. Disse ligger nærmest:

## My week

my-week-load-title = Tid i møter
my-week-load = { $meetings } møter, { $selling } igjen til salg
my-week-load-full = { $meetings } møter i en uke på { $working }. Ingenting er igjen til salg.
my-week-empty = Ingen møter denne uken. Det gir { $time } til salg.
my-week-empty-hours = Ingen møter denne uken. Det gir { $hours ->
    [one] én time
   *[other] { $hours } timer
} til salg.
my-week-see-next = Se neste uke
my-week-needs-you = Venter på deg
my-week-nothing-waits = Ingenting venter på deg.
my-week-answer = Svar: { $title }, { $when }
my-week-undelivered = { $name } fikk ikke e-posten om «{ $title }». Rett adressen
my-week-draft = Gjør ferdig utkastet «{ $title }»
my-week-draft-untitled = Gjør ferdig et utkast uten tittel
