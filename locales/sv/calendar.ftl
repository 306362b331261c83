## Calendars

calendar-nav-time = Tid
calendar-nav-views = Vy
calendar-view-week = Vecka
calendar-view-month = Månad
calendar-view-day = Dag
calendar-view-list = Lista
calendar-this-week = Den här veckan
calendar-this-month = Den här månaden
calendar-today = I dag
calendar-list-title = Möten dag för dag
calendar-earlier = Tidigare
calendar-from-today = Från i dag
calendar-later = Senare
calendar-whose = Vems kalender
calendar-people = Personer
calendar-teams = Eller ett helt team:
calendar-show = Visa
calendar-by-day = Dagar
calendar-by-person = Dagen person för person
calendar-empty = Inget är planerat.
calendar-nothing = Inget
calendar-busy = Upptagen
calendar-held = Reserverad: { $title }
calendar-held-by = Tid reserverad av { $name }
calendar-state-cancelled = inställt
calendar-state-declined = avböjt
calendar-state-informed = för kännedom
calendar-state-unanswered = inte besvarat
calendar-state-maybe = kanske
calendar-state-customer = kund
calendar-weekend = Visa helgen
calendar-also = Samtidigt
calendar-plan-here = Planera här
calendar-free = Ledigt { $range }.
calendar-plan-on = { $weekday } { $time }
calendar-more = +{ $count } till
calendar-left-out = De första { $shown } av { $all } personer visas. Välj vilka du vill se.
calendar-no-week-title = Den veckan finns inte
calendar-no-week-body = Veckorna går från 1 till 52, vissa år till 53. De här ligger närmast:

## My week

my-week-load-title = Tid i möten
my-week-load = { $meetings } möten, { $selling } kvar till försäljning
my-week-load-full = { $meetings } möten under en vecka på { $working }. Inget är kvar till försäljning.
my-week-empty = Inga möten den här veckan. Det ger { $time } för försäljning.
my-week-empty-hours = Inga möten den här veckan. Det ger { $hours ->
    [one] en timme
   *[other] { $hours } timmar
} för försäljning.
my-week-see-next = Se nästa vecka
my-week-needs-you = Väntar på dig
my-week-nothing-waits = Inget väntar på dig.
my-week-answer = Svara: { $title }, { $when }
my-week-undelivered = { $name } fick inte mejlet om ”{ $title }”. Rätta adressen
my-week-draft = Gör klart utkastet ”{ $title }”
my-week-draft-untitled = Gör klart ett utkast utan rubrik
