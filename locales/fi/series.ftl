series-rule-day = { $interval ->
    [1] Joka päivä
    [2] Joka toinen päivä
   *[other] { $interval } päivän välein
}
series-rule-working-day = Joka työpäivä
series-rule-week = { $interval ->
    [1] Joka viikko: { $days }
    [2] Joka toinen viikko: { $days }
   *[other] { $interval } viikon välein: { $days }
}
series-rule-month-day = { $interval ->
    [1] Joka kuukauden { $day }. päivä
    [2] Joka toisen kuukauden { $day }. päivä
   *[other] { $interval } kuukauden välein { $day }. päivä
}
series-rule-month-weekday = { $interval ->
    [1] Joka kuukauden
    [2] Joka toisen kuukauden
   *[other] Joka { $interval }. kuukauden
} { $which ->
    [first] ensimmäinen
    [second] toinen
    [third] kolmas
    [fourth] neljäs
   *[other] viimeinen
} { $day ->
    [mon] maanantai
    [tue] tiistai
    [wed] keskiviikko
    [thu] torstai
    [fri] perjantai
    [sat] lauantai
   *[sun] sunnuntai
}
series-rule-year = { $interval ->
    [1] Joka vuosi
    [2] Joka toinen vuosi
   *[other] { $interval } vuoden välein
}
series-weekday = { $day ->
    [mon] maanantai
    [tue] tiistai
    [wed] keskiviikko
    [thu] torstai
    [fri] perjantai
    [sat] lauantai
   *[sun] sunnuntai
}
series-sentence = { $rule } klo { $time }, { $count ->
    [one] kerran
   *[other] { $count } kertaa
}, viimeinen { $until }
series-repeat = Toistuu
series-repeat-no = Ei toistu
series-repeat-day = Joka päivä
series-repeat-working-day = Joka työpäivä
series-repeat-week = Joka viikko
series-repeat-month-day = Joka kuukausi samana päivänä
series-repeat-month-weekday = Joka kuukausi samana viikonpäivänä
series-repeat-month-last-weekday = Joka kuukauden viimeisenä vastaavana viikonpäivänä
series-repeat-year = Joka vuosi
series-interval = Kuinka monen viikon, kuukauden tai vuoden välein
series-count = Kuinka monta kertaa
series-count-hint = Sarja päättyy itsestään 13 kerran jälkeen, ellet toisin sano; enintään 60.
series-until = Tai tähän päivään asti
series-also-on = Myös näinä päivinä
series-holidays = Pyhäpäivinä
series-holidays-skip = kokous jää pois
series-holidays-move = kokous siirtyy seuraavaan työpäivään
series-holidays-keep = kokous pidetään silti
series-dates = Päivät
series-skip = Jätä pois
series-skip-stopped = { $count ->
    [one] Jätä pois päivä, jonka rajat estävät
   *[other] Jätä pois { $count } päivää, jotka rajat estävät
}
series-date-holiday = { $holiday }: ei kokousta
series-date-moved = siirretty, syynä { $holiday }
series-date-impossible = Kelloja siirretään tähän aikaan, joten kokousta ei voi pitää.
series-date-stopped = Rajat eivät salli tätä päivää. Jätä se pois tai muuta suunnitelmaa.
series-error-count = Kirjoita luku väliltä 2–60.
series-error-interval = Kirjoita luku väliltä 1–12.
series-error-few = Sarjassa on oltava vähintään kaksi päivää.
series-error-many = Enintään 60 päivää ja kolme vuotta.
series-error-seats = Liikaa ihmisiä näin monelle päivälle. Suunnittele lyhyempi sarja tai kutsu vähemmän ihmisiä.
series-stopped = Rajat eivät salli näitä päiviä sellaisinaan: { $dates }. Jätä ne alla pois, anna, mitä rajat vaativat, tai muuta suunnitelmaa.
series-stopped-change = Rajat eivät salli näitä päiviä muutettuina: { $dates }. Anna, mitä rajat vaativat, jätä nämä päivät alla ennalleen tai valitse jotain muuta.
series-keep = Jätä ennalleen
series-part = Osa sarjaa
series-all-dates = Sarjan kaikki päivät
series-scope = Mitä muutos koskee?
series-scope-this = Vain { $when }
series-scope-following = { $count ->
    [0] Tätä, sarjan viimeistä päivää
    [one] Tätä ja seuraavaa, { $until }
   *[other] Tätä ja { $count } seuraavaa, viimeinen { $until }
}
series-scope-all = { $count ->
    [one] Ainoaa jäljellä olevaa päivää
   *[other] Kaikkia { $count } jäljellä olevaa päivää
}
series-scope-hint = Päivät, joita joku on muuttanut erikseen, pysyvät ennallaan, ellet muuta juuri samaa asiaa.
series-clashes = Nämä kerrat poikkeavat muista, ja useamman kerran muutos korvaa niiden omat tiedot:
series-clash = { $when }: { $parts }
series-clash-purpose = tarkoitus
series-clash-title = otsikko
series-clash-place = paikka
series-clash-guest-list = osallistujalista
series-clash-agenda = esityslista
series-other-day = Useita ajankohtia voi siirtää vain toiseen kellonaikaan samana päivänä. Jos haluatte kokoontua toisena viikonpäivänä tai toisessa rytmissä, valitse sarjan sivulla Muuta toistumista.
series-impossible = Tätä aikaa ei ole näinä päivinä, koska kelloja siirretään: { $dates }. Siirrä ensin ne päivät yksitellen.
series-answer-all = Vastaus koskee kaikkia tulevia päiviä
series-heading-dates = { $count ->
    [one] { $count } päivä
   *[other] { $count } päivää
}
series-date-off = peruttu
series-date-over = päättynyt
series-date-own-time = muu aika kuin tavallisesti
series-continues = Jatkaa aiempaa sarjaa.
series-mail-subject-invitation = Kutsu sarjaan: { $title }, alkaen { $when }
series-mail-subject-moved = Sarja siirretty: { $title }, seuraava { $when }
series-mail-subject-changed = Sarja muuttunut: { $title }, seuraava { $when }
series-mail-subject-agenda = Uusi esityslista: { $title }, seuraava { $when }
series-mail-subject-off = Peruttu: { $title }, { $when }
series-mail-subject-fewer = Vähemmän päiviä: { $title }
series-mail-subject-cancelled = Sarja peruttu: { $title }
series-mail-subject-removed = Sinua ei enää tarvita: { $title }
series-mail-opening = { $organizer } kutsuu sinut toistuvaan kokoukseen.
series-mail-opening-own = Olet suunnitellut tämän sarjan. Tämä viesti vie kaikki päivät kalenteriisi.
series-mail-opening-continues = Se jatkaa tuntemaasi sarjaa tästä päivästä alkaen.
series-mail-changed = { $name } on muuttanut sarjaa. Uudet tai muuttuneet päivät:
series-mail-moved = { $name } on siirtänyt nämä päivät. Vastaathan uudelleen.
series-mail-off = { $name } on perunut nämä päivät. Ne poistuvat kalenteristasi; muut pysyvät.
series-mail-gone = Nämä päivät eivät enää kuulu sarjaan tai ne pidetään ilman sinua; muut pysyvät.
series-mail-cancelled = { $name } on perunut sarjan kaikki päivät. Ne poistuvat kalenteristasi.
series-mail-removed = Sinua ei enää tarvita tässä sarjassa. Se pidetään ilman sinua ja poistuu kalenteristasi.
series-mail-agenda = Vain esityslista on muuttunut, näinä päivinä:
series-mail-date-off = { $when }: peruttu
series-mail-date-moved = { $was } → { $now }
series-mail-answer = Yksi vastaus koskee kaikkia päiviä; sivulla voit vastata kuhunkin erikseen.
series-mail-more = { $count ->
    [one] ja vielä yksi päivä
   *[other] ja vielä { $count } päivää
}
series-audit-planned = Suunnitteli sarjan
series-audit-edited = Muutti useita päiviä
series-audit-edited-quietly = Muutti useita päiviä ilmoittamatta
series-audit-moved = Siirsi useita päiviä
series-audit-cancelled = Perui useita päiviä
series-audit-undone = Kumosi usean päivän muutoksen
series-mail-subject-goes-on = Sarja jatkuu toisin: { $title }
series-mail-replaced = { $name } on muuttanut sarjaa. Tähän asti tiedossasi olleet päivät poistetaan kalenteristasi.
series-mail-goes-on = Kokoukset jatkuvat uutena sarjana. Kutsu siihen tulee erillisessä sähköpostissa.
series-repeats-button = Muuta toistumista
series-repeats-title = Muuta, miten ”{ $title }” toistuu
series-repeats-now = Tähän asti
series-repeats-from = Mistä päivästä alkaen
series-repeats-from-hint = Aiemmat päivät pysyvät ennallaan.
series-repeats-new = Siitä eteenpäin
series-repeats-first = Ensimmäinen päivä
series-repeats-effect = Mitä tapahtuu
series-repeats-effect-move = { $moved ->
    [one] Yksi päivä siirtyy uuden säännön mukaiseksi esityslistoineen ja valmisteluineen. Kaikilta kysytään uudelleen.
   *[other] { $moved } päivää siirtyy järjestyksessä uusiin esityslistoineen ja valmisteluineen. Kaikilta kysytään uudelleen.
}
series-repeats-effect-off = { $count ->
    [one] Yksi päivä perutaan.
   *[other] { $count } päivää perutaan.
}
series-repeats-effect-more = { $count ->
    [one] Yksi päivä lisätään.
   *[other] { $count } päivää lisätään.
}
series-repeats-effect-mails = Jokainen sarjan osallistuja saa yhden sähköpostin, joka poistaa vanhat päivät kalenterista, ja toisen, jossa on uusi sarja.
series-repeats-own-time = Nämä päivät on siirretty erikseen, ja nekin saavat uuden ajan: { $dates }.
series-repeats-show = Näytä uudet päivät
series-repeats-send = { $count ->
    [0] Muuta
    [one] Muuta ja ilmoita yhdelle
   *[other] Muuta ja ilmoita { $count } henkilölle
}
series-repeats-done = Sarja toistuu tästä lähtien toisin.
series-repeats-gone = Tämä päivä on muuttunut tai ohi. Tarkista päivät uudelleen.
series-repeats-earlier = Valitse päivä, joka on myöhemmin kuin { $day }: se noudattaa edelleen vanhaa sääntöä.
series-repeats-effect-ends = Lupa jatkua ilman loppua annettiin vanhalle säännölle. Uusi sarja päättyy viimeiseen päiväänsä, ellet pyydä lupaa uudelleen.
series-repeats-pick = Valitse, miten sarja toistuu.
series-audit-repeated = Muutti sarjan toistumista
