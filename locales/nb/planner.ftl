planner-title = Planlegg et møte
planner-edit-title = Endre møtet
planner-purpose-legend = Hva er møtet til for?
planner-purpose-fill = Fyll ut for dette formålet
planner-stage-label = Hvor i salget er dere?
planner-template-use = Bruk malen for dette formålet
planner-filled-in = Saksliste, varighet eller møteform følger nå formålet. Se gjennom dem og send på nytt.
planner-kept-agenda = Sakslisten er beholdt slik du skrev den.
planner-kept-length = Varigheten er beholdt slik du valgte den.
planner-kept-format = Møteformen er beholdt slik du valgte den.
planner-title-label = Tittel
planner-title-hint = Skriv hva som skal besluttes, for eksempel «Bli enige om desembermålene».
planner-title-missing = Skriv en tittel som sier hva som skal besluttes.
planner-people-legend = Hvem må være med?
planner-who-label = Legg til personer eller et team
planner-who-hint = Navn, e-postadresse eller team. Ta bare med dem som skal beslutte eller gjøre noe.
planner-add = Legg til
planner-who-nobody = Ingen her heter det. Skriv en e-postadresse for å invitere noen nye.
planner-who-several = Det er flere treff. Velg nedenfor hvem du mener.
planner-who-left = Disse kunne ikke legges til og står fortsatt i feltet: { $names }
planner-who-which = Hvem mener du?
planner-who-own = Den møteansvarlige er alltid med og står ikke på listen.
planner-who-team-empty = Det er ingen å invitere i det teamet.
planner-who-gone = Kan ikke inviteres lenger: { $name }.
planner-who-silent = Vil ikke ha flere invitasjoner: { $name }. Fjern dem fra listen eller ring i stedet.
planner-nobody = Ingen ennå.
planner-nobody-invited = Legg til minst én person.
planner-too-many-people = Et møte kan ha høyst { $max } deltakere, deg medregnet.
planner-customer = Kunde
planner-new-hint = Ny her. Når du sender, legges personen og firmaet til blant kundene.
planner-new-name = Navn
planner-new-account = Firma
planner-new-account-hint = Står det tomt, blir det { $domain }.
planner-role = Deltar som
planner-why = Derfor er du invitert
planner-remove = Fjern
planner-open = Kunder ser alle som er invitert
planner-open-hint = Ellers ser en kunde bare den møteansvarlige og seg selv. Kolleger ser alltid alle.
planner-agenda-legend = Saksliste
planner-agenda-empty = Ingen saker ennå. Det ser deltakerne også.
planner-moved = { $item } er nå nummer { $at } av { $n }.
planner-edge = Den kan ikke flyttes lenger.
planner-point = Sak { $number }
planner-point-title = Hva den handler om
planner-point-minutes = Minutter
planner-point-owner = Ledes av
planner-point-wanted = Hva den er til for
planner-point-kind = Type
planner-point-add = Legg til en sak
planner-point-remove = Fjern «{ $title }»
planner-up = Flytt «{ $title }» opp
planner-down = Flytt «{ $title }» ned
planner-point-too-long = En sak kan ta høyst et døgn.
planner-too-many-points = En saksliste kan ha høyst { $max } saker.
planner-owner-everyone = Alle
planner-beyond = får ikke plass
planner-sum = Sakene tar { $sum }.
planner-sum-within = Sakene tar { $sum } av { $length }.
planner-sum-over = Sakene tar { $sum }, møtet varer { $length }: { $over } for mye.
planner-when-legend = Når?
planner-when-sent = Tidspunktet blir stående.
planner-move = Flytt møtet
planner-date = Dato
planner-date-hint = For eksempel { $example }, onsdag eller i morgen.
planner-time = Begynner
planner-time-hint = For eksempel 14 eller 14:30.
planner-length = Varighet
planner-length-hint = For eksempel 30 eller 1 t 30 min.
planner-length-range = Et møte varer { $min } til { $max }.
planner-zone = Tidssone
planner-zone-hint = Alle ser tiden i sin egen tidssone.
planner-echo = { $date }, uke { $week }
planner-past = Dette tidspunktet er passert. Velg et senere.
planner-where-legend = Hvor?
planner-video-legend = Videolenke
planner-room-hint = Du har ikke noe fast rom ennå.
planner-room-settings = Legg det inn i innstillingene
planner-no-server = Det finnes ingen videoserver som kan lage et eget rom for møtet. Lim inn en lenke i stedet.
planner-no-room = Den møteansvarlige har ikke noe fast rom. Lim inn en lenke i stedet.
planner-link = Lenke
planner-link-hint = For en innlimt lenke. Den begynner med https://.
planner-place-label = Rom, adresse eller telefonnummer
planner-impact-title = Før du sender
planner-mails = { $count ->
    [one] Én person får en invitasjon på e-post, og du en kopi til kalenderen.
   *[other] { $count } personer får en invitasjon på e-post, og du en kopi til kalenderen.
}
planner-languages = E-posten skrives på: { $languages }.
planner-people-time = { $time } av deltakernes tid.
planner-overlaps = Samtidig
planner-overlap-title = { $name }: { $title }, { $when }
planner-overlap-busy = { $name }: opptatt, { $when }
planner-overlap-held = { $name }: tid reservert av { $owner }, { $when }
planner-no-overlaps = Ingen her har et annet møte da.
planner-mode-relay = E-posten sendes via e-postserveren deres.
planner-mode-mailbox = Ingen e-postserver er satt opp: E-posten blir liggende i den innebygde postkassen.
planner-send = { $count ->
    [one] Send én invitasjon
   *[other] Send { $count } invitasjoner
}
planner-send-nobody = Send invitasjoner
planner-send-change = Lagre og gi beskjed
planner-send-quiet = Lagre
planner-quiet = Lagre uten å gi beskjed
planner-quiet-hint = For det som ikke er verdt en e-post: tittel, agenda, sted eller lenke. Kalenderstrømmer viser det med en gang, andre får vite det med neste e-post. Nye personer blir likevel invitert, og de du fjerner, får likevel beskjed.
planner-hold = Reserver tiden til invitasjonen sendes
planner-hold-hint = Gjelder når du lagrer utkastet: alle som må være med, regnes da som opptatt, i høyst tre dager. Ingen får e-post.
planner-hold-when = Velg først en kommende dag, et klokkeslett og en varighet. Deretter kan tiden reserveres.
planner-hold-many = { $count } av utkastene dine reserverer allerede tid. Send eller slett ett av dem, eller lagre uten å reservere tiden.
planner-held = { $first } er reservert for { $names } til { $until }.
planner-held-dates = { $count } datoer er reservert for { $names } til { $until }.
planner-held-not = Ikke reservert, eller ikke alle datoer, for: { $names }. De har noe annet da eller er lagt til siden; lagre på nytt for å prøve.
planner-held-nothing = Tiden er ikke reservert nå. Lagre utkastet for å reservere den; har alle noe annet da, er det ingenting å reservere.
planner-hold-large = Tiden til så mange personer på så mange datoer kan ikke reserveres (høyst { $most }, personer ganger datoer). Lagre uten den.
planner-save-draft = Lagre utkast
planner-update-preview = Oppdater forhåndsvisningen
planner-show-mail = Vis e-posten
planner-mails-title = Slik ser invitasjonen ut
planner-saved = Lagret { $time }. Ingen har fått beskjed.
planner-kept = Lagret { $time }
planner-delete-draft = Slett utkastet
planner-sent-already = Skjemaet er allerede sendt. Sender du igjen, planlegges et møte til.
planner-over = Møtet er over og kan ikke endres lenger.
planner-cancelled = Møtet er avlyst og kan ikke endres lenger.
planner-stale = Noen andre endret møtet etter at du åpnet det. Det du skrev, står nedenfor; sender du det, erstatter det deres versjon.
planner-stale-table = Begge versjonene
planner-stale-yours = Slik du skrev det
planner-stale-theirs = Slik det er nå
planner-told-nobody = Ingen får e-post: ingenting de vet om, er endret.
planner-told-later = Ingen får e-post nå. Den neste tar det med.
planner-told-update = { $count ->
    [one] Én person får en oppdatering: { $names }.
   *[other] { $count } personer får en oppdatering: { $names }.
}
planner-told-invited = { $count ->
    [one] Én person inviteres: { $names }.
   *[other] { $count } personer inviteres: { $names }.
}
planner-told-gone = { $count ->
    [one] Én person får beskjed om at vedkommende ikke trengs lenger: { $names }.
   *[other] { $count } personer får beskjed om at de ikke trengs lenger: { $names }.
}
planner-told-stands = Svarene gjelder: ingen blir spurt på nytt.
planner-limits-tick = Bekreft at du har sett advarslene.
planner-limits-reason = Oppgi en begrunnelse på minst ti tegn.
planner-limits-other = En grense tillater ikke dette. Velg et annet tidspunkt, færre personer eller et kortere møte.
