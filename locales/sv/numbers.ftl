## The page

numbers-title = Nyckeltal
numbers-people = Säljare
numbers-period = Period
numbers-months = De senaste { $months } månaderna
numbers-met = Bara med möte om
numbers-met-any = Alla, med eller utan möten
numbers-nothing = Det finns inget att räkna i den här perioden.
numbers-more = De första hundra raderna. CSV-filen innehåller alla.
numbers-too-many = Det är mer än som kan räknas ihop. Välj en kortare period, ett team eller en säljare.
numbers-total = Tillsammans
numbers-share = Andel
numbers-unsaid = Ej angiven

## At a glance

numbers-summary = I korthet
numbers-figure = Nyckeltal
numbers-value = Värde
numbers-counted = Antal
numbers-definition = Vad det säger
numbers-of = { $part } av { $whole }
numbers-won = Vunna
numbers-won-how = Affärsmöjligheter som vanns under perioden. De som redan följs upp är med.
numbers-lost = Förlorade
numbers-lost-how = Affärsmöjligheter som förlorades under perioden.
numbers-rate = Vinstandel
numbers-rate-how = De som vanns, av alla som vanns eller förlorades.
numbers-average-in = Snittaffär, { $currency }
numbers-sum-in = Vunnet, { $currency }
numbers-average-how = Värdet av det som vanns, delat med antalet. Affärsmöjligheter utan värde räknas inte med, och valutor läggs aldrig ihop.
numbers-cycle-median = Dagar till vinst, median
numbers-cycle-median-how = Från första steget till vunnen. Lika många tog kortare tid som längre.
numbers-cycle-mean = Dagar till vinst, medelvärde
numbers-cycle-mean-how = Genomsnittet av samma dagar. Några få som tog mycket lång tid höjer det.
numbers-retention = Återköp
numbers-retention-how = Kunder som köpte under de { $months } månaderna före perioden, och hur stor andel av dem som köpte igen under den. Räknas för kundens säljare, med och utan möten.
numbers-meetings-each = Möten per vunnen affär
numbers-meetings-each-how = Möten om affärsmöjligheter som vanns, till och med dagen de vanns, delat med antalet vunna. En affärsmöjlighet som inget möte är kopplat till räknas som noll möten.

## Forecast

numbers-forecast-in = Prognos, { $currency }
numbers-forecast-how = Värde gånger sannolikhet för det som är öppet i dag, oavsett period. Där ingen har angett någon sannolikhet gäller stegets.
numbers-forecast-months-how = Värde gånger sannolikhet för det som är öppet i dag, efter steg och den månad då kunden väntas besluta. Sista kolumnen är värdet utan sannolikhet.
numbers-due-past = Försenat
numbers-due-later = Senare
numbers-due-unsaid = Inget datum

## The way

numbers-way = Konvertering och dagar per steg
numbers-way-how = Affärsmöjligheter som lämnade ett steg under perioden: hur många som gick vidare till ett senare steg, tillbaka till ett tidigare eller förlorades, och hur många dagar de hade stått där. Konvertering är andelen som gick vidare. Det som kommer tillbaka till ett steg och lämnar det igen räknas varje gång.
numbers-left = Lämnade
numbers-on = Gick vidare
numbers-back = Gick tillbaka
numbers-conversion = Konvertering
numbers-days-median = Dagar, median
numbers-days-mean = Dagar, medelvärde
numbers-stands-out = Sticker ut
numbers-longest = Tar längst tid
numbers-fewest = Minst andel går vidare
numbers-bottlenecks = Flaskhalsar per säljare och steg
numbers-bottlenecks-how = Steg där en säljares affärsmöjligheter står minst en halv gång längre, och två dagar längre, än för alla säljare som visas, eller där konverteringen är minst 20 procentenheter lägre. Från tre affärsmöjligheter.
numbers-conversion-all = Konvertering, alla
numbers-days-all = Dagar, median för alla
numbers-slow = Tar längre tid
numbers-narrow = Färre går vidare
numbers-way-of-sellers = Varje säljare på varje steg
numbers-way-of-sellers-how = Tabellen ovan för varje säljare, att läsa i ett kalkylprogram.

## What was decided

numbers-sellers = Per säljare
numbers-sellers-how = Det som vanns och förlorades under perioden, räknat för den som ansvarar för affärsmöjligheten i dag.
numbers-sources = Per källa
numbers-sources-how = Det som vanns och förlorades under perioden, efter var kunden kom ifrån.
numbers-reasons = Varför affärer förlorades
numbers-reasons-how = De skäl som angavs för dem som förlorades under perioden.

## Meetings

numbers-meetings = Möten per vunnen affär
numbers-meetings-how = Möten som hölls om affärsmöjligheter som vanns under perioden, till och med dagen de vanns, efter vad de gällde; delat med antalet vunna affärsmöjligheter.
numbers-meetings-for = Vad mötet gällde
numbers-meetings-number = Möten
