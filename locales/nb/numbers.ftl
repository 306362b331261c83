## The page

numbers-title = Nøkkeltall
numbers-people = Selgere
numbers-period = Periode
numbers-months = De siste { $months } månedene
numbers-met = Bare med møte om
numbers-met-any = Alle, med eller uten møter
numbers-nothing = Det er ingenting å telle i denne perioden.
numbers-more = Her vises bare de første hundre radene. Alle er i CSV-filen.
numbers-too-many = Dette er for mye å regne på én gang. Velg en kortere periode, et team eller én selger.
numbers-total = Totalt
numbers-share = Andel
numbers-unsaid = Ikke oppgitt

## At a glance

numbers-summary = Kort fortalt
numbers-figure = Nøkkeltall
numbers-value = Verdi
numbers-counted = Antall
numbers-definition = Hva det betyr
numbers-of = { $part } av { $whole }
numbers-won = Vunnet
numbers-won-how = Salgsmuligheter som ble vunnet i perioden, også de som allerede følges opp.
numbers-lost = Tapt
numbers-lost-how = Salgsmuligheter som gikk tapt i perioden.
numbers-rate = Andel vunnet
numbers-rate-how = Hvor stor andel av de avgjorte salgsmulighetene som ble vunnet.
numbers-average-in = Gjennomsnittlig salg, { $currency }
numbers-sum-in = Vunnet, { $currency }
numbers-average-how = Verdien av det som ble vunnet, delt på antallet. Salgsmuligheter uten verdi er holdt utenfor, og valutaer legges aldri sammen.
numbers-cycle-median = Dager til vunnet salg, median
numbers-cycle-median-how = Fra den første fasen til vunnet salg. Halvparten tok kortere tid, halvparten lengre.
numbers-cycle-mean = Dager til vunnet salg, gjennomsnitt
numbers-cycle-mean-how = Gjennomsnittet av de samme dagene. Noen få som tok svært lang tid, trekker det opp.
numbers-retention = Gjenkjøp
numbers-retention-how = Kunder som kjøpte i de { $months } månedene før perioden, og andelen av dem som kjøpte igjen i perioden. Telles for kundens selger, med eller uten møter.
numbers-meetings-each = Møter per vunnet salg
numbers-meetings-each-how = Møter om salgsmuligheter som ble vunnet, til og med dagen de ble vunnet, delt på antallet som ble vunnet. En salgsmulighet som ikke er knyttet til noe møte, teller som null møter.

## Forecast

numbers-forecast-in = Prognose, { $currency }
numbers-forecast-how = Verdi ganger sannsynlighet for det som er åpent i dag, uansett periode. Der ingen har oppgitt sannsynlighet, gjelder fasens.
numbers-forecast-months-how = Verdi ganger sannsynlighet for det som er åpent i dag, etter fase og måneden da kunden ventes å bestemme seg. Siste kolonne er verdien uten sannsynlighet.
numbers-due-past = Forfalt
numbers-due-later = Senere
numbers-due-unsaid = Ingen dato

## The way

numbers-way = Konvertering og dager per fase
numbers-way-how = Salgsmuligheter som forlot en fase i perioden: hvor mange som gikk videre til en senere fase, tilbake til en tidligere eller gikk tapt, og hvor mange dager de hadde vært der. Konvertering er andelen som gikk videre. Det som kommer tilbake til en fase og forlater den igjen, telles hver gang.
numbers-left = Forlot fasen
numbers-on = Gikk videre
numbers-back = Gikk tilbake
numbers-conversion = Konvertering
numbers-days-median = Dager, median
numbers-days-mean = Dager, gjennomsnitt
numbers-stands-out = Skiller seg ut
numbers-longest = Tar lengst tid
numbers-fewest = Lavest andel går videre
numbers-bottlenecks = Flaskehalser per selger og fase
numbers-bottlenecks-how = Faser der en selgers salgsmuligheter blir minst halvannen gang så lenge, og minst to dager lenger, enn for alle selgere som vises, eller der konverteringen er minst 20 prosentpoeng lavere. Det kreves minst tre salgsmuligheter.
numbers-conversion-all = Konvertering, alle
numbers-days-all = Dager, median for alle
numbers-slow = Tar lengre tid
numbers-narrow = Lavere andel går videre
numbers-way-of-sellers = Hver selger i hver fase
numbers-way-of-sellers-how = Tabellen over for hver selger, til å åpne i et regneark.

## What was decided

numbers-sellers = Per selger
numbers-sellers-how = Det som ble vunnet og gikk tapt i perioden, telt for den som har ansvar for salgsmuligheten i dag.
numbers-sources = Per kilde
numbers-sources-how = Det som ble vunnet og gikk tapt i perioden, etter hvor kunden kom fra.
numbers-reasons = Hvorfor salg gikk tapt
numbers-reasons-how = Grunnene som ble oppgitt for dem som gikk tapt i perioden.

## Meetings

numbers-meetings = Møter per vunnet salg
numbers-meetings-how = Møter som ble holdt om salgsmuligheter vunnet i perioden, til og med dagen de ble vunnet, etter formål, delt på antallet som ble vunnet.
numbers-meetings-for = Formål
numbers-meetings-number = Møter
