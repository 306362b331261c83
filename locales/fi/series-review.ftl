series-record-title = Mitä sarja on antanut
series-record-unknown = ei kirjattu
series-record-of = { $part }/{ $all }
series-record-held = Pidetty
series-record-attended = Paikalla
series-record-early = Päättyi etuajassa
series-record-minutes = Käytetty aika
series-record-minutes-of = { $used }, suunniteltu { $planned }
series-record-accepted = Vastasi kyllä
series-record-outcome = Päätökset ja tehtävät
series-record-outcome-of = { $decisions } ja { $actions }, { $dates }/{ $past } kerralta
series-record-worth = Ajan arvoinen
series-record-worth-of = { $score }/5
series-record-worth-trend = { $score }/5, sitä ennen { $before }
series-record-early-days = Liian aikaista sanoa: { $past }/{ $all } kertaa on pidetty.
series-record-cost = Kaikkien aika tähän asti
series-record-ahead = Kaikkien aika vielä edessä
series-record-money = { $time }, noin { $money }
series-record-dots = Viimeiset kymmenen kertaa; täytetty piste tarkoittaa päätöstä
series-date-decisions = { $count ->
    [one] { $count } päätös
   *[other] { $count } päätöstä
}
series-date-actions = { $count ->
    [one] { $count } tehtävä
   *[other] { $count } tehtävää
}
series-date-not-held = ei pidetty
series-date-early = päättyi etuajassa
series-date-attended = paikalla { $part }/{ $all }
review-title = Jatkuuko ”{ $title }”?
review-ends = Viimeinen kerta on { $when }. Sarja päättyy silloin, ellei kukaan kerro, miksi sitä jatketaan.
review-ended = Sarja on päättynyt. Kukaan ei kertonut, miksi sitä jatkettaisiin.
review-over = Sarja on päättynyt.
review-aim-now = Siksi sarja jatkuu: { $aim }
review-decide = Päätä, mitä sarjalle tehdään
review-question = Mitä sarjalle tehdään?
review-keep = { $count ->
    [one] Jatka: vielä yksi kerta, { $until }
   *[other] Jatka: vielä { $count } kertaa, viimeinen { $until }
}
review-shorten = Lyhennä: { $was } → { $now }
review-fewer = Vähemmän väkeä
review-fewer-who = Ketä ei enää tarvita?
review-quiet = ei omaa asiaa { $count } kertaan
review-less = Harvemmin: { $rule }
review-stop = { $count ->
    [one] Lopeta: peru ainoa jäljellä oleva kerta
   *[other] Lopeta: peru { $count } jäljellä olevaa kertaa
}
review-aim = Miksi sarjaa jatketaan?
review-aim-hint = Yksi lause, jonka kaikki sarjan osallistujat lukevat. Jos lopetat: miksi.
review-aim-missing = Kerro yhdellä lauseella, miksi sarjaa jatketaan, vähintään 10 merkkiä.
review-reason-missing = Mukana on asiakkaita. Kerro, miksi lopetat.
review-answer-missing = Valitse, mitä sarjalle tehdään.
review-nobody = Valitse ainakin yksi, jota ei tarvita.
review-all = Jonkun on jäätävä. Lopeta sarja sen sijaan.
review-barred = Nämä henkilöt ovat lähteneet tai eivät halua kutsuja: { $names }. Valitse vähemmän väkeä ja merkitse heidät.
review-impossible = Sarja ei voi jatkua näin. Valitse muuta tai suunnittele uusi sarja.
review-moved = Sarjan loppu on sillä välin siirtynyt. Katso uudelleen ennen kuin vastaat.
review-skip = Jätä nämä kerrat pois
review-send = Vastaa ja ilmoita kaikille
review-done-renewed = Sarja jatkuu. Kaikki osallistujat saavat tiedon.
review-done-stopped = Jäljellä olevat kerrat on peruttu. Kaikki osallistujat saavat tiedon.
review-matter = ”{ $title }” päättyy { $when }. Jatkuuko se?
series-audit-renewed = Jatkoi sarjaa
review-mail-subject = { $title } päättyy { $when }, ellet jatka sitä
review-mail-subject-ended = { $title } on päättynyt
review-mail-asked = Sarjan viimeinen kerta on { $when }. Sarja päättyy silloin, ellet kerro yhdellä lauseella, miksi sitä jatketaan. Voit myös lyhentää, pienentää tai harventaa sitä tai lopettaa sen heti.
review-mail-ended = Sarjan viimeinen kerta oli { $when }. Kukaan ei kertonut, miksi sitä jatkettaisiin, joten se on päättynyt. Jos haluatte jatkaa, suunnittele uusi sarja.
review-mail-record = { $past ->
    [one] Mitä { $past } kerta on tähän asti antanut:
   *[other] Mitä { $past } kertaa on tähän asti antanut:
}
review-mail-decide = Päätä, mitä sarjalle tehdään
review-mail-open = Katso sarjaa
