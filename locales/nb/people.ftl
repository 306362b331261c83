admin-mail-title = E-post
list-previous = Forrige
list-next = Neste
people-title = Personer
people-invite = Inviter personer
people-search = Navn eller adresse
people-search-button = Søk
people-found = { $count ->
    [one] Én person
   *[other] { $count } personer
}
people-invited = { $count ->
    [one] Én person er invitert. E-posten forklarer hvordan man velger passord.
   *[other] { $count } personer er invitert. E-posten forklarer hvordan man velger passord.
}
people-who = Hvem inviterer du?
people-who-hint = Én person per linje: anna@nordvik.example eller Anna Lind <anna@nordvik.example>.
people-role-hint = Lesere svarer bare. Medlemmer planlegger egne møter. Ledere også møtene til teamene sine. Administratorer gjør alt.
people-teams-hint = Ledere leder teamene du velger.
people-invite-button = Send invitasjonene
people-invite-effect = Alle får en e-post med en lenke for å velge passord.
people-too-many = Inviter høyst { $max } personer om gangen.
people-unreadable = Det er ingen e-postadresse på slutten av denne linjen: { $line }
people-taken = Disse adressene finnes allerede: { $people }
person-history = Endringer av kontoen
person-deeds = Hva personen har gjort
person-place-title = Rolle og team
person-place-effect = Med en ny rolle logges personen ut overalt.
person-team-no = Ikke med i teamet
person-team-member = Medlem
person-team-manager = Leder teamet
person-placed = Rolle og team for { $name } er lagret.
person-last-admin = Det finnes ingen annen administrator. Gi noen andre den rollen først.
person-needs-role = For å lede et team må rollen være leder eller administrator.
person-address-title = Rett adressen
person-address-hint = Personen logger inn med den. Kommende invitasjoner sendes dit på nytt.
person-address-button = Rett adressen
person-address-corrected = Adressen til { $name } er rettet.
person-address-taken = Noen andre har denne adressen.
person-welcome-title = Har ikke logget inn ennå
person-welcome-effect = En ny e-post gir en ny lenke; den gamle slutter å virke.
person-welcome-button = Send velkomst-e-posten på nytt
person-welcomed = { $name } får en ny velkomst-e-post.
person-leave-title = Slutter
person-leave-hint = Avslutter kontoen og tar hånd om møtene til personen. Du ser først hva som skjer.
person-leave-link = Deaktiver…
person-not-oneself = Du kan ikke deaktivere deg selv. Be en annen administrator gjøre det.
person-heir-gone = Denne kollegaen kan ikke lede møter. Velg en annen.
person-meetings-new = Det finnes møter som ikke sto på siden. Se på listen og velg.
person-meetings-too-many = Det finnes flere enn { $max } kommende møter, for mange til å behandles på én gang. Avlys noen av dem først.
person-deactivated = { $name } er deaktivert.
person-reactivated = { $name } kan logge inn igjen. Velg team.
person-reactivate-title = Kommer tilbake
person-reactivate-effect = Personen kan logge inn igjen. Gamle abonnementer og lenker virker ikke igjen; team velges på nytt.
person-reactivate-button = Aktiver igjen
person-meetings-left = { $count ->
    [one] Ett kommende møte mangler noen som leder det.
   *[other] { $count } kommende møter mangler noen som leder dem.
}
leave-title = { $name } slutter
leave-what = Dette skjer med en gang
leave-sessions = { $count ->
    [one] Én nettleser logges ut, og ingen kan logge inn med kontoen.
   *[other] { $count } nettlesere logges ut, og ingen kan logge inn med kontoen.
}
leave-feeds = { $count ->
    [one] Ett kalenderabonnement slutter å virke.
   *[other] { $count } kalenderabonnementer slutter å virke.
}
leave-links = Lenker i e-poster som personen har fått, slutter å virke.
leave-teams = Personen går ut av disse teamene: { $teams }.
leave-orphans = Disse teamene har da ingen som leder dem: { $teams }.
leave-kept = Tidligere møter, svar og endringsloggen er der som før.
leave-no-meetings = Personen har ingen kommende møter å lede.
leave-meetings = { $count ->
    [one] Ett kommende møte
   *[other] { $count } kommende møter
}
leave-when = Når
leave-meeting = Møte
leave-people = Personer
leave-choice = Hva skal skje med alle disse møtene?
leave-hand-over = En kollega leder dem
leave-hand-over-hint = Alle får beskjed. Et møte der ingen andre er igjen, avlyses.
leave-call-off = De avlyses
leave-call-off-hint = Alle får beskjed, og møtene forsvinner fra kalenderne deres.
leave-heir = Kollega, hvis noen skal lede dem
leave-reason = Grunn, hvis de avlyses
leave-reason-hint = Sendes til alle inviterte, også kunder. Kan stå tomt.
leave-button = Deaktiver { $name }
leave-settle-button = Ta hånd om møtene
