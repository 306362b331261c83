meeting-join = Anslut till videomötet
meeting-move = Flytta
meeting-call-off = Ställ in
meeting-edit = Redigera
meeting-copy = Kopiera
meeting-print = Skriv ut
meeting-download = Kalenderfil (.ics)
meeting-over = Avslutat
meeting-where = Var
meeting-planned-by = Mötesansvarig: { $name }
meeting-cancelled-because = Inställt: { $reason }
meeting-agenda = Dagordning
meeting-no-agenda = Ingen dagordning än. Det ser deltagarna också.
meeting-agenda-sum = { $used } av { $length } planerade
meeting-agenda-over = { $over } mer än mötet varar
meeting-everyone = Alla
meeting-people = Deltagare
meeting-taken-out = Inte längre inbjudna
meeting-answered-of = { $answered } av { $asked } har svarat
meeting-you = du
meeting-your-answer = Ditt svar
meeting-send-answer = Skicka svar
meeting-comment-to = Meddelande till { $name } (valfritt)
meeting-how-to-answer = Man svarar med länken i mejlet eller på den här sidan. Svar som ges i ett kalenderprogram når inte hit än.
meeting-mails-stay = Ingen e-postserver är inställd. Mejlen stannar i den inbyggda brevlådan och når ingen.
meeting-open-mailbox = Öppna brevlådan
meeting-notes = Anteckningar
meeting-history = Historik

delivery-waiting = Mejlet väntar, skickas { $time }
delivery-due = Mejlet skickas strax
delivery-retrying = { $count ->
    [one] Ett försök gjort
   *[other] { $count } försök gjorda
}, nästa { $time }
delivery-accepted = Mottaget av e-postservern { $time }
delivery-stored = I den inbyggda brevlådan sedan { $time }
delivery-refused = Avvisat av e-postservern { $time }
delivery-given-up = { $count ->
    [one] Inte levererat efter ett försök
   *[other] Inte levererat efter { $count } försök
}
delivery-none = Inget mejl skickat
delivery-said = Servern svarade:
delivery-send-again = Skicka igen
delivery-correct = Rätta adressen
delivery-address = Rätt adress
delivery-colleague = En kollegas adress rättas av en administratör.
delivery-taken = Någon annan har redan den här adressen.
delivery-changed-meanwhile = Mötet ändrades under tiden. Kontrollera adressen och skicka den igen.

move-title = Flytta ”{ $title }”
move-now = Nu
move-new-time = Ny tid
move-date = Datum
move-date-hint = Till exempel { $example } eller ”i morgon”
move-clock = Start
move-length = Längd
move-zone = Tidszon
move-reason = Skäl (valfritt)
move-reason-hint = Kommer med i mejlet.
move-show = Visa vad som händer
move-send = { $count ->
    [0] Flytta mötet
    [one] Flytta och meddela en person
   *[other] Flytta och meddela { $count } personer
}
move-past = Tiden har redan passerat. Välj en senare tid.
move-unchanged = Mötet är redan på den här tiden. Välj en annan.
move-length-range = Ett möte varar mellan 5 minuter och 24 timmar.
move-effect = Det här händer
move-asked-again = De här får mejl och tillfrågas på nytt:
move-only-told = De här får mejl:
move-nobody-told = Ingen behöver få mejl.
move-overlaps = Andra möten på den tiden
move-no-overlaps = Ingen här har något annat möte på den tiden.
move-busy = upptagen

cancel-title = Ställ in ”{ $title }”
cancel-gives-back = Tillsammans får deltagarna { $time } tillbaka.
cancel-reason = Skäl
cancel-reason-optional = Skäl (valfritt)
cancel-reason-hint = Kommer med i mejlet. Kunder deltar, så ange gärna varför.
cancel-reason-missing = Kunder deltar. Berätta varför mötet ställs in.
cancel-told = De här får veta det:
cancel-nobody-told = Ingen har fått veta om mötet än, så inget mejl skickas.
cancel-send = { $count ->
    [0] Ställ in mötet
    [one] Ställ in och meddela en person
   *[other] Ställ in och meddela { $count } personer
}
cancel-keep = Behåll mötet

stale-title = Någon annan har ändrat mötet under tiden
stale-body = Inget har skickats. Jämför och skicka ditt igen om det fortfarande stämmer.
stale-typed = Det du ville
stale-now = Det som gäller nu
stale-who = Ändrat under tiden

sent-planned = { $count ->
    [one] Inbjudan är på väg till en person. Den skickas { $time }.
   *[other] Inbjudningar är på väg till { $count } personer. De skickas { $time }.
}
sent-moved = Mötet är flyttat. { $count ->
    [one] En person får veta det
   *[other] { $count } personer får veta det
} { $time }.
sent-cancelled = Mötet är inställt. { $count ->
    [one] En person får veta det
   *[other] { $count } personer får veta det
} { $time }.
sent-edited = Sparat. { $count ->
    [one] En person får veta det
   *[other] { $count } personer får veta det
} { $time }.
sent-nobody = Klart. Ingen behöver få mejl.
sent-quietly = Sparat. Ingen har fått besked; nästa mejl tar med det.
done-undone = Ångrat. Mötet är som det var och inget mejl har skickats.
done-unplanned = Ångrat: inget har skickats. Din plan finns här som utkast.
done-answered = Ditt svar är sparat.
done-again = Mejlet är på väg igen.
done-forgotten = Det här mejlet kan inte skickas igen: innehållet i mejl raderas efter en tid. Om mötet inte har hållits än kan du ändra det eller rätta adressen; i båda fallen skapas ett nytt mejl.
done-outdated = Det här mejlet skickades inte igen: det som står i det stämmer inte längre, eller så finns det ett nyare.
done-too-late = Det är för sent att ångra: mejl har skickats eller mötet har ändrats sedan dess. Du kan fortfarande flytta, redigera eller ställa in det.
sent-later = { $count ->
    [one] Ett mejl väntar till en annan dag, eftersom högst { $most } mejl om dagen skickas för en och samma mötesansvarig.
   *[other] { $count } mejl väntar till en annan dag, eftersom högst { $most } mejl om dagen skickas för en och samma mötesansvarig.
}

history-planned = Planerat
history-edited = Redigerat
history-moved = Flyttat
history-cancelled = Inställt
history-handed-over = Överlämnat
history-address = Adress rättad
history-undone = Ångrat
history-sent-again = Mejl skickat igen
history-answered = { $name } svarade: { $answer }
history-change = { $what }: { $before } → { $after }
history-added = Tillagt: { $what }
history-removed = Borttaget: { $what }
history-agenda = Dagordningen ändrades
history-title = Rubrik
history-purpose = Syfte
history-time = Tid
history-format = Mötesform
history-place = Plats
history-video = Videolänk
history-nothing = inget
