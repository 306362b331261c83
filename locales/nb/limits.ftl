limit-level-inform = Si fra
limit-level-warn = Be om bekreftelse
limit-level-reason = Be om en begrunnelse
limit-level-approve = Be om godkjenning
limit-level-block = Stopp møtet

limit-sentence-inform = { $limit }; si fra når grensen overskrides.
limit-sentence-warn = { $limit }; be om bekreftelse når grensen overskrides.
limit-sentence-reason = { $limit }; be om en begrunnelse når grensen overskrides.
limit-sentence-approve = { $limit }; be om godkjenning når grensen overskrides.
limit-sentence-block = { $limit }; stopp møtet når grensen overskrides.

limit-holder-each = Hver enkelt
limit-holder-together = Alle til sammen
limit-holder-team-each = Hver enkelt i { $team }
limit-holder-team-together = { $team } til sammen
limit-holder-person = { $name }
limit-holder-account = { $name }
limit-holder-accounts = Hver kunde
limit-holder-class = Hver kunde i klassen «{ $class }»
limit-holder-contacts = Hver kontakt hos en kunde
limit-holder-class-contacts = Hver kontakt hos kunder i klassen «{ $class }»
limit-holder-account-contacts = Hver kontakt hos { $name }

limit-which-all = Møter
limit-which-internal = Interne møter
limit-which-customer = Kundemøter
limit-which-purpose = Møter med formålet «{ $purpose }»
limit-meetings-team = { $which } i { $team }
limit-meetings-person = { $which } med { $name }
limit-meetings-class = { $which } med kunder i klassen «{ $class }»
limit-meetings-account = { $which } med { $name }

limit-time-all = { $length } møter
limit-time-internal = { $length } interne møter
limit-time-customer = { $length } kundemøter
limit-time-purpose = { $length } møter med formålet «{ $purpose }»
limit-count-all = { $count ->
    [one] ett møte
   *[other] { $count } møter
}
limit-count-internal = { $count ->
    [one] ett internt møte
   *[other] { $count } interne møter
}
limit-count-customer = { $count ->
    [one] ett kundemøte
   *[other] { $count } kundemøter
}
limit-count-purpose = { $count ->
    [one] ett møte med formålet «{ $purpose }»
   *[other] { $count } møter med formålet «{ $purpose }»
}
limit-count-people = { $count ->
    [one] én person
   *[other] { $count } personer
}

limit-per-day = per dag
limit-per-week = per uke
limit-per-month = per måned
limit-per-quarter = per kvartal
limit-in-day = { $day }
limit-in-week = i uke { $week }
limit-in-month = i { $month }
limit-in-quarter = i { $quarter }. kvartal { $year }

limit-says-period = { $holder } kan ha høyst { $amount } { $period }
limit-says-period-customer = { $holder } kan ha høyst { $amount } { $period }, alle selgere medregnet
limit-says-length = { $meetings } kan vare høyst { $length }
limit-says-people = { $meetings } kan kreve høyst { $people }
limit-says-back-to-back = { $holder } kan ha høyst { $amount } uten en pause på minst { $rest }
limit-says-clock = { $meetings } kan ikke begynne før { $from } eller slutte etter { $to }
limit-says-windows = { $meetings } kan ikke holdes i disse timene: { $hours }
limit-says-dates = { $meetings } kan ikke holdes fra { $first } til { $last }
limit-says-date = { $meetings } kan ikke holdes { $day }
limit-says-notice = { $meetings } må sendes minst { $length } før de begynner
limit-says-contacts = { $holder } kan ha høyst { $amount } i løpet av { $days } dager på rad, alle selgere medregnet
limit-says-agenda = { $meetings } med flere enn { $people } eller lengre enn { $length } må ha en saksliste
limit-says-ahead = { $holder } kan lede høyst { $amount } som gjenstår
limit-says-overlap = { $meetings } kan ikke kollidere med andre møter eller opptatt tid for dem som trengs
limit-says-off-hours = { $meetings } kan ikke ligge utenfor arbeidstiden til dem som trengs
limit-says-holidays = { $meetings } kan ikke ligge på helligdager for dem som trengs
limit-says-selling = { $meetings } kan ikke ligge i beskyttet salgstid for dem som trengs
limit-says-unknown = { $meetings } kan ikke holdes når en ekstern kalender for noen som trengs, ikke kan leses

limit-about-person = { $name }
limit-about-contact = { $name }
limit-about-account = { $name }
limit-about-team = { $name } til sammen
limit-about-organization = Alle til sammen
limit-reading-period = { $who } har { $amount } { $period } med dette møtet. Grensen er { $limit }.
limit-reading-length = Møtet tar { $length }. Grensen er { $limit }.
limit-reading-people = Møtet krever { $people }. Grensen er { $limit }.
limit-reading-back-to-back = { $who } har { $amount } uten pause med dette møtet. Grensen er { $limit }.
limit-reading-notice = Møtet ville bli sendt { $length } før det begynner. Minst { $least } trengs.
limit-reading-contacts = { $who } har { $amount } i løpet av { $days } dager med dette møtet. Grensen er { $limit }.
limit-reading-agenda-missing = Møtet mangler saksliste. Den trengs ved flere enn { $people } eller mer enn { $length }.
limit-reading-agenda-there = Møtet har en saksliste der det trengs.
limit-reading-ahead = { $who } leder { $amount } som gjenstår, dette medregnet. Grensen er { $limit }.
limit-reading-of = { $name }: { $part }.
limit-reading-part = { $part }.
limit-part-overlap = { $length } av møtet kolliderer med andre møter eller opptatt tid
limit-part-off-hours = { $length } av møtet ligger utenfor arbeidstiden
limit-part-holidays = { $length } av møtet ligger på en helligdag eller halv dag
limit-part-selling = { $length } av møtet ligger i beskyttet salgstid
limit-part-windows = { $length } av møtet ligger i møtefrie timer
limit-part-dates = { $length } av møtet ligger på møtefrie dager
limit-part-clock = { $length } av møtet ligger før { $from } eller etter { $to }
limit-part-unknown = en ekstern kalender kan ikke leses, så ingen vet om tiden er ledig
limit-part-known = alle eksterne kalendere kunne leses
limit-reading-flagged = { $reading } Det var ikke mindre før, så dette er tillatt.
limit-reading-unjudged = En grense kan ikke kontrolleres, så møtet er ikke mulig: { $why }.
limit-unjudged-rule = den kan ikke tolkes. En administrator kan avslutte den
limit-unjudged-zone = tidssonen til { $name } er ikke kjent
limit-unjudged-facts = et tall mangler, noe som er en feil i Sparsam
limit-unjudged-many = det finnes flere møter enn det som kan telles

limit-class-suspect = Mulig
limit-class-cold = Kald
limit-class-warm = Varm
limit-class-hot = Het
limit-class-mql = Markedskvalifisert
limit-class-sql = Salgskvalifisert
limit-class-customer = Har kjøpt

limit-name-gone = (finnes ikke lenger)
