## Mejl: avsändare och ämnesrader

mail-from = { $name } via Sparsam
mail-subject-invitation = Inbjudan: { $title }, { $when }
mail-subject-moved = Flyttat: { $title }, nu { $when }
mail-subject-changed = Ändrat: { $title }, { $when }
mail-subject-agenda = Ny dagordning: { $title }, { $when }
mail-subject-cancelled = Inställt: { $title }, { $when }
mail-subject-removed = Du behövs inte längre: { $title }, { $when }
mail-subject-test = Test: { $title }, { $when }
mail-subject-welcome = Välkommen till Sparsam hos { $company }
mail-subject-reset = Ditt nya lösenord till Sparsam

## Mejl: hur de börjar

mail-opening-invitation = { $organizer } bjuder in dig till ett möte.
mail-opening-customer = Välkommen till ett möte med { $organizer }, { $company }.
mail-opening-informed = { $organizer } vill att du ska känna till ett möte.
mail-opening-own = Du har planerat det här mötet. Mejlet lägger in det i din kalender.
mail-opening-test = Det här är ett test. Mejl från Sparsam når dig; kontrollera nu om mötet finns i din kalender.
mail-informed = Du behöver varken komma eller svara.

## Mejl: vad som har ändrats

mail-moved = Mötet är flyttat från { $from } till { $to }.
mail-moved-customer = Mötet är flyttat från { $from } till { $to }.
mail-moved-by = { $name } har flyttat mötet från { $from } till { $to }.
mail-moved-by-customer = { $name } har flyttat mötet från { $from } till { $to }.
mail-moved-end = Mötet slutar nu { $to } i stället för { $from }.
mail-changed-title = Ny rubrik: { $new } (tidigare: { $old })
mail-changed-place = Ny plats: { $new } (tidigare: { $old })
mail-changed-format = Nytt sätt att träffas: { $new } (tidigare: { $old })
mail-changed-organizer = Ny mötesansvarig: { $new } (tidigare: { $old })
mail-changed-role = Din roll: { $new } (tidigare: { $old })
mail-changed-zone = Ny tidszon för mötet: { $new } (tidigare: { $old })
mail-changed-video = Videomötet har en ny länk.
mail-changed-nothing = ingen
mail-agenda-only = Bara dagordningen har ändrats.
mail-why-only = Bara skälet till att du är inbjuden har ändrats.
mail-answer-again = Svara gärna på nytt.
mail-answer-stands = Ditt svar gäller fortfarande.
mail-answer-missing = Du har inte svarat än.
mail-note = { $name } skriver: { $note }

## Mejl: mötet är inställt

mail-cancelled = { $name } har ställt in mötet. Det försvinner ur din kalender.
mail-cancelled-customer = { $name } har ställt in mötet. Det försvinner ur din kalender.
mail-cancelled-own = Mötet är inställt och försvinner ur din kalender.
mail-reason = Skälet: { $reason }
mail-minutes-back = Du får { $minutes } minuter tillbaka.
mail-time-back = Du får { $length } tillbaka.
mail-removed = Du behövs inte längre på det här mötet. Det hålls utan dig och försvinner ur din kalender.
mail-removed-customer = Du behövs inte längre på det här mötet. Det hålls utan dig och försvinner ur din kalender.

## Mejl: när och var

mail-week-zone = { $week }, { $zone }
mail-zone-offset = { $zone } ({ $offset })
mail-other-zone = Där mötet planerades: { $when }, { $zone }
mail-video = Videomöte
mail-join = Anslut till videomötet
mail-phone = Telefon
mail-place = Plats
mail-why = Därför är du inbjuden: { $why }

## Mejl: svar

mail-heading-answer = Kommer du?
mail-reply-yes = Ja
mail-reply-maybe = Kanske
mail-reply-no = Nej
mail-answer-by-link = Svara med de här länkarna. Ett svar i din kalender når inte den mötesansvariga.
mail-not-needed = Behövs du inte? Tacka gärna nej.

## Mejl: dagordning

mail-heading-reading = Att läsa i förväg
mail-heading-agenda = Dagordning
mail-everyone = alla
mail-agenda-more = { $count ->
    [one] En punkt till
   *[other] { $count } punkter till
}
mail-details = Detaljer och dagordning

## Mejl: sidfot

mail-footer-why = Du får det här mejlet eftersom { $organizer }, { $company }, har bjudit in dig.
mail-footer-own = Du får det här mejlet eftersom du är ansvarig för mötet.
mail-footer-reply = Svara på mejlet så når du { $name }.
mail-footer-stop = Inga fler inbjudningar härifrån

## Mejl: konton

mail-welcome-opening = { $inviter } bjuder in dig till Sparsam, där { $company } planerar sina säljmöten.
mail-welcome-link = Välj ett lösenord
mail-reset-opening = Någon, troligen du, har bett om ett nytt lösenord till Sparsam.
mail-reset-link = Ange ett nytt lösenord
mail-link-until = Länken fungerar en gång, till { $when } ({ $zone }).
mail-reset-ignore = Var det inte du? Då behöver du inte göra något; ditt lösenord är oförändrat.
mail-footer-account = Du får det här mejlet eftersom { $address } har ett konto i Sparsam hos { $company }.
mail-clocks-changed = Tidszonen har ändrat sina klockor sedan det här planerades. Den lokala tiden är oförändrad.
