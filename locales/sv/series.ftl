series-rule-day = { $interval ->
    [1] Varje dag
    [2] Varannan dag
   *[other] Var { $interval }:e dag
}
series-rule-working-day = Varje arbetsdag
series-rule-week = { $interval ->
    [1] Varje { $days }
    [2] Varannan { $days }
   *[other] Var { $interval }:e vecka: { $days }
}
series-rule-month-day = { $interval ->
    [1] { $day ->
        [1] Den 1:a
        [2] Den 2:a
        [21] Den 21:a
        [22] Den 22:a
        [31] Den 31:a
       *[other] Den { $day }:e
    } varje månad
    [2] { $day ->
        [1] Den 1:a
        [2] Den 2:a
        [21] Den 21:a
        [22] Den 22:a
        [31] Den 31:a
       *[other] Den { $day }:e
    } varannan månad
   *[other] { $day ->
        [1] Den 1:a
        [2] Den 2:a
        [21] Den 21:a
        [22] Den 22:a
        [31] Den 31:a
       *[other] Den { $day }:e
    } var { $interval }:e månad
}
series-rule-month-weekday = Den { $which ->
    [first] första
    [second] andra
    [third] tredje
    [fourth] fjärde
   *[other] sista
} { $day ->
    [mon] måndagen
    [tue] tisdagen
    [wed] onsdagen
    [thu] torsdagen
    [fri] fredagen
    [sat] lördagen
   *[sun] söndagen
} { $interval ->
    [1] varje månad
    [2] varannan månad
   *[other] var { $interval }:e månad
}
series-rule-year = { $interval ->
    [1] Varje år
    [2] Vartannat år
   *[other] Vart { $interval }:e år
}
series-weekday = { $day ->
    [mon] måndag
    [tue] tisdag
    [wed] onsdag
    [thu] torsdag
    [fri] fredag
    [sat] lördag
   *[sun] söndag
}
series-sentence = { $rule } kl. { $time }, { $count ->
    [one] en gång
   *[other] { $count } gånger
}, till och med { $until }
series-repeat = Upprepas
series-repeat-no = Upprepas inte
series-repeat-day = Varje dag
series-repeat-working-day = Varje arbetsdag
series-repeat-week = Varje vecka
series-repeat-month-day = Varje månad på samma datum
series-repeat-month-weekday = Varje månad på samma veckodag
series-repeat-month-last-weekday = Varje månad på den sista sådana veckodagen
series-repeat-year = Varje år
series-interval = Hur många veckor, månader eller år emellan
series-count = Hur många gånger
series-count-hint = En serie tar slut av sig själv efter 13 möten om du inte säger något annat; högst 60.
series-until = Eller till och med den här dagen
series-also-on = Även på
series-holidays = På helgdagar
series-holidays-skip = utgår mötet
series-holidays-move = flyttas mötet till nästa arbetsdag
series-holidays-keep = hålls mötet ändå
series-dates = Datum
series-skip = Hoppa över
series-skip-stopped = { $count ->
    [one] Hoppa över datumet som gränserna hindrar
   *[other] Hoppa över de { $count } datum som gränserna hindrar
}
series-date-holiday = { $holiday }: inget möte
series-date-moved = flyttat på grund av { $holiday }
series-date-impossible = Klockan ställs om vid den här tiden, så det kan inte bli något möte.
series-date-stopped = Gränserna tillåter inte det här datumet. Hoppa över det eller ändra planen.
series-error-count = Skriv ett tal från 2 till 60.
series-error-interval = Skriv ett tal från 1 till 12.
series-error-few = En serie behöver minst två datum.
series-error-many = Högst 60 datum och tre år.
series-error-seats = För många personer för så många datum. Planera en kortare serie eller bjud in färre.
series-stopped = Gränserna tillåter inte de här datumen som de är: { $dates }. Hoppa över dem nedan, ange det som gränserna kräver eller ändra planen.
series-stopped-change = Gränserna tillåter inte de här datumen som de skulle bli: { $dates }. Ange det som gränserna kräver, lämna de här datumen som de är nedan eller välj något annat.
series-keep = Lämna som de är
series-part = Del av en serie
series-all-dates = Alla datum i serien
series-scope = Vad gäller ändringen?
series-scope-this = Bara { $when }
series-scope-following = { $count ->
    [0] Det här datumet, det sista i serien
    [one] Det här och nästa, { $until }
   *[other] Det här och de { $count } följande, till och med { $until }
}
series-scope-all = { $count ->
    [one] Det enda datum som är kvar
   *[other] Alla { $count } datum som är kvar
}
series-scope-hint = Datum som har ändrats för sig förblir som de är, om det inte är just det du ändrar.
series-clashes = De här datumen skiljer sig från de andra, och en ändring av flera datum ersätter det som är eget för dem:
series-clash = { $when }: { $parts }
series-clash-purpose = syfte
series-clash-title = rubrik
series-clash-place = plats
series-clash-guest-list = deltagarlista
series-clash-agenda = dagordning
series-other-day = Flera datum kan bara flyttas till en annan tid samma dag. Vill ni träffas en annan veckodag eller i en annan rytm, välj Ändra upprepning på seriens sida.
series-impossible = Den här tiden finns inte den { $dates } eftersom klockan ställs om. Flytta först de datumen vart för sig.
series-answer-all = Svaret gäller alla kommande datum
series-heading-dates = { $count ->
    [one] { $count } datum
   *[other] { $count } datum
}
series-date-off = inställt
series-date-over = avslutat
series-date-own-time = annan tid än vanligt
series-continues = Fortsätter en tidigare serie.
series-mail-subject-invitation = Inbjudan till en serie: { $title }, från { $when }
series-mail-subject-moved = Serie flyttad: { $title }, nästa { $when }
series-mail-subject-changed = Serie ändrad: { $title }, nästa { $when }
series-mail-subject-agenda = Ny dagordning: { $title }, nästa { $when }
series-mail-subject-off = Inställt: { $title }, { $when }
series-mail-subject-fewer = Färre datum: { $title }
series-mail-subject-cancelled = Serie inställd: { $title }
series-mail-subject-removed = Du behövs inte längre: { $title }
series-mail-opening = { $organizer } bjuder in dig till en serie möten.
series-mail-opening-own = Du har planerat den här serien. Mejlet lägger alla datum i din kalender.
series-mail-opening-continues = Den fortsätter serien som du känner till, från och med det här datumet.
series-mail-changed = { $name } har ändrat serien. Datum som är nya eller annorlunda:
series-mail-moved = { $name } har flyttat de här datumen. Svara gärna på nytt.
series-mail-off = { $name } har ställt in de här datumen. De försvinner ur din kalender; de andra är kvar.
series-mail-gone = De här datumen hör inte längre till serien eller äger rum utan dig; de andra är kvar.
series-mail-cancelled = { $name } har ställt in alla datum i serien. De försvinner ur din kalender.
series-mail-removed = Du behövs inte längre i den här serien. Den hålls utan dig och försvinner ur din kalender.
series-mail-agenda = Bara dagordningen har ändrats, på de här datumen:
series-mail-date-off = { $when }: inställt
series-mail-date-moved = { $was } → { $now }
series-mail-answer = Ett svar gäller alla datum; på sidan kan du svara på vart och ett för sig.
series-mail-more = { $count ->
    [one] och ett datum till
   *[other] och { $count } datum till
}
series-audit-planned = Planerade serien
series-audit-edited = Ändrade flera datum
series-audit-edited-quietly = Ändrade flera datum utan att meddela
series-audit-moved = Flyttade flera datum
series-audit-cancelled = Ställde in flera datum
series-audit-undone = Ångrade en ändring av flera datum
series-mail-subject-goes-on = Serien fortsätter på annat sätt: { $title }
series-mail-replaced = { $name } har ändrat serien. De datum du känner till tas bort ur din kalender.
series-mail-goes-on = Mötena fortsätter som en ny serie. Inbjudan till den kommer i ett eget mejl.
series-repeats-button = Ändra upprepning
series-repeats-title = Ändra hur ”{ $title }” upprepas
series-repeats-now = Hittills
series-repeats-from = Från och med vilket datum
series-repeats-from-hint = Tidigare datum blir kvar som de är.
series-repeats-new = Därefter
series-repeats-first = Första dag
series-repeats-effect = Det här händer
series-repeats-effect-move = { $moved ->
    [one] Ett datum flyttas till den nya regeln, med dagordning och förberedelser. Alla tillfrågas på nytt.
   *[other] { $moved } datum flyttas i ordning till de nya, med dagordning och förberedelser. Alla tillfrågas på nytt.
}
series-repeats-effect-off = { $count ->
    [one] Ett datum ställs in.
   *[other] { $count } datum ställs in.
}
series-repeats-effect-more = { $count ->
    [one] Ett datum tillkommer.
   *[other] { $count } datum tillkommer.
}
series-repeats-effect-mails = Alla i serien får ett mejl som tar bort de gamla datumen ur kalendern och ett med den nya serien.
series-repeats-own-time = De här datumen har flyttats enskilt och får också den nya tiden: { $dates }.
series-repeats-show = Visa de nya datumen
series-repeats-send = { $count ->
    [0] Ändra
    [one] Ändra och meddela en person
   *[other] Ändra och meddela { $count } personer
}
series-repeats-done = Serien upprepas på ett annat sätt från och med nu.
series-repeats-gone = Det här datumet har ändrats eller är över. Se på datumen igen.
series-repeats-earlier = Välj en dag efter { $day }: det datumet följer fortfarande den gamla regeln.
series-repeats-effect-ends = Tillståndet att fortsätta utan slut gällde den gamla regeln. Den nya serien slutar med sitt sista datum, om du inte frågar igen.
series-repeats-pick = Välj hur serien upprepas.
series-audit-repeated = Ändrade hur serien upprepas
