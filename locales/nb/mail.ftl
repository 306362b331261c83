## E-post: avsender og emner

mail-from = { $name } via Sparsam
mail-subject-invitation = Invitasjon: { $title }, { $when }
mail-subject-moved = Flyttet: { $title }, nå { $when }
mail-subject-changed = Endret: { $title }, { $when }
mail-subject-agenda = Ny saksliste: { $title }, { $when }
mail-subject-cancelled = Avlyst: { $title }, { $when }
mail-subject-removed = Du trengs ikke lenger: { $title }, { $when }
mail-subject-test = Test: { $title }, { $when }
mail-subject-welcome = Velkommen til Sparsam hos { $company }
mail-subject-reset = Nytt passord til Sparsam

## E-post: slik begynner den

mail-opening-invitation = { $organizer } inviterer deg til et møte.
mail-opening-customer = Velkommen til møte med { $organizer }, { $company }.
mail-opening-informed = { $organizer } vil at du skal vite om et møte.
mail-opening-own = Du har planlagt dette møtet. E-posten legger det i kalenderen din.
mail-opening-test = Dette er en test. E-post fra Sparsam når deg; se nå om møtet ligger i kalenderen din.
mail-informed = Du trenger verken å komme eller å svare.

## E-post: hva som er endret

mail-moved = Møtet er flyttet fra { $from } til { $to }.
mail-moved-customer = Møtet er flyttet fra { $from } til { $to }.
mail-moved-by = { $name } har flyttet møtet fra { $from } til { $to }.
mail-moved-by-customer = { $name } har flyttet møtet fra { $from } til { $to }.
mail-moved-end = Møtet slutter nå { $to } i stedet for { $from }.
mail-changed-title = Ny tittel: { $new } (før: { $old })
mail-changed-place = Nytt sted: { $new } (før: { $old })
mail-changed-format = Ny møteform: { $new } (før: { $old })
mail-changed-organizer = Ny møteansvarlig: { $new } (før: { $old })
mail-changed-role = Din rolle: { $new } (før: { $old })
mail-changed-zone = Ny tidssone for møtet: { $new } (før: { $old })
mail-changed-video = Videomøtet har fått ny lenke.
mail-changed-nothing = ikke angitt
mail-agenda-only = Bare sakslisten er endret.
mail-why-only = Bare grunnen til at du er invitert, er endret.
mail-answer-again = Svar gjerne på nytt.
mail-answer-stands = Svaret ditt gjelder fortsatt.
mail-answer-missing = Du har ikke svart ennå.
mail-note = { $name } skriver: { $note }

## E-post: møtet er avlyst

mail-cancelled = { $name } har avlyst møtet. Det fjernes fra kalenderen din.
mail-cancelled-customer = { $name } har avlyst møtet. Det fjernes fra kalenderen din.
mail-cancelled-own = Møtet er avlyst og fjernes fra kalenderen din.
mail-reason = Grunnen: { $reason }
mail-minutes-back = Du får { $minutes } minutter tilbake.
mail-time-back = Du får { $length } tilbake.
mail-removed = Du trengs ikke lenger på dette møtet. Det holdes uten deg og fjernes fra kalenderen din.
mail-removed-customer = Du trengs ikke lenger på dette møtet. Det holdes uten deg og fjernes fra kalenderen din.

## E-post: når og hvor

mail-week-zone = { $week }, { $zone }
mail-zone-offset = { $zone } ({ $offset })
mail-other-zone = Der møtet ble planlagt: { $when }, { $zone }
mail-video = Videomøte
mail-join = Bli med i videomøtet
mail-phone = Telefon
mail-place = Sted
mail-why = Derfor er du invitert: { $why }

## E-post: svar

mail-heading-answer = Kommer du?
mail-reply-yes = Ja
mail-reply-maybe = Kanskje
mail-reply-no = Nei
mail-answer-by-link = Svar med disse lenkene. Et svar i kalenderen din når ikke den møteansvarlige.
mail-not-needed = Trengs du ikke? Si gjerne nei.

## E-post: saksliste

mail-heading-reading = Å lese på forhånd
mail-heading-agenda = Saksliste
mail-everyone = alle
mail-agenda-more = { $count ->
    [one] Én sak til
   *[other] { $count } saker til
}
mail-details = Detaljer og saksliste

## E-post: bunntekst

mail-footer-why = Du får denne e-posten fordi { $organizer }, { $company }, har invitert deg.
mail-footer-own = Du får denne e-posten fordi du er ansvarlig for møtet.
mail-footer-reply = Svar på e-posten, så når du { $name }.
mail-footer-stop = Ingen flere invitasjoner herfra

## E-post: kontoer

mail-welcome-opening = { $inviter } inviterer deg til Sparsam, der { $company } planlegger salgsmøtene sine.
mail-welcome-link = Velg et passord
mail-reset-opening = Noen, trolig du, har bedt om et nytt passord til Sparsam.
mail-reset-link = Velg et nytt passord
mail-link-until = Lenken virker én gang, til { $when } ({ $zone }).
mail-reset-ignore = Var det ikke deg? Da trenger du ikke gjøre noe; passordet ditt er uendret.
mail-footer-account = Du får denne e-posten fordi { $address } har en konto i Sparsam hos { $company }.
mail-clocks-changed = Tidssonen har endret klokkene sine siden dette ble planlagt. Lokal tid er uendret.
