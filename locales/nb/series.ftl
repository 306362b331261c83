series-rule-day = { $interval ->
    [1] Hver dag
    [2] Annenhver dag
   *[other] Hver { $interval }. dag
}
series-rule-working-day = Hver arbeidsdag
series-rule-week = { $interval ->
    [1] Hver { $days }
    [2] Annenhver { $days }
   *[other] Hver { $interval }. uke på { $days }
}
series-rule-month-day = { $interval ->
    [1] Den { $day }. hver måned
    [2] Den { $day }. annenhver måned
   *[other] Den { $day }. hver { $interval }. måned
}
series-rule-month-weekday = Den { $which ->
    [first] første
    [second] andre
    [third] tredje
    [fourth] fjerde
   *[other] siste
} { $day ->
    [mon] mandagen
    [tue] tirsdagen
    [wed] onsdagen
    [thu] torsdagen
    [fri] fredagen
    [sat] lørdagen
   *[sun] søndagen
} { $interval ->
    [1] hver måned
    [2] annenhver måned
   *[other] hver { $interval }. måned
}
series-rule-year = { $interval ->
    [1] Hvert år
    [2] Annethvert år
   *[other] Hvert { $interval }. år
}
series-weekday = { $day ->
    [mon] mandag
    [tue] tirsdag
    [wed] onsdag
    [thu] torsdag
    [fri] fredag
    [sat] lørdag
   *[sun] søndag
}
series-sentence = { $rule } kl. { $time }, { $count ->
    [one] én gang
   *[other] { $count } ganger
}, til og med { $until }
series-repeat = Gjentas
series-repeat-no = Gjentas ikke
series-repeat-day = Hver dag
series-repeat-working-day = Hver arbeidsdag
series-repeat-week = Hver uke
series-repeat-month-day = Hver måned på samme dato
series-repeat-month-weekday = Hver måned på samme ukedag
series-repeat-month-last-weekday = Hver måned på den siste slike ukedagen
series-repeat-year = Hvert år
series-interval = Hvor mange uker, måneder eller år imellom
series-count = Hvor mange ganger
series-count-hint = En serie slutter av seg selv etter 13 møter hvis du ikke sier noe annet; høyst 60.
series-until = Eller til og med denne dagen
series-also-on = Også på
series-holidays = På helligdager
series-holidays-skip = utgår møtet
series-holidays-move = flyttes møtet til neste arbeidsdag
series-holidays-keep = holdes møtet likevel
series-dates = Datoer
series-skip = Hopp over
series-skip-stopped = { $count ->
    [one] Hopp over datoen som grensene stopper
   *[other] Hopp over de { $count } datoene som grensene stopper
}
series-date-holiday = { $holiday }: ikke noe møte
series-date-moved = flyttet på grunn av { $holiday }
series-date-impossible = Klokken stilles om på dette tidspunktet, så det kan ikke bli noe møte.
series-date-stopped = Grensene tillater ikke denne datoen. Hopp over den, eller endre planen.
series-error-count = Skriv et tall fra 2 til 60.
series-error-interval = Skriv et tall fra 1 til 12.
series-error-few = En serie trenger minst to datoer.
series-error-many = Høyst 60 datoer og tre år.
series-error-seats = For mange personer for så mange datoer. Planlegg en kortere serie eller inviter færre.
series-stopped = Grensene tillater ikke disse datoene slik de er: { $dates }. Hopp over dem nedenfor, oppgi det grensene krever, eller endre planen.
series-stopped-change = Grensene tillater ikke disse datoene slik de ville bli: { $dates }. Oppgi det grensene krever, la disse datoene stå som de er nedenfor, eller velg noe annet.
series-keep = La stå som de er
series-part = Del av en serie
series-all-dates = Alle datoer i serien
series-scope = Hva gjelder endringen?
series-scope-this = Bare { $when }
series-scope-following = { $count ->
    [0] Denne datoen, den siste i serien
    [one] Denne og den neste, { $until }
   *[other] Denne og de { $count } følgende, til og med { $until }
}
series-scope-all = { $count ->
    [one] Den ene datoen som er igjen
   *[other] Alle { $count } datoer som er igjen
}
series-scope-hint = Datoer som er endret for seg, forblir slik, med mindre det er nettopp det du endrer.
series-clashes = Disse datoene skiller seg fra de andre, og en endring av flere datoer erstatter det som er spesielt for dem:
series-clash = { $when }: { $parts }
series-clash-purpose = formål
series-clash-title = tittel
series-clash-place = sted
series-clash-guest-list = deltakerliste
series-clash-agenda = saksliste
series-other-day = Flere datoer kan bare flyttes til et annet klokkeslett samme dag. Vil dere møtes på en annen ukedag eller i en annen rytme, velg Endre gjentakelse på siden til serien.
series-impossible = Dette tidspunktet finnes ikke { $dates }, fordi klokken stilles om. Flytt først disse datoene hver for seg.
series-answer-all = Svaret gjelder alle kommende datoer
series-heading-dates = { $count ->
    [one] { $count } dato
   *[other] { $count } datoer
}
series-date-off = avlyst
series-date-over = avsluttet
series-date-own-time = et annet tidspunkt enn vanlig
series-continues = Fortsetter en tidligere serie.
series-mail-subject-invitation = Invitasjon til en serie: { $title }, fra { $when }
series-mail-subject-moved = Serie flyttet: { $title }, neste { $when }
series-mail-subject-changed = Serie endret: { $title }, neste { $when }
series-mail-subject-agenda = Ny saksliste: { $title }, neste { $when }
series-mail-subject-off = Avlyst: { $title }, { $when }
series-mail-subject-fewer = Færre datoer: { $title }
series-mail-subject-cancelled = Serie avlyst: { $title }
series-mail-subject-removed = Du trengs ikke lenger: { $title }
series-mail-opening = { $organizer } inviterer deg til en serie møter.
series-mail-opening-own = Du har planlagt denne serien. E-posten legger alle datoene i kalenderen din.
series-mail-opening-continues = Den fortsetter serien du kjenner, fra og med denne datoen.
series-mail-changed = { $name } har endret serien. Datoer som er nye eller annerledes:
series-mail-moved = { $name } har flyttet disse datoene. Svar gjerne på nytt.
series-mail-off = { $name } har avlyst disse datoene. De fjernes fra kalenderen din; de andre blir stående.
series-mail-gone = Disse datoene hører ikke lenger til serien eller holdes uten deg; de andre blir stående.
series-mail-cancelled = { $name } har avlyst alle datoene i serien. De fjernes fra kalenderen din.
series-mail-removed = Du trengs ikke lenger i denne serien. Den holdes uten deg og fjernes fra kalenderen din.
series-mail-agenda = Bare sakslisten er endret, på disse datoene:
series-mail-date-off = { $when }: avlyst
series-mail-date-moved = { $was } → { $now }
series-mail-answer = Ett svar gjelder alle datoene; på siden kan du svare på hver enkelt.
series-mail-more = { $count ->
    [one] og én dato til
   *[other] og { $count } datoer til
}
series-audit-planned = Planla serien
series-audit-edited = Endret flere datoer
series-audit-edited-quietly = Endret flere datoer uten å gi beskjed
series-audit-moved = Flyttet flere datoer
series-audit-cancelled = Avlyste flere datoer
series-audit-undone = Angret en endring av flere datoer
series-mail-subject-goes-on = Serien fortsetter på en annen måte: { $title }
series-mail-replaced = { $name } har endret serien. Datoene du kjenner, fjernes fra kalenderen din.
series-mail-goes-on = Møtene fortsetter som en ny serie. Invitasjonen til den kommer i en egen e-post.
series-repeats-button = Endre gjentakelse
series-repeats-title = Endre hvordan «{ $title }» gjentas
series-repeats-now = Hittil
series-repeats-from = Fra og med hvilken dato
series-repeats-from-hint = Tidligere datoer blir som de er.
series-repeats-new = Deretter
series-repeats-first = Første dag
series-repeats-effect = Dette skjer
series-repeats-effect-move = { $moved ->
    [one] Én dato flyttes til den nye regelen, med saksliste og forberedelser. Alle blir spurt på nytt.
   *[other] { $moved } datoer flyttes i rekkefølge til de nye, med saksliste og forberedelser. Alle blir spurt på nytt.
}
series-repeats-effect-off = { $count ->
    [one] Én dato avlyses.
   *[other] { $count } datoer avlyses.
}
series-repeats-effect-more = { $count ->
    [one] Én dato kommer til.
   *[other] { $count } datoer kommer til.
}
series-repeats-effect-mails = Alle i serien får én e-post som fjerner de gamle datoene fra kalenderen, og én med den nye serien.
series-repeats-own-time = Disse datoene er flyttet enkeltvis og får også det nye tidspunktet: { $dates }.
series-repeats-show = Vis de nye datoene
series-repeats-send = { $count ->
    [0] Endre
    [one] Endre og varsle én person
   *[other] Endre og varsle { $count } personer
}
series-repeats-done = Serien gjentas på en annen måte fra nå av.
series-repeats-gone = Denne datoen er endret eller over. Se på datoene på nytt.
series-repeats-earlier = Velg en dag etter { $day }: den datoen følger fortsatt den gamle regelen.
series-repeats-effect-ends = Tillatelsen til å fortsette uten slutt gjaldt den gamle regelen. Den nye serien slutter med sin siste dato, hvis du ikke spør igjen.
series-repeats-pick = Velg hvordan serien gjentas.
series-audit-repeated = Endret hvordan serien gjentas
