## The page

numbers-title = Nøkkeltall
numbers-people = Selgere
numbers-period = Periode
numbers-months = De siste { $months } månedene
numbers-met = Bare med møte om
numbers-met-any = Alle, med eller uten møter
numbers-nothing = Det er ingenting å telle i denne perioden.
numbers-more = De første hundre radene. CSV-filen har alle.
numbers-too-many = Det er mer enn det som kan regnes sammen. Velg en kortere periode, et team eller én selger.
numbers-total = Til sammen
numbers-share = Andel
numbers-unsaid = Ikke oppgitt

## At a glance

numbers-summary = Kort oppsummert
numbers-figure = Nøkkeltall
numbers-value = Verdi
numbers-counted = Antall
numbers-definition = Hva det sier
numbers-of = { $part } av { $whole }
numbers-won = Vunnet
numbers-won-how = Salgsmuligheter som ble vunnet i perioden. De som allerede følges opp, er med.
numbers-lost = Tapt
numbers-lost-how = Salgsmuligheter som gikk tapt i perioden.
numbers-rate = Vinnerandel
numbers-rate-how = De som ble vunnet, av alle som ble vunnet eller gikk tapt.
numbers-average-in = Gjennomsnittssalg, { $currency }
numbers-sum-in = Vunnet, { $currency }
numbers-average-how = Verdien av det som ble vunnet, delt på antallet. Salgsmuligheter uten verdi er holdt utenfor, og valutaer legges aldri sammen.
numbers-cycle-median = Dager til vunnet, median
numbers-cycle-median-how = Fra første steg til vunnet. Like mange tok kortere tid som lengre.
numbers-cycle-mean = Dager til vunnet, gjennomsnitt
numbers-cycle-mean-how = Gjennomsnittet av de samme dagene. Noen få som tok svært lang tid, trekker det opp.
numbers-retention = Gjenkjøp
numbers-retention-how = Kunder som kjøpte i de { $months } månedene før perioden, og andelen av dem som kjøpte igjen i den. Telles for kundens selger, med og uten møter.
numbers-meetings-each = Møter per vunnet salg
numbers-meetings-each-how = Møter om salgsmuligheter som ble vunnet, til og med dagen de ble vunnet, delt på antallet som ble vunnet. En salgsmulighet som ikke er knyttet til noe møte, teller som null møter.

## Forecast

numbers-forecast-in = Prognose, { $currency }
numbers-forecast-how = Verdi ganger sannsynlighet for det som er åpent i dag, uansett periode. Der ingen har oppgitt sannsynlighet, gjelder stegets.
numbers-forecast-months-how = Verdi ganger sannsynlighet for det som er åpent i dag, etter steg og måneden da kunden ventes å bestemme seg. Siste kolonne er verdien uten sannsynlighet.
numbers-due-past = Forfalt
numbers-due-later = Senere
numbers-due-unsaid = Ingen dato

## The way

numbers-way = Konvertering og dager per steg
numbers-way-how = Salgsmuligheter som forlot et steg i perioden: hvor mange som gikk videre til et senere steg, tilbake til et tidligere eller gikk tapt, og hvor mange dager de hadde stått der. Konvertering er andelen som gikk videre. Det som kommer tilbake til et steg og forlater det igjen, telles hver gang.
numbers-left = Forlot steget
numbers-on = Gikk videre
numbers-back = Gikk tilbake
numbers-conversion = Konvertering
numbers-days-median = Dager, median
numbers-days-mean = Dager, gjennomsnitt
numbers-stands-out = Skiller seg ut
numbers-longest = Tar lengst tid
numbers-fewest = Færrest går videre
numbers-bottlenecks = Flaskehalser per selger og steg
numbers-bottlenecks-how = Steg der en selgers salgsmuligheter står minst halvannen gang så lenge, og to dager lenger, enn for alle selgere som vises, eller der konverteringen er minst 20 prosentpoeng lavere. Fra tre salgsmuligheter.
numbers-conversion-all = Konvertering, alle
numbers-days-all = Dager, median for alle
numbers-slow = Tar lengre tid
numbers-narrow = Færre går videre
numbers-way-of-sellers = Hver selger på hvert steg
numbers-way-of-sellers-how = Tabellen over for hver selger, til å lese i et regneark.

## What was decided

numbers-sellers = Per selger
numbers-sellers-how = Det som ble vunnet og gikk tapt i perioden, telt for den som har ansvar for salgsmuligheten i dag.
numbers-sources = Per kilde
numbers-sources-how = Det som ble vunnet og gikk tapt i perioden, etter hvor kunden kom fra.
numbers-reasons = Hvorfor salg gikk tapt
numbers-reasons-how = Grunnene som ble oppgitt for dem som gikk tapt i perioden.

## Meetings

numbers-meetings = Møter per vunnet salg
numbers-meetings-how = Møter som ble holdt om salgsmuligheter vunnet i perioden, til og med dagen de ble vunnet, etter hva de gjaldt; delt på antallet vunne salgsmuligheter.
numbers-meetings-for = Hva møtet gjaldt
numbers-meetings-number = Møter
