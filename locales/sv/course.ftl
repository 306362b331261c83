run-title = Håll mötet
run-opens = Den här sidan öppnar { $when }. Då går ni igenom dagordningen här, med en klocka som alla ser.
run-ready = Dela den här sidan på skärmen. Alla som har den öppen ser samma punkt och samma klocka.
run-begin = Starta mötet
run-over = Mötet är avslutat. Det som skrevs upp finns i anteckningarna.
run-no-point = Alla punkter är klara
run-next = Härnäst: { $title }
run-meeting = Mötet
run-until = till { $when }
run-was-until = planerat till { $when }
run-since = sedan { $when }
run-left-point = Tid kvar för punkten:
run-soon = En minut kvar för punkten
run-to-next = Nästa punkt
run-point-done = Punkten är klar
run-more = +5 min
run-park = Skjut upp till nästa gång
run-end = Avsluta mötet
run-take-up = Ta upp
run-taken = { $taken } av { $planned }
run-came-of-it = Resultat
run-decision = Ett beslut på en rad
run-note-decision = Skriv upp beslutet
run-action = Vad som ska göras på en rad
run-note-action = Skriv upp åtgärden
run-hold-still = Sluta ladda om medan jag skriver
run-go-on-reloading = Fortsätt ladda om sidan
run-done-behind = Någon hann före, så inget ändrades. Så här långt har mötet kommit.

fate-ahead = Hanns inte med
fate-now = Diskuteras nu
fate-discussed = Genomgången
fate-parked = Uppskjuten
presence-attended = Närvarande
presence-absent = Frånvarande
presence-excused = Anmält förhinder
outcome-held = Mötet hölls
outcome-no-show = De som mötet gällde kom inte
outcome-not-held = Mötet hölls inte, av annan orsak
achieved-fully = Syftet uppnåddes
achieved-partly = Syftet uppnåddes delvis
achieved-not = Syftet uppnåddes inte
action-open = Att göra
action-done = Klar
action-dropped = Behövs inte längre

minutes-title = Mötesanteckningar
minutes-write = Skriv mötesanteckningar
minutes-read = Läs anteckningarna
minutes-open = Skrivs
minutes-closed = Avslutade
minutes-to-meeting = Till mötet
minutes-lead = Inget skrevs upp under mötet. Skriv tre rader medan du minns.
minutes-empty = Inget är skrivet om det här mötet än.
minutes-outcome = Resultat
minutes-took-place = Blev mötet av?
minutes-achieved = Uppnåddes syftet?
minutes-result = Vad det ledde till på en rad
minutes-next-step = Nästa steg
minutes-points = Punkter
minutes-fate = Hur det gick
minutes-notes = Anteckningar
minutes-standing = Står på dagordningen varje gång
minutes-thanks = Tack till
minutes-decisions = Beslut
minutes-decision = Beslut
minutes-actions = Åtgärder
minutes-action = Vad som ska göras
minutes-what = Vad
minutes-who = Vem
minutes-due = Senast
minutes-due-hint = Till exempel i morgon, fredag eller ett datum.
minutes-rows-hint = Töm en rad för att ta bort den. Fler rader kommer när du sparar.
minutes-none-yet = Inga än
minutes-nobody = Ingen än
minutes-unsaid = Inte angivet
minutes-people = Vilka var med
minutes-onward = Det som återstår
minutes-next-meeting = Mötet som tar upp det
minutes-next-date = Nästa datum i serien
minutes-next-none = Inget
minutes-next-hidden = Ett annat möte som du inte ser
minutes-cannot-follow = Det här mötet kan inte ta upp det som är kvar. Välj ett annat.
minutes-next-at = Nästa möte är { $when }.
minutes-share = Dela med kunden
minutes-share-result = Dela resultat och nästa steg med kunden
minutes-share-notes = Dela anteckningarna med kunden
minutes-shared = Delas med kunden
minutes-send = { $people ->
    [one] Avsluta och mejla till en person
   *[other] Avsluta och mejla till { $people } personer
}
minutes-send-hint = Alla i mötet och alla som hålls informerade får ett mejl. Avslutade anteckningar ändras inte längre, men du kan öppna dem igen.
minutes-send-hint-customers = Kollegor får allt. Kunder får det du har kryssat för åt dem, och inget mejl om inget är förkryssat. Avslutade anteckningar kan öppnas igen.
minutes-close-quietly = Avsluta utan mejl
minutes-reopen = Öppna igen
minutes-editions = Versioner
minutes-edition = Version { $number }, { $when }
minutes-closed-by = Avslutades av { $name }, { $when }
minutes-reopened-by = Öppnades igen av { $name }, { $when }
minutes-ran = Hölls { $when }
minutes-by-day = { $what } (senast { $day })
minutes-owner-does = { $name }: { $what }
minutes-not-yet = Anteckningar kan skrivas från en kvart före mötet.
minutes-too-many = Ett möte rymmer { $most } av dessa.
minutes-too-long = Allt tillsammans är för långt. Använd högst { $most } tecken i alla fält tillsammans.
minutes-point-gone = En punkt togs bort från dagordningen medan du skrev. Inget är sparat än; spara igen för att behålla resten. Det här skrev du om punkten: { $words }
minutes-closed-meanwhile = Anteckningarna avslutades under tiden. Det du skrev står nedan. Öppna anteckningarna igen för att spara det.
minutes-changed-meanwhile = Andra skriver just nu. Spara en gång till.
minutes-both = { $fields ->
    [one] Någon annan har ändrat ett fält som du också har ändrat. Båda texterna står nedan. Välj och spara en gång till.
   *[other] Någon annan har ändrat { $fields } fält som du också har ändrat. Båda texterna står nedan. Välj och spara en gång till.
}
minutes-other-wrote = Någon annan skrev:
minutes-other-emptied = Någon annan har tömt fältet.
minutes-next-closed = Nästa mötes anteckningar är avslutade, så de här förblir som de är.
minutes-done-saved = Sparat.
minutes-done-closed = Anteckningarna är avslutade. Ingen får något mejl.
minutes-done-sent = { $mails ->
    [one] Anteckningarna är avslutade. Ett mejl skickas om en minut; öppnar du dem igen innan dess skickas inget.
   *[other] Anteckningarna är avslutade. { $mails } mejl skickas om en minut; öppnar du dem igen innan dess skickas inget.
}
minutes-done-reopened = Anteckningarna är öppna igen. Den tidigare versionen finns kvar.
minutes-you-do = Dina åtgärder
minutes-others-do = Andras åtgärder

minutes-count-decisions = { $count } beslut
minutes-count-actions = { $count ->
    [one] 1 åtgärd
   *[other] { $count } åtgärder
}
minutes-count-yours = { $count ->
    [one] 1 åtgärd (din)
   *[other] { $count } åtgärder ({ $yours ->
        [one] 1 din
       *[other] { $yours } dina
    })
}

minutes-mail-subject = Anteckningar: { $title }, { $day }: { $counts }
minutes-mail-subject-customer = Från vårt möte: { $title }, { $day }
minutes-mail-opening = Det här ledde mötet till.
minutes-mail-opening-again = Anteckningarna har ändrats. Det här är den nya versionen.
minutes-mail-opening-customer = Tack för mötet. { $name } skickar det vi skrev upp.
minutes-mail-next-step = Nästa steg: { $what }
minutes-mail-next-meeting = Nästa möte: { $when }
minutes-mail-open = Öppna anteckningarna och markera det som är klart
minutes-mail-worth = Var mötet värt din tid? Svara med ett klick
minutes-mail-footer = Du får det här mejlet eftersom { $name }, { $company }, bjöd in dig till mötet.
minutes-mail-footer-customer = Du får det här mejlet eftersom du har träffat { $name }, { $company }.

carry-title = Från förra gången
carry-open-actions = Kvar att göra
carry-points = Punkter som följer med
carry-hint = Det du inte tar ställning till hamnar på dagordningen när mötet börjar.
carry-came-back = Från förra gången
carry-standing = står på dagordningen varje gång
carry-parked = sköts upp förra gången
carry-not-reached = hanns inte med förra gången
carry-open-action = något återstår att göra
carry-skipped = hoppades över förra gången
carry-on-agenda = står på dagordningen
carry-skipped-now = hoppas över den här gången
carry-keep = Behåll
carry-skip = Hoppa över en gång
carry-drop = Ta bort
carry-done-kept = Punkten står på dagordningen.
carry-done-skipped = Punkten hoppas över den här gången. Den kommer tillbaka nästa gång.
carry-done-dropped = Punkten kommer inte tillbaka.
carry-done-late = Mötet har börjat eller är inställt, så inget ändrades.
carry-done-full = Dagordningen är full. Ta bort en punkt först.

actions-title = Åtgärder
actions-whose = Vems åtgärder
actions-mine = Mina
actions-of-teams = I mina team
actions-empty = Inget att göra. Åtgärder kommer från mötesanteckningar.
actions-from = Från
actions-late = Försenad
actions-today = I dag
actions-mark-done = Markera som klar
actions-drop = Behövs inte
actions-reopen = Öppna igen
actions-settled = Avslutade de senaste 30 dagarna
actions-done-settled = Noterat.
decisions-title = Beslutslogg
decisions-search = Sök
decisions-in = Sök i
decisions-day = Dag
decisions-empty = Inget är uppskrivet än.
decisions-none = Inget hittades för ”{ $text }”.
digest-actions-title = Att göra:
digest-action = { $day }: { $what } ({ $title })
my-week-action = Att göra: { $what }
my-week-minutes = Skriv mötesanteckningar: { $title }, { $when }

notes-title = Mina privata anteckningar
notes-hint = Bara du ser de här. De finns inte i något mejl, i inga mötesanteckningar och i ingen export utom din egen.
notes-whole = Hela mötet
notes-gone = En punkt som inte längre finns
notes-done-saved = Dina anteckningar är sparade.

worth-title = Var mötet värt din tid?
worth-hint = Den som planerade mötet ser bara medelvärdet, och först när fyra har svarat.
worth-who-sees = { $name } ser bara medelvärdet, och först när fyra har svarat.
worth-least = inte alls
worth-most = mycket
worth-send = Svara
worth-done = Tack, ditt svar är noterat.
worth-few = Värt tiden: visas när { $fewest } har svarat.
worth-average = Värt tiden: { $average } av 5, { $count } svar

audit-meeting-begun = Startade mötet
audit-meeting-ended = Avslutade mötet
audit-meeting-minutes-closed = Avslutade anteckningarna
audit-meeting-minutes-reopened = Öppnade anteckningarna igen
run-resume = Fortsätt mötet
run-resume-hint = Det går i en minut efter att mötet har avslutats.
run-done-late = Mötet avslutades för mer än en minut sedan, så det går inte att fortsätta det. Det som saknas kan skrivas i anteckningarna.
audit-meeting-resumed = Fortsatte mötet
action-link-title = Det här ska du göra
action-link-from = Bestämdes på ”{ $title }”, { $day }
action-link-due = Senast { $day }
action-link-reopen = Inte klar ändå
action-link-saved = Noterat.
action-link-slow = Du har tryckt här många gånger på kort tid. Försök igen om en stund.
minutes-locked = De här anteckningarna avslutades för mer än { $days } dagar sedan. Den mötesansvarigas chef kan öppna dem igen.
