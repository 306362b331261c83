## The page

numbers-title = Nyckeltal
numbers-people = Säljare
numbers-period = Period
numbers-months = De senaste { $months } månaderna
numbers-met = Bara med möte om
numbers-met-any = Alla, med eller utan möten
numbers-nothing = Det finns inget att räkna under den här perioden.
numbers-more = Här visas bara de första hundra raderna. Alla finns i CSV-filen.
numbers-too-many = Det är för mycket att räkna på en gång. Välj en kortare period, ett team eller en säljare.
numbers-total = Totalt
numbers-share = Andel
numbers-unsaid = Inte angivet

## At a glance

numbers-summary = I korthet
numbers-figure = Nyckeltal
numbers-value = Värde
numbers-counted = Antal
numbers-definition = Vad det betyder
numbers-of = { $part } av { $whole }
numbers-won = Vunna
numbers-won-how = Affärsmöjligheter som vanns under perioden, även de som redan följs upp.
numbers-lost = Förlorade
numbers-lost-how = Affärsmöjligheter som förlorades under perioden.
numbers-rate = Andel vunna
numbers-rate-how = Hur stor andel av de avgjorda affärsmöjligheterna som vanns.
numbers-average-in = Snittaffär, { $currency }
numbers-sum-in = Vunnet, { $currency }
numbers-average-how = Värdet av det som vanns, delat med antalet. Affärsmöjligheter utan värde räknas inte med, och valutor läggs aldrig ihop.
numbers-cycle-median = Dagar till vunnen affär, median
numbers-cycle-median-how = Från den första fasen till vunnen affär. Hälften tog kortare tid, hälften längre.
numbers-cycle-mean = Dagar till vunnen affär, medelvärde
numbers-cycle-mean-how = Genomsnittet av samma dagar. Några få som tog mycket lång tid höjer det.
numbers-retention = Återköp
numbers-retention-how = Kunder som köpte under de { $months } månaderna före perioden, och hur stor andel av dem som köpte igen under perioden. Räknas för kundens säljare, med eller utan möten.
numbers-meetings-each = Möten per vunnen affär
numbers-meetings-each-how = Möten om affärsmöjligheter som vanns, till och med dagen de vanns, delat med antalet vunna. En affärsmöjlighet som inget möte är kopplat till räknas som noll möten.

## Forecast

numbers-forecast-in = Prognos, { $currency }
numbers-forecast-how = Värde gånger sannolikhet för det som är öppet i dag, oavsett period. Där ingen har angett någon sannolikhet gäller fasens.
numbers-forecast-months-how = Värde gånger sannolikhet för det som är öppet i dag, per fas och per månad då kunden väntas besluta. Sista kolumnen är värdet utan sannolikhet.
numbers-due-past = Försenat
numbers-due-later = Senare
numbers-due-unsaid = Inget datum

## The way

numbers-way = Konvertering och dagar per fas
numbers-way-how = Affärsmöjligheter som lämnade en fas under perioden: hur många som gick vidare till en senare fas, tillbaka till en tidigare eller förlorades, och hur många dagar de hade varit där. Konvertering är andelen som gick vidare. Det som kommer tillbaka till en fas och lämnar den igen räknas varje gång.
numbers-left = Lämnade fasen
numbers-on = Gick vidare
numbers-back = Gick tillbaka
numbers-conversion = Konvertering
numbers-days-median = Dagar, median
numbers-days-mean = Dagar, medelvärde
numbers-stands-out = Sticker ut
numbers-longest = Tar längst tid
numbers-fewest = Lägst andel går vidare
numbers-bottlenecks = Flaskhalsar per säljare och fas
numbers-bottlenecks-how = Faser där en säljares affärsmöjligheter stannar minst en halv gång längre, och minst två dagar längre, än för alla säljare som visas, eller där konverteringen är minst 20 procentenheter lägre. Det krävs minst tre affärsmöjligheter.
numbers-conversion-all = Konvertering, alla
numbers-days-all = Dagar, median för alla
numbers-slow = Tar längre tid
numbers-narrow = Lägre andel går vidare
numbers-way-of-sellers = Varje säljare i varje fas
numbers-way-of-sellers-how = Tabellen ovan för varje säljare, att öppna i ett kalkylprogram.

## What was decided

numbers-sellers = Per säljare
numbers-sellers-how = Det som vanns och förlorades under perioden, räknat för den som ansvarar för affärsmöjligheten i dag.
numbers-sources = Per källa
numbers-sources-how = Det som vanns och förlorades under perioden, efter var kunden kom ifrån.
numbers-reasons = Varför affärer förlorades
numbers-reasons-how = De skäl som angavs för dem som förlorades under perioden.

## Meetings

numbers-meetings = Möten per vunnen affär
numbers-meetings-how = Möten som hölls om affärsmöjligheter som vanns under perioden, till och med dagen de vanns, per syfte, delat med antalet vunna.
numbers-meetings-for = Syfte
numbers-meetings-number = Möten
