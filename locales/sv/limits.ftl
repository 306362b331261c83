limit-level-inform = Säg till
limit-level-warn = Be om bekräftelse
limit-level-reason = Be om ett skäl
limit-level-approve = Be om godkännande
limit-level-block = Stoppa mötet

limit-sentence-inform = { $limit }; säg till när gränsen överskrids.
limit-sentence-warn = { $limit }; be om bekräftelse när gränsen överskrids.
limit-sentence-reason = { $limit }; be om ett skäl när gränsen överskrids.
limit-sentence-approve = { $limit }; be om godkännande när gränsen överskrids.
limit-sentence-block = { $limit }; stoppa mötet när gränsen överskrids.

limit-holder-each = Var och en
limit-holder-together = Alla tillsammans
limit-holder-team-each = Var och en i { $team }
limit-holder-team-together = { $team } tillsammans
limit-holder-person = { $name }
limit-holder-account = { $name }
limit-holder-accounts = Varje kund
limit-holder-class = Varje kund i klassen ”{ $class }”
limit-holder-contacts = Varje kontakt hos en kund
limit-holder-class-contacts = Varje kontakt hos kunder i klassen ”{ $class }”
limit-holder-account-contacts = Varje kontakt hos { $name }

limit-which-all = Möten
limit-which-internal = Interna möten
limit-which-customer = Kundmöten
limit-which-purpose = Möten med syftet ”{ $purpose }”
limit-meetings-team = { $which } i { $team }
limit-meetings-person = { $which } med { $name }
limit-meetings-class = { $which } med kunder i klassen ”{ $class }”
limit-meetings-account = { $which } med { $name }

limit-time-all = { $length } möten
limit-time-internal = { $length } interna möten
limit-time-customer = { $length } kundmöten
limit-time-purpose = { $length } möten med syftet ”{ $purpose }”
limit-count-all = { $count ->
    [one] ett möte
   *[other] { $count } möten
}
limit-count-internal = { $count ->
    [one] ett internt möte
   *[other] { $count } interna möten
}
limit-count-customer = { $count ->
    [one] ett kundmöte
   *[other] { $count } kundmöten
}
limit-count-purpose = { $count ->
    [one] ett möte med syftet ”{ $purpose }”
   *[other] { $count } möten med syftet ”{ $purpose }”
}
limit-count-people = { $count ->
    [one] en person
   *[other] { $count } personer
}

limit-per-day = per dag
limit-per-week = per vecka
limit-per-month = per månad
limit-per-quarter = per kvartal
limit-in-day = { $day }
limit-in-week = vecka { $week }
limit-in-month = i { $month }
limit-in-quarter = kvartal { $quarter } { $year }

limit-says-period = { $holder } får ha högst { $amount } { $period }
limit-says-period-customer = { $holder } får ha högst { $amount } { $period }, alla säljare sammantagna
limit-says-length = { $meetings } får ta högst { $length }
limit-says-people = { $meetings } får kräva högst { $people }
limit-says-back-to-back = { $holder } får ha högst { $amount } utan en paus på minst { $rest }
limit-says-clock = { $meetings } får inte börja före { $from } eller sluta efter { $to }
limit-says-windows = { $meetings } får inte hållas under de här timmarna: { $hours }
limit-says-dates = { $meetings } får inte hållas från { $first } till { $last }
limit-says-date = { $meetings } får inte hållas { $day }
limit-says-notice = { $meetings } måste skickas minst { $length } innan de börjar
limit-says-contacts = { $holder } får ha högst { $amount } inom { $days } dagar i följd, alla säljare sammantagna
limit-says-agenda = { $meetings } med fler än { $people } eller längre än { $length } måste ha en dagordning
limit-says-ahead = { $holder } får leda högst { $amount } som återstår
limit-says-overlap = { $meetings } får inte krocka med andra möten eller upptagen tid för dem som behövs
limit-says-off-hours = { $meetings } får inte ligga utanför arbetstiden för dem som behövs
limit-says-holidays = { $meetings } får inte ligga på helgdagar för dem som behövs
limit-says-selling = { $meetings } får inte ligga på skyddad säljtid för dem som behövs
limit-says-unknown = { $meetings } får inte hållas när en extern kalender för någon som behövs inte kan läsas

limit-about-person = { $name }
limit-about-contact = { $name }
limit-about-account = { $name }
limit-about-team = { $name } tillsammans
limit-about-organization = Alla tillsammans
limit-reading-period = { $who } har { $amount } { $period } med det här mötet. Gränsen är { $limit }.
limit-reading-length = Mötet tar { $length }. Gränsen är { $limit }.
limit-reading-people = Mötet kräver { $people }. Gränsen är { $limit }.
limit-reading-back-to-back = { $who } har { $amount } utan paus med det här mötet. Gränsen är { $limit }.
limit-reading-notice = Mötet skulle skickas { $length } innan det börjar. Minst { $least } behövs.
limit-reading-contacts = { $who } har { $amount } inom { $days } dagar med det här mötet. Gränsen är { $limit }.
limit-reading-agenda-missing = Mötet saknar dagordning. En sådan behövs vid fler än { $people } eller mer än { $length }.
limit-reading-agenda-there = Mötet har en dagordning där det behövs.
limit-reading-ahead = { $who } leder { $amount } som återstår, det här medräknat. Gränsen är { $limit }.
limit-reading-of = { $name }: { $part }.
limit-reading-part = { $part }.
limit-part-overlap = { $length } av mötet krockar med andra möten eller upptagen tid
limit-part-off-hours = { $length } av mötet ligger utanför arbetstiden
limit-part-holidays = { $length } av mötet ligger på en helgdag eller halvdag
limit-part-selling = { $length } av mötet ligger på skyddad säljtid
limit-part-windows = { $length } av mötet ligger på mötesfria timmar
limit-part-dates = { $length } av mötet ligger på mötesfria dagar
limit-part-clock = { $length } av mötet ligger före { $from } eller efter { $to }
limit-part-unknown = en extern kalender kan inte läsas, så ingen vet om tiden är ledig
limit-part-known = alla externa kalendrar kunde läsas
limit-reading-flagged = { $reading } Det var inte mindre förut, så det här är tillåtet.
limit-reading-unjudged = En gräns kan inte kontrolleras, så mötet är inte möjligt: { $why }.
limit-unjudged-rule = den går inte att tolka. En administratör kan avsluta den
limit-unjudged-zone = tidszonen för { $name } är inte känd
limit-unjudged-facts = ett tal saknas, vilket är ett fel i Sparsam
limit-unjudged-many = det finns fler möten än som kan räknas

limit-class-suspect = Tänkbar
limit-class-cold = Kall
limit-class-warm = Varm
limit-class-hot = Het
limit-class-mql = Marknadskvalificerad
limit-class-sql = Säljkvalificerad
limit-class-customer = Har köpt

limit-name-gone = (finns inte längre)
