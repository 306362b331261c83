series-record-title = Vad den har gett
series-record-unknown = inte noterat
series-record-of = { $part } av { $all }
series-record-held = Hållna
series-record-attended = Närvarande
series-record-early = Slutade i förtid
series-record-minutes = Använd tid
series-record-minutes-of = { $used } av { $planned } planerad tid
series-record-accepted = Tackade ja
series-record-outcome = Beslut och åtgärder
series-record-outcome-of = { $decisions } och { $actions }, från { $dates } av { $past } tillfällen
series-record-worth = Värt tiden
series-record-worth-of = { $score } av 5
series-record-worth-trend = { $score } av 5, dessförinnan { $before }
series-record-early-days = För tidigt att säga: { $past } av { $all } tillfällen har varit.
series-record-cost = Allas tid hittills
series-record-ahead = Allas återstående tid
series-record-money = { $time }, ungefär { $money }
series-record-dots = De senaste tio tillfällena; en fylld prick betyder att något beslutades
series-date-decisions = { $count } beslut
series-date-actions = { $count ->
    [one] { $count } åtgärd
   *[other] { $count } åtgärder
}
series-date-not-held = hölls inte
series-date-early = slutade i förtid
series-date-attended = { $part } av { $all } på plats
review-title = Ska ”{ $title }” fortsätta?
review-ends = Sista tillfället är { $when }. Serien upphör då om ingen säger varför den ska fortsätta.
review-ended = Serien har upphört. Ingen sa varför den skulle fortsätta.
review-over = Serien har upphört.
review-aim-now = Därför fortsätter den: { $aim }
review-decide = Bestäm vad som ska hända
review-question = Vad ska hända med den?
review-keep = { $count ->
    [one] Behåll den: ett tillfälle till, { $until }
   *[other] Behåll den: { $count } tillfällen till, till och med { $until }
}
review-shorten = Gör den kortare: { $now } i stället för { $was }
review-fewer = Färre personer
review-fewer-who = Vilka behövs inte längre?
review-quiet = ingen egen punkt på { $count } tillfällen
review-less = Mer sällan: { $rule }
review-stop = { $count ->
    [one] Sluta: ställ in det tillfälle som återstår
   *[other] Sluta: ställ in de { $count } tillfällen som återstår
}
review-aim = Varför ska den fortsätta?
review-aim-hint = En mening som alla i serien får läsa. Om du slutar: skriv varför.
review-aim-missing = Skriv i en mening varför den ska fortsätta, minst 10 tecken.
review-reason-missing = Kunder deltar. Skriv varför du slutar.
review-answer-missing = Välj vad som ska hända med serien.
review-nobody = Kryssa för minst en person som inte behövs.
review-all = Någon måste vara kvar. Sluta med serien i stället.
review-barred = De här personerna har slutat eller vill inte ha fler inbjudningar: { $names }. Välj färre personer och kryssa för dem.
review-impossible = Serien kan inte fortsätta så. Välj något annat eller planera en ny serie.
review-moved = Seriens slut har flyttats under tiden. Titta igen innan du svarar.
review-skip = Hoppa över de här tillfällena
review-send = Svara och meddela alla
review-done-renewed = Serien fortsätter. Alla i den får veta det.
review-done-stopped = De tillfällen som återstod är inställda. Alla i serien får veta det.
review-matter = ”{ $title }” upphör den { $when }. Ska den fortsätta?
series-audit-renewed = Lät serien fortsätta
review-mail-subject = { $title } upphör den { $when } om du inte förlänger
review-mail-subject-ended = { $title } har upphört
review-mail-asked = Sista tillfället i serien är { $when }. Den upphör då om du inte i en mening skriver varför den ska fortsätta. Du kan också göra mötena kortare, färre eller mindre, eller sluta redan nu.
review-mail-ended = Sista tillfället i serien var { $when }. Ingen skrev varför den skulle fortsätta, så den har upphört. Planera en ny serie om ni vill fortsätta träffas.
review-mail-record = { $past ->
    [one] Vad { $past } tillfälle hittills har gett:
   *[other] Vad { $past } tillfällen hittills har gett:
}
review-mail-decide = Bestäm vad som ska hända
review-mail-open = Titta på serien
