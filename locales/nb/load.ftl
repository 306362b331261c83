## The page of a team's meeting load

load-title = Møtetid
load-heading = Møtetid i { $team }
load-intro = Timer i møter per person og uke.
load-own-only = Du ser dine egne timer og gjennomsnittet for teamet.
load-weeks = Uker
load-weeks-option = { $count } uker
load-show = Vis
load-person = Person
load-average = Gjennomsnitt for teamet
load-cell-hours = timer
load-cell-over = , over grensen
load-legend = Sterkere farge betyr flere timer. ▲ på rødt betyr over grensen.
load-empty = Det trengs to uker med møter.
load-export = Last ned som CSV

load-selling-title = Salgstid
load-selling = { $time } til salg, { $share } % av arbeidstiden
load-selling-how = Arbeidstid uten helligdager og fridager, minus interne møter.
load-purpose-title = Timer etter formål
load-purpose-column = Formål
load-hours-column = Timer
load-customers-title = Kunder som tid har gått til
load-customer-column = Kunde
load-customers-export = Last ned kunder som CSV
load-cost-title = Kostnad per måned
load-month-column = Måned
load-cost-column = Kostnad
load-unpriced-column = Uten timepris
load-cost-note = Timer i møter ganger gruppens timepris, for den delen av måneden som ligger innenfor disse ukene. Timer for personer uten timepris er ikke med.
load-breaches-title = Over grensen
load-breach = { $name }, { $week }. { $used }
load-breaches-more = { $count ->
    [one] Én til er merket i tabellen.
   *[other] { $count } til er merket i tabellen.
}
load-breaches-none = Ingen var over noen grense per uke.
load-passed-title = Overskredne grenser, og hvorfor
load-passed-when = Når
load-passed-who = Hvem
load-passed-meeting = Møte
load-passed-level = Hva som ble krevd
load-passed-reason = Begrunnelse
load-passed-allowed = Godkjent av { $name }
load-passed-no-reason = Ikke nødvendig
load-passed-hidden = Et møte som tilhører noen andre
load-passed-none = Ingen grense er overskredet.
load-back-title = Tid gitt tilbake
load-back-cancelled = Avlyste møter
load-back-shortened = Forkortede møter
load-back-written = Sendt skriftlig i stedet
load-back-none = Ingen tid er gitt tilbake.

load-progress = { $which }: { $used } av { $most }

## The exported table

load-csv-week = Uke
load-csv-hours = Timer i møter
load-csv-meetings = Møter
load-csv-internal = Timer i interne møter
load-csv-customer = Timer i kundemøter
load-csv-working = Arbeidstid i timer
load-csv-selling = Salgstid i timer
load-csv-over = Over grensen

## The meter of my week

load-meter = { $used } av { $limit }
load-meter-left = { $left } igjen
load-meter-full = Grensen er nådd
load-meter-over = { $over } over grensen

## The Monday mail

digest-subject = Uke { $week } for deg: { $meetings ->
    [one] ett møte
   *[other] { $meetings } møter
}, { $time }
digest-subject-empty = Uke { $week } for deg: ingen møter
digest-meetings = { $meetings ->
    [one] Du har ett møte denne uken
   *[other] Du har { $meetings } møter denne uken
}: { $time }.
digest-selling = Da er det { $time } igjen til salg.
digest-empty = Ingen møter. Det gir { $time } til salg.
digest-empty-hours = Ingen møter. Det gir { $hours ->
    [one] én time
   *[other] { $hours } timer
} til salg.
digest-below-hours = Du ligger { $left } under grensen din på { $hours ->
    [one] én time
   *[other] { $hours } timer
}.
digest-below = Du ligger { $left } under grensen din på { $limit }.
digest-at = Du har nådd grensen din på { $limit }.
digest-over-hours = Du ligger { $over } over grensen din på { $hours ->
    [one] én time
   *[other] { $hours } timer
}.
digest-over = Du ligger { $over } over grensen din på { $limit }.
digest-near = Grenser du nærmer deg:
digest-unanswered = { $count ->
    [one] Én invitasjon venter på svaret ditt.
   *[other] { $count } invitasjoner venter på svaret ditt.
}
digest-approvals = { $count ->
    [one] Én forespørsel om godkjenning venter på deg.
   *[other] { $count } forespørsler om godkjenning venter på deg.
}
digest-proposals = { $count ->
    [one] Ett forslag til ny tid for et møte du leder, venter på svar fra deg.
   *[other] { $count } forslag til nye tider for møter du leder, venter på svar fra deg.
}
digest-open = Åpne min uke
digest-footer = Sendt til { $email } på mandager, fordi du bruker Sparsam hos { $company }.
digest-stop = Slutt å sende disse e-postene

## Settings of mails

settings-mail-title = E-post

load-adjust = Juster grenser
load-prime-title = Beste salgstid
load-prime-cut = Interne møter tok { $cut } av { $kept } beskyttet salgstid.
load-prime-elsewhere = { $time } med interne møter lå utenfor den.
load-prime-how = Tid som folk holder av til salg, uten helligdager og fridager. Kundemøter trekkes ikke fra.

load-protected-whole = Beskyttet salgstid: alle { $kept } er igjen.
load-protected-left = Beskyttet salgstid: { $left } av { $kept } igjen. Interne møter tar { $cut }.
load-protected-gone = Beskyttet salgstid: ingenting av { $kept } er igjen. Interne møter tar alt.
load-protected-none = Ingen beskyttet salgstid denne uken: den faller på helligdager eller fridager.
