## Viestit: lähettäjä ja aiheet

mail-from = { $name } (Sparsam)
mail-subject-invitation = Kutsu: { $title }, { $when }
mail-subject-moved = Siirretty: { $title }, nyt { $when }
mail-subject-changed = Muutettu: { $title }, { $when }
mail-subject-agenda = Uusi esityslista: { $title }, { $when }
mail-subject-cancelled = Peruttu: { $title }, { $when }
mail-subject-removed = Sinua ei enää tarvita: { $title }, { $when }
mail-subject-test = Testi: { $title }, { $when }
mail-subject-welcome = Tervetuloa Sparsamin käyttäjäksi: { $company }
mail-subject-reset = Uusi salasanasi Sparsamiin

## Viestit: alku

mail-opening-invitation = { $organizer } kutsuu sinut kokoukseen.
mail-opening-customer = Tervetuloa tapaamiseen. Sinut kutsuu { $organizer }, { $company }.
mail-opening-informed = { $organizer } haluaa sinun tietävän kokouksesta.
mail-opening-own = Olet suunnitellut tämän kokouksen. Tämä viesti vie sen kalenteriisi.
mail-opening-test = Tämä on testi. Sparsamin sähköposti tulee perille; tarkista nyt, onko tämä kokous kalenterissasi.
mail-informed = Sinun ei tarvitse osallistua eikä vastata.

## Viestit: mikä on muuttunut

mail-moved = Kokous on siirretty { $from } { $to }.
mail-moved-customer = Tapaaminen on siirretty { $from } { $to }.
mail-moved-by = { $name } on siirtänyt kokouksen { $from } { $to }.
mail-moved-by-customer = { $name } on siirtänyt tapaamisen { $from } { $to }.
mail-moved-end = Uusi päättymisaika: { $to } (aiemmin { $from })
mail-changed-title = Uusi otsikko: { $new } (aiemmin: { $old })
mail-changed-place = Uusi paikka: { $new } (aiemmin: { $old })
mail-changed-format = Uusi tapaamistapa: { $new } (aiemmin: { $old })
mail-changed-organizer = Uusi järjestäjä: { $new } (aiemmin: { $old })
mail-changed-role = Roolisi: { $new } (aiemmin: { $old })
mail-changed-zone = Uusi aikavyöhyke: { $new } (aiemmin: { $old })
mail-changed-video = Videoyhteydellä on uusi linkki.
mail-changed-nothing = ei mitään
mail-agenda-only = Vain esityslista on muuttunut.
mail-why-only = Vain kutsusi perustelu on muuttunut.
mail-answer-again = Vastaathan uudelleen.
mail-answer-stands = Vastauksesi on edelleen voimassa.
mail-answer-missing = Et ole vielä vastannut.
mail-note = { $name } kirjoittaa: { $note }

## Viestit: kokous on peruttu

mail-cancelled = { $name } on perunut kokouksen. Se poistuu kalenteristasi.
mail-cancelled-customer = { $name } on perunut tapaamisen. Se poistuu kalenteristasi.
mail-cancelled-own = Kokous on peruttu ja poistuu kalenteristasi.
mail-reason = Syy: { $reason }
mail-minutes-back = Saat { $minutes } minuuttia takaisin.
mail-time-back = Saat { $length } takaisin.
mail-removed = Sinua ei enää tarvita tässä kokouksessa. Se pidetään ilman sinua ja poistuu kalenteristasi.
mail-removed-customer = Sinua ei enää tarvita tässä tapaamisessa. Se pidetään ilman sinua ja poistuu kalenteristasi.

## Viestit: milloin ja missä

mail-week-zone = { $week }, { $zone }
mail-zone-offset = { $zone } ({ $offset })
mail-other-zone = Sovitulla aikavyöhykkeellä: { $when }, { $zone }
mail-video = Videoyhteys
mail-join = Liity videoyhteyteen
mail-phone = Puhelin
mail-place = Paikka
mail-why = Siksi sinut on kutsuttu: { $why }

## Viestit: vastaukset

mail-heading-answer = Tuletko?
mail-reply-yes = Kyllä
mail-reply-maybe = Ehkä
mail-reply-no = En
mail-answer-by-link = Vastaa näillä linkeillä. Kalenterissa annettu vastaus ei tule perille järjestäjälle.
mail-not-needed = Jos sinua ei tarvita, voit hyvin jäädä pois.

## Viestit: esityslista

mail-heading-reading = Luettavaa etukäteen
mail-heading-agenda = Esityslista
mail-everyone = kaikki
mail-agenda-more = { $count ->
    [one] Vielä yksi kohta
   *[other] Vielä { $count } kohtaa
}
mail-details = Lisätiedot ja esityslista

## Viestit: alatunniste

mail-footer-why = Sait tämän viestin, koska { $organizer }, { $company }, kutsui sinut.
mail-footer-own = Sait tämän viestin, koska olet kokouksen järjestäjä.
mail-footer-reply = Voit vastata tähän viestiin; vastauksen saa { $name }.
mail-footer-stop = En halua enempää kutsuja

## Viestit: tilit

mail-welcome-opening = { $inviter } kutsuu sinut käyttämään Sparsamia, jolla { $company } suunnittelee myyntikokouksensa.
mail-welcome-link = Valitse salasana
mail-reset-opening = Joku, luultavasti sinä, pyysi uutta salasanaa Sparsamiin.
mail-reset-link = Aseta uusi salasana
mail-link-until = Linkki toimii kerran ja on voimassa { $when } asti ({ $zone }).
mail-reset-ignore = Etkö pyytänyt sitä itse? Silloin sinun ei tarvitse tehdä mitään; salasanasi pysyy ennallaan.
mail-footer-account = Sait tämän viestin, koska osoitteella { $address } on tili Sparsamissa, { $company }.
mail-clocks-changed = Aikavyöhykkeen kellonaika on muuttunut suunnittelun jälkeen. Paikallinen aika pysyy samana.
