series-record-title = Hva den har gitt
series-record-unknown = ikke notert
series-record-of = { $part } av { $all }
series-record-held = Holdt
series-record-attended = Til stede
series-record-early = Sluttet før tiden
series-record-minutes = Brukt tid
series-record-minutes-of = { $used } av { $planned } planlagt
series-record-accepted = Svarte ja
series-record-outcome = Beslutninger og oppgaver
series-record-outcome-of = { $decisions } og { $actions }, fra { $dates } av { $past } datoer
series-record-worth = Verdt tiden
series-record-worth-of = { $score } av 5
series-record-worth-trend = { $score } av 5, før det { $before }
series-record-early-days = For tidlig å si: { $past } av { $all } datoer er over.
series-record-cost = Alles tid så langt
series-record-ahead = Alles gjenstående tid
series-record-money = { $time }, omtrent { $money }
series-record-dots = De siste ti datoene; en fylt prikk betyr at noe ble besluttet
series-date-decisions = { $count ->
    [one] { $count } beslutning
   *[other] { $count } beslutninger
}
series-date-actions = { $count ->
    [one] { $count } oppgave
   *[other] { $count } oppgaver
}
series-date-not-held = ikke holdt
series-date-early = sluttet før tiden
series-date-attended = { $part } av { $all } til stede
review-title = Skal «{ $title }» fortsette?
review-ends = Siste dato er { $when }. Serien avsluttes da hvis ingen sier hvorfor den skal fortsette.
review-ended = Serien er avsluttet. Ingen sa hvorfor den skulle fortsette.
review-over = Serien er avsluttet.
review-aim-now = Derfor fortsetter den: { $aim }
review-decide = Bestem hva som skal skje
review-question = Hva skal skje med den?
review-keep = { $count ->
    [one] Behold den: én dato til, { $until }
   *[other] Behold den: { $count } datoer til, til og med { $until }
}
review-shorten = Gjør den kortere: { $now } i stedet for { $was }
review-fewer = Færre personer
review-fewer-who = Hvem trengs ikke lenger?
review-quiet = ingen egen sak på { $count } datoer
review-less = Sjeldnere: { $rule }
review-stop = { $count ->
    [one] Stopp: avlys den ene datoen som gjenstår
   *[other] Stopp: avlys de { $count } datoene som gjenstår
}
review-aim = Hvorfor skal den fortsette?
review-aim-hint = Én setning som alle i serien får lese. Hvis du stopper: skriv hvorfor.
review-aim-missing = Skriv i én setning hvorfor den skal fortsette, minst 10 tegn.
review-reason-missing = Kunder deltar. Skriv hvorfor du stopper.
review-answer-missing = Velg hva som skal skje med serien.
review-nobody = Kryss av for minst én person som ikke trengs.
review-all = Noen må være igjen. Stopp serien i stedet.
review-barred = Disse personene har sluttet eller vil ikke ha flere invitasjoner: { $names }. Velg færre personer, og kryss av for dem.
review-impossible = Serien kan ikke fortsette slik. Velg noe annet, eller planlegg en ny serie.
review-moved = Slutten på serien er flyttet i mellomtiden. Se på den igjen før du svarer.
review-skip = Hopp over disse datoene
review-send = Svar og si fra til alle
review-done-renewed = Serien fortsetter. Alle i den får beskjed.
review-done-stopped = Datoene som gjensto, er avlyst. Alle i serien får beskjed.
review-matter = «{ $title }» avsluttes { $when }. Skal den fortsette?
series-audit-renewed = Lot serien fortsette
review-mail-subject = { $title } avsluttes { $when } hvis du ikke forlenger
review-mail-subject-ended = { $title } er avsluttet
review-mail-asked = Siste dato i serien er { $when }. Den avsluttes da hvis du ikke skriver i én setning hvorfor den skal fortsette. Du kan også gjøre den kortere, mindre eller sjeldnere, eller stoppe den nå.
review-mail-ended = Siste dato i serien var { $when }. Ingen skrev hvorfor den skulle fortsette, så den er avsluttet. Planlegg en ny serie hvis dere vil fortsette å møtes.
review-mail-record = { $past ->
    [one] Hva { $past } dato så langt har gitt:
   *[other] Hva { $past } datoer så langt har gitt:
}
review-mail-decide = Bestem hva som skal skje
review-mail-open = Se på serien
