meeting-join = Bli med i videomøtet
meeting-move = Flytt
meeting-call-off = Avlys
meeting-edit = Rediger
meeting-copy = Kopier
meeting-print = Skriv ut
meeting-download = Kalenderfil (.ics)
meeting-over = Avsluttet
meeting-where = Hvor
meeting-planned-by = Møteansvarlig: { $name }
meeting-cancelled-because = Avlyst: { $reason }
meeting-agenda = Saksliste
meeting-no-agenda = Ingen saksliste ennå. Det ser deltakerne også.
meeting-agenda-sum = { $used } av { $length } planlagt
meeting-agenda-over = { $over } mer enn møtet varer
meeting-everyone = Alle
meeting-people = Deltakere
meeting-taken-out = Ikke lenger invitert
meeting-answered-of = { $answered } av { $asked } har svart
meeting-you = deg
meeting-your-answer = Svaret ditt
meeting-send-answer = Send svar
meeting-comment-to = Melding til { $name } (valgfritt)
meeting-how-to-answer = Man svarer med lenken i e-posten eller på denne siden. Svar fra et kalenderprogram kommer ikke hit ennå.
meeting-mails-stay = Ingen e-postserver er satt opp. E-postene blir liggende i den innebygde postkassen og når ingen.
meeting-open-mailbox = Åpne postkassen
meeting-notes = Notater
meeting-history = Historikk

delivery-waiting = E-posten venter, sendes { $time }
delivery-due = E-posten sendes straks
delivery-retrying = { $count ->
    [one] Ett forsøk gjort
   *[other] { $count } forsøk gjort
}, neste { $time }
delivery-accepted = Mottatt av e-postserveren { $time }
delivery-stored = I den innebygde postkassen siden { $time }
delivery-refused = Avvist av e-postserveren { $time }
delivery-given-up = { $count ->
    [one] Ikke levert etter ett forsøk
   *[other] Ikke levert etter { $count } forsøk
}
delivery-none = Ingen e-post sendt
delivery-said = Serveren svarte:
delivery-send-again = Send på nytt
delivery-correct = Rett adressen
delivery-address = Riktig adresse
delivery-colleague = Adressen til en kollega rettes av en administrator.
delivery-taken = Noen andre har allerede denne adressen.
delivery-changed-meanwhile = Møtet ble endret i mellomtiden. Sjekk adressen og send den på nytt.

move-title = Flytt «{ $title }»
move-now = Nå
move-new-time = Ny tid
move-date = Dato
move-date-hint = For eksempel { $example } eller «i morgen»
move-clock = Start
move-length = Varighet
move-zone = Tidssone
move-reason = Grunn (valgfritt)
move-reason-hint = Kommer med i e-posten.
move-show = Vis hva som skjer
move-send = { $count ->
    [0] Flytt møtet
    [one] Flytt og gi beskjed til én person
   *[other] Flytt og gi beskjed til { $count } personer
}
move-past = Dette tidspunktet er passert. Velg et senere.
move-unchanged = Møtet er allerede på dette tidspunktet. Velg et annet.
move-length-range = Et møte varer fra 5 minutter til 24 timer.
move-effect = Dette skjer
move-asked-again = Disse får e-post og blir spurt på nytt:
move-only-told = Disse får e-post:
move-nobody-told = Ingen trenger å få e-post.
move-overlaps = Andre møter på dette tidspunktet
move-no-overlaps = Ingen her har et annet møte på dette tidspunktet.
move-busy = opptatt

cancel-title = Avlys «{ $title }»
cancel-gives-back = Til sammen får deltakerne { $time } tilbake.
cancel-reason = Grunn
cancel-reason-optional = Grunn (valgfritt)
cancel-reason-hint = Kommer med i e-posten. Kunder deltar, så oppgi gjerne hvorfor.
cancel-reason-missing = Kunder deltar. Fortell dem hvorfor.
cancel-told = Disse får beskjed:
cancel-nobody-told = Ingen har fått vite om møtet ennå, så det sendes ingen e-post.
cancel-send = { $count ->
    [0] Avlys møtet
    [one] Avlys og gi beskjed til én person
   *[other] Avlys og gi beskjed til { $count } personer
}
cancel-keep = Behold møtet

stale-title = Noen andre har endret møtet i mellomtiden
stale-body = Ingenting er sendt. Sammenlign, og send ditt på nytt hvis det fortsatt stemmer.
stale-typed = Det du ville
stale-now = Det som gjelder nå
stale-who = Endret i mellomtiden

sent-planned = { $count ->
    [one] Invitasjonen er på vei til én person. Den sendes { $time }.
   *[other] Invitasjoner er på vei til { $count } personer. De sendes { $time }.
}
sent-moved = Møtet er flyttet. { $count ->
    [one] Én person får beskjed
   *[other] { $count } personer får beskjed
} { $time }.
sent-cancelled = Møtet er avlyst. { $count ->
    [one] Én person får beskjed
   *[other] { $count } personer får beskjed
} { $time }.
sent-edited = Lagret. { $count ->
    [one] Én person får beskjed
   *[other] { $count } personer får beskjed
} { $time }.
sent-nobody = Ferdig. Ingen trenger å få e-post.
sent-quietly = Lagret. Ingen har fått beskjed; neste e-post tar det med.
done-undone = Angret. Møtet er som det var, og ingen e-post er sendt.
done-unplanned = Angret: ingenting er sendt. Planen din er her som utkast.
done-answered = Svaret ditt er lagret.
done-again = E-posten er på vei igjen.
done-forgotten = Denne e-posten kan ikke sendes igjen: Innholdet i e-post slettes etter en tid. Er møtet ikke holdt ennå, kan du endre det eller rette adressen; i begge tilfeller lages det en ny e-post.
done-outdated = Denne e-posten ble ikke sendt igjen: det som står i den, stemmer ikke lenger, eller det finnes en nyere.
done-too-late = Det er for sent å angre: e-post er sendt, eller møtet er endret siden. Du kan fortsatt flytte, redigere eller avlyse det.
sent-later = { $count ->
    [one] Én e-post venter til en annen dag, fordi det sendes høyst { $most } e-poster om dagen for én møteansvarlig.
   *[other] { $count } e-poster venter til en annen dag, fordi det sendes høyst { $most } e-poster om dagen for én møteansvarlig.
}

history-planned = Planlagt
history-edited = Redigert
history-moved = Flyttet
history-cancelled = Avlyst
history-handed-over = Overlatt
history-address = Adresse rettet
history-undone = Angret
history-sent-again = E-post sendt på nytt
history-answered = { $name } svarte: { $answer }
history-change = { $what }: { $before } → { $after }
history-added = Lagt til: { $what }
history-removed = Fjernet: { $what }
history-agenda = Sakslisten ble endret
history-title = Tittel
history-purpose = Formål
history-time = Tid
history-format = Møteform
history-place = Sted
history-video = Videolenke
history-nothing = ingenting
