## The page of a team's meeting load

load-title = Mötestid
load-heading = Mötestid i { $team }
load-intro = Timmar i möten per person och vecka.
load-own-only = Du ser dina egna timmar och teamets genomsnitt.
load-weeks = Veckor
load-weeks-option = { $count } veckor
load-show = Visa
load-person = Person
load-average = Teamets genomsnitt
load-cell-hours = timmar
load-cell-over = , över gränsen
load-legend = Starkare färg betyder fler timmar. ▲ på rött betyder över gränsen.
load-empty = Det behövs två veckor med möten.
load-export = Ladda ner som CSV

load-selling-title = Säljtid
load-selling = { $time } för försäljning, { $share } % av arbetstiden
load-selling-how = Arbetstid utan helgdagar och lediga dagar, minus interna möten.
load-purpose-title = Timmar per syfte
load-purpose-column = Syfte
load-hours-column = Timmar
load-customers-title = Kunder som tid har gått till
load-customer-column = Kund
load-customers-export = Ladda ner kunder som CSV
load-cost-title = Kostnad per månad
load-month-column = Månad
load-cost-column = Kostnad
load-unpriced-column = Utan timkostnad
load-cost-note = Timmar i möten gånger gruppens timkostnad, för den del av månaden som ligger inom de här veckorna. Timmar för personer utan timkostnad ingår inte.
load-breaches-title = Över gränsen
load-breach = { $name }, { $week }. { $used }
load-breaches-more = { $count ->
    [one] En till är markerad i tabellen.
   *[other] { $count } till är markerade i tabellen.
}
load-breaches-none = Ingen var över någon gräns per vecka.
load-passed-title = Överskridna gränser, och varför
load-passed-when = När
load-passed-who = Vem
load-passed-meeting = Möte
load-passed-level = Vad som krävdes
load-passed-reason = Skäl
load-passed-allowed = Godkänt av { $name }
load-passed-no-reason = Inget krävdes
load-passed-hidden = Någon annans möte
load-passed-none = Ingen gräns har överskridits.
load-back-title = Tid som getts tillbaka
load-back-cancelled = Inställda möten
load-back-shortened = Förkortade möten
load-back-written = Skickat skriftligt i stället
load-back-none = Ingen tid har getts tillbaka.

load-progress = { $which }: { $used } av { $most }

## The exported table

load-csv-week = Vecka
load-csv-hours = Timmar i möten
load-csv-meetings = Möten
load-csv-internal = Timmar i interna möten
load-csv-customer = Timmar i kundmöten
load-csv-working = Arbetstid i timmar
load-csv-selling = Säljtid i timmar
load-csv-over = Över gränsen

## The meter of my week

load-meter = { $used } av { $limit }
load-meter-left = { $left } kvar
load-meter-full = Gränsen är nådd
load-meter-over = { $over } över gränsen

## The Monday mail

digest-subject = Din vecka { $week }: { $meetings ->
    [one] ett möte
   *[other] { $meetings } möten
}, { $time }
digest-subject-empty = Din vecka { $week }: inga möten
digest-meetings = { $meetings ->
    [one] Du har ett möte den här veckan
   *[other] Du har { $meetings } möten den här veckan
}: { $time }.
digest-selling = Då återstår { $time } för försäljning.
digest-empty = Inga möten. Det ger { $time } för försäljning.
digest-empty-hours = Inga möten. Det ger { $hours ->
    [one] en timme
   *[other] { $hours } timmar
} för försäljning.
digest-below-hours = Du ligger { $left } under din gräns på { $hours ->
    [one] en timme
   *[other] { $hours } timmar
}.
digest-below = Du ligger { $left } under din gräns på { $limit }.
digest-at = Du har nått din gräns på { $limit }.
digest-over-hours = Du ligger { $over } över din gräns på { $hours ->
    [one] en timme
   *[other] { $hours } timmar
}.
digest-over = Du ligger { $over } över din gräns på { $limit }.
digest-near = Gränser som du närmar dig:
digest-unanswered = { $count ->
    [one] En inbjudan väntar på ditt svar.
   *[other] { $count } inbjudningar väntar på ditt svar.
}
digest-approvals = { $count ->
    [one] En förfrågan om godkännande väntar på dig.
   *[other] { $count } förfrågningar om godkännande väntar på dig.
}
digest-proposals = { $count ->
    [one] Ett förslag på ny tid för ett av dina möten väntar på ditt svar.
   *[other] { $count } förslag på nya tider för dina möten väntar på ditt svar.
}
digest-open = Öppna min vecka
digest-footer = Skickat till { $email } på måndagar, eftersom du använder Sparsam på { $company }.
digest-stop = Sluta skicka de här mejlen

## Settings of mails

settings-mail-title = E-post

load-adjust = Justera gränser
load-prime-title = Bästa säljtiden
load-prime-cut = Interna möten tog { $cut } av { $kept } skyddad säljtid.
load-prime-elsewhere = { $time } interna möten låg utanför den.
load-prime-how = Tid som var och en håller fri för försäljning, utan helgdagar och lediga dagar. Kundmöten dras inte av.

load-protected-whole = Skyddad säljtid: alla { $kept } är kvar.
load-protected-left = Skyddad säljtid: { $left } av { $kept } kvar. Interna möten tar { $cut }.
load-protected-gone = Skyddad säljtid: inget av { $kept } är kvar. Interna möten tar allt.
load-protected-none = Ingen skyddad säljtid den här veckan: den faller på helgdagar eller lediga dagar.
