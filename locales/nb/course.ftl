run-title = Hold møtet
run-opens = Denne siden åpner { $when }. Da går dere gjennom sakslisten her, med en klokke som alle ser.
run-ready = Del denne siden på skjermen. Alle som har den åpen, ser samme sak og samme klokke.
run-begin = Start møtet
run-over = Møtet er avsluttet. Det som ble notert, står i referatet.
run-no-point = Alle sakene er gjennomgått
run-next = Neste: { $title }
run-meeting = Møtet
run-until = til { $when }
run-was-until = planlagt til { $when }
run-since = siden { $when }
run-left-point = Tid igjen til saken:
run-soon = Ett minutt igjen til saken
run-to-next = Neste sak
run-point-done = Saken er ferdig
run-more = +5 min
run-park = Utsett til neste gang
run-end = Avslutt møtet
run-take-up = Ta opp
run-taken = { $taken } av { $planned }
run-came-of-it = Resultat
run-decision = En beslutning på én linje
run-note-decision = Noter beslutningen
run-action = Hva som skal gjøres på én linje
run-note-action = Noter oppgaven
run-hold-still = Ikke last inn på nytt mens jeg skriver
run-go-on-reloading = Fortsett å laste inn siden på nytt
run-done-behind = Noen andre kom først, så ingenting ble endret. Her er møtet nå.

fate-ahead = Ikke rukket
fate-now = Diskuteres nå
fate-discussed = Gjennomgått
fate-parked = Utsatt
presence-attended = Til stede
presence-absent = Fraværende
presence-excused = Meldt forfall
outcome-held = Møtet ble holdt
outcome-no-show = De møtet gjaldt, kom ikke
outcome-not-held = Møtet ble ikke holdt, av annen grunn
achieved-fully = Målet ble nådd
achieved-partly = Målet ble delvis nådd
achieved-not = Målet ble ikke nådd
action-open = Å gjøre
action-done = Utført
action-dropped = Trengs ikke lenger

minutes-title = Referat
minutes-write = Skriv referatet
minutes-read = Les referatet
minutes-open = Under arbeid
minutes-closed = Avsluttet
minutes-to-meeting = Til møtet
minutes-lead = Ingenting ble notert under møtet. Skriv tre linjer mens du husker.
minutes-empty = Ingenting er skrevet om dette møtet ennå.
minutes-outcome = Resultat
minutes-took-place = Ble møtet holdt?
minutes-achieved = Ble målet nådd?
minutes-result = Hva det førte til på én linje
minutes-next-step = Neste steg
minutes-points = Saker
minutes-fate = Hvordan det gikk
minutes-notes = Notater
minutes-standing = Står på sakslisten hver gang
minutes-thanks = Takk til
minutes-decisions = Beslutninger
minutes-decision = Beslutning
minutes-actions = Oppgaver
minutes-action = Hva som skal gjøres
minutes-what = Hva
minutes-who = Hvem
minutes-due = Frist
minutes-due-hint = For eksempel i morgen, fredag eller en dato.
minutes-rows-hint = Tøm en linje for å fjerne den. Flere linjer kommer når du lagrer.
minutes-none-yet = Ingen ennå
minutes-nobody = Ingen ennå
minutes-unsaid = Ikke oppgitt
minutes-people = Hvem var til stede
minutes-onward = Det som gjenstår
minutes-next-meeting = Møtet som tar det opp
minutes-next-date = Neste dato i serien
minutes-next-none = Ingen
minutes-next-hidden = Et annet møte som du ikke ser
minutes-cannot-follow = Dette møtet kan ikke ta opp det som gjenstår. Velg et annet.
minutes-next-at = Neste møte er { $when }.
minutes-share = Del med kunden
minutes-share-result = Del resultat og neste steg med kunden
minutes-share-notes = Del notatene med kunden
minutes-shared = Delt med kunden
minutes-send = { $people ->
    [one] Avslutt og send til én person
   *[other] Avslutt og send til { $people } personer
}
minutes-send-hint = Alle i møtet og alle som holdes orientert, får en e-post. Et avsluttet referat endres ikke lenger, men du kan åpne det igjen.
minutes-send-hint-customers = Kolleger får alt. Kunder får det du har krysset av for dem, og ingen e-post hvis ingenting er krysset av. Et avsluttet referat kan åpnes igjen.
minutes-close-quietly = Avslutt uten e-post
minutes-reopen = Åpne igjen
minutes-editions = Versjoner
minutes-edition = Versjon { $number }, { $when }
minutes-closed-by = Avsluttet av { $name }, { $when }
minutes-reopened-by = Åpnet igjen av { $name }, { $when }
minutes-ran = Holdt { $when }
minutes-by-day = { $what } (innen { $day })
minutes-owner-does = { $name }: { $what }
minutes-not-yet = Referatet kan skrives fra et kvarter før møtet begynner.
minutes-too-many = Et møte har plass til { $most } av disse.
minutes-too-long = Alt til sammen er for langt. Bruk høyst { $most } tegn i alle feltene til sammen.
minutes-point-gone = En sak ble fjernet fra sakslisten mens du skrev. Ingenting er lagret ennå; lagre igjen for å beholde resten. Dette skrev du om saken: { $words }
minutes-closed-meanwhile = Referatet ble avsluttet i mellomtiden. Det du skrev, står nedenfor. Åpne referatet igjen for å lagre det.
minutes-changed-meanwhile = Andre skriver akkurat nå. Lagre en gang til.
minutes-both = { $fields ->
    [one] Noen andre har endret et felt som du også har endret. Begge tekstene står nedenfor. Velg, og lagre en gang til.
   *[other] Noen andre har endret { $fields } felt som du også har endret. Begge tekstene står nedenfor. Velg, og lagre en gang til.
}
minutes-other-wrote = Noen andre skrev:
minutes-other-emptied = Noen andre har tømt feltet.
minutes-next-closed = Referatet fra neste møte er avsluttet, så dette forblir som det er.
minutes-done-saved = Lagret.
minutes-done-closed = Referatet er avsluttet. Ingen får e-post.
minutes-done-sent = { $mails ->
    [one] Referatet er avsluttet. Én e-post sendes om ett minutt; åpner du referatet igjen før det, sendes ingenting.
   *[other] Referatet er avsluttet. { $mails } e-poster sendes om ett minutt; åpner du referatet igjen før det, sendes ingenting.
}
minutes-done-reopened = Referatet er åpent igjen. Den tidligere versjonen beholdes.
minutes-you-do = Dine oppgaver
minutes-others-do = Andres oppgaver

minutes-count-decisions = { $count ->
    [one] 1 beslutning
   *[other] { $count } beslutninger
}
minutes-count-actions = { $count ->
    [one] 1 oppgave
   *[other] { $count } oppgaver
}
minutes-count-yours = { $count ->
    [one] 1 oppgave (til deg)
   *[other] { $count } oppgaver ({ $yours } til deg)
}

minutes-mail-subject = Referat: { $title }, { $day }: { $counts }
minutes-mail-subject-customer = Fra møtet vårt: { $title }, { $day }
minutes-mail-opening = Her er resultatet av møtet.
minutes-mail-opening-again = Referatet er endret. Dette er den nye versjonen.
minutes-mail-opening-customer = Takk for møtet. { $name } sender det vi noterte.
minutes-mail-next-step = Neste steg: { $what }
minutes-mail-next-meeting = Neste møte: { $when }
minutes-mail-open = Åpne referatet og merk det som er utført
minutes-mail-worth = Var møtet verdt tiden din? Svar med ett klikk
minutes-mail-footer = Du får denne e-posten fordi { $name }, { $company }, inviterte deg til møtet.
minutes-mail-footer-customer = Du får denne e-posten fordi du har møtt { $name }, { $company }.

carry-title = Fra forrige gang
carry-open-actions = Gjenstår å gjøre
carry-points = Saker som følger med
carry-hint = Det du ikke tar stilling til, havner på sakslisten når møtet begynner.
carry-came-back = Fra forrige gang
carry-standing = står på sakslisten hver gang
carry-parked = utsatt forrige gang
carry-not-reached = ikke rukket forrige gang
carry-open-action = noe gjenstår å gjøre
carry-skipped = hoppet over forrige gang
carry-on-agenda = står på sakslisten
carry-skipped-now = hoppes over denne gangen
carry-keep = Behold
carry-skip = Hopp over én gang
carry-drop = Fjern
carry-done-kept = Saken står på sakslisten.
carry-done-skipped = Saken hoppes over denne gangen. Den kommer tilbake neste gang.
carry-done-dropped = Saken kommer ikke tilbake.
carry-done-late = Møtet har begynt eller er avlyst, så ingenting ble endret.
carry-done-full = Sakslisten er full. Fjern en sak først.

actions-title = Oppgaver
actions-whose = Hvem sine oppgaver
actions-mine = Mine
actions-of-teams = I teamene mine
actions-empty = Ingenting å gjøre. Oppgaver kommer fra møtereferater.
actions-from = Fra
actions-late = Forfalt
actions-today = I dag
actions-mark-done = Merk som utført
actions-drop = Trengs ikke
actions-reopen = Åpne igjen
actions-settled = Avsluttet de siste 30 dagene
actions-done-settled = Notert.
decisions-title = Beslutningslogg
decisions-search = Søk
decisions-in = Søk i
decisions-day = Dag
decisions-empty = Ingenting er notert ennå.
decisions-none = Fant ingenting for «{ $text }».
digest-actions-title = Å gjøre:
digest-action = { $day }: { $what } ({ $title })
my-week-action = Å gjøre: { $what }
my-week-minutes = Skriv referat: { $title }, { $when }

notes-title = Mine private notater
notes-hint = Bare du ser disse. De finnes ikke i noen e-post, i noe referat eller i noen eksport utenom din egen.
notes-whole = Hele møtet
notes-gone = En sak som ikke finnes lenger
notes-done-saved = Notatene dine er lagret.

worth-title = Var møtet verdt tiden din?
worth-hint = Den som planla møtet, ser bare gjennomsnittet, og først når fire har svart.
worth-who-sees = { $name } ser bare gjennomsnittet, og først når fire har svart.
worth-least = ikke i det hele tatt
worth-most = svært
worth-send = Svar
worth-done = Takk, svaret ditt er notert.
worth-few = Verdt tiden: vises når { $fewest } har svart.
worth-average = Verdt tiden: { $average } av 5, { $count } svar

audit-meeting-begun = Startet møtet
audit-meeting-ended = Avsluttet møtet
audit-meeting-minutes-closed = Avsluttet referatet
audit-meeting-minutes-reopened = Åpnet referatet igjen
run-resume = Fortsett møtet
run-resume-hint = Mulig i ett minutt etter at møtet er avsluttet.
run-done-late = Møtet ble avsluttet for mer enn ett minutt siden og kan ikke fortsettes. Det som mangler, kan skrives i referatet.
audit-meeting-resumed = Fortsatte møtet
action-link-title = Dette skal du gjøre
action-link-from = Avtalt i «{ $title }», { $day }
action-link-due = Innen { $day }
action-link-reopen = Likevel ikke utført
action-link-saved = Notert.
action-link-slow = Du har trykket her mange ganger på kort tid. Prøv igjen om litt.
minutes-locked = Dette referatet ble avsluttet for mer enn { $days } dager siden. Lederen til den møteansvarlige kan åpne det igjen.
