admin-mail-title = E-post
list-previous = Föregående
list-next = Nästa
people-title = Personer
people-invite = Bjud in personer
people-search = Namn eller adress
people-search-button = Sök
people-found = { $count ->
    [one] En person
   *[other] { $count } personer
}
people-invited = { $count ->
    [one] En person är inbjuden. Mejlet berättar hur man väljer lösenord.
   *[other] { $count } personer är inbjudna. Mejlet berättar hur man väljer lösenord.
}
people-who = Vilka bjuder du in?
people-who-hint = En person per rad: anna@nordvik.example eller Anna Lind <anna@nordvik.example>.
people-role-hint = Läsare svarar bara. Medlemmar planerar egna möten. Chefer även sina teams möten. Administratörer gör allt.
people-teams-hint = Chefer leder de team som du väljer.
people-invite-button = Skicka inbjudningarna
people-invite-effect = Alla får ett mejl med en länk för att välja lösenord.
people-too-many = Bjud in högst { $max } personer åt gången.
people-unreadable = Det finns ingen e-postadress i slutet av den här raden: { $line }
people-taken = De här adresserna finns redan: { $people }
person-history = Ändringar av kontot
person-deeds = Vad personen har gjort
person-place-title = Roll och team
person-place-effect = Med en ny roll loggas personen ut överallt.
person-team-no = Inte med i teamet
person-team-member = Medlem
person-team-manager = Leder teamet
person-placed = Roll och team för { $name } är sparade.
person-last-admin = Det finns ingen annan administratör. Ge någon annan den rollen först.
person-needs-role = För att leda ett team måste rollen vara chef eller administratör.
person-address-title = Rätta adressen
person-address-hint = Personen loggar in med den. Kommande inbjudningar skickas dit på nytt.
person-address-button = Rätta adressen
person-address-corrected = Adressen för { $name } är rättad.
person-address-taken = Någon annan har den här adressen.
person-welcome-title = Har inte loggat in än
person-welcome-effect = Ett nytt mejl ger en ny länk; den gamla slutar fungera.
person-welcome-button = Skicka välkomstmejlet igen
person-welcomed = { $name } får ett nytt välkomstmejl.
person-leave-title = Slutar
person-leave-hint = Avslutar kontot och tar hand om personens möten. Du ser först vad som händer.
person-leave-link = Stäng av…
person-not-oneself = Du kan inte stänga av dig själv. Be en annan administratör göra det.
person-heir-gone = Den kollegan kan inte leda möten. Välj någon annan.
person-meetings-new = Det finns möten som inte fanns på sidan. Se på listan och välj.
person-meetings-too-many = Det finns fler än { $max } kommande möten, för många för att hanteras på en gång. Ställ in några av dem först.
person-deactivated = { $name } är avstängd.
person-reactivated = { $name } kan logga in igen. Välj team.
person-reactivate-title = Kommer tillbaka
person-reactivate-effect = Personen kan logga in igen. Gamla prenumerationer och länkar fungerar inte igen; team väljs på nytt.
person-reactivate-button = Aktivera igen
person-meetings-left = { $count ->
    [one] Ett kommande möte saknar någon som leder det.
   *[other] { $count } kommande möten saknar någon som leder dem.
}
leave-title = { $name } slutar
leave-what = Det här händer direkt
leave-sessions = { $count ->
    [one] En webbläsare loggas ut och ingen kan logga in med kontot.
   *[other] { $count } webbläsare loggas ut och ingen kan logga in med kontot.
}
leave-feeds = { $count ->
    [one] En kalenderprenumeration slutar fungera.
   *[other] { $count } kalenderprenumerationer slutar fungera.
}
leave-links = Länkar i mejl som personen har fått slutar fungera.
leave-teams = Personen lämnar de här teamen: { $teams }.
leave-orphans = De här teamen har då ingen som leder dem: { $teams }.
leave-kept = Tidigare möten, svar och ändringsloggen finns kvar som de är.
leave-no-meetings = Personen har inga kommande möten att leda.
leave-meetings = { $count ->
    [one] Ett kommande möte
   *[other] { $count } kommande möten
}
leave-when = När
leave-meeting = Möte
leave-people = Personer
leave-choice = Vad ska hända med alla de här mötena?
leave-hand-over = En kollega leder dem
leave-hand-over-hint = Alla får veta det. Ett möte där ingen annan är kvar ställs in.
leave-call-off = De ställs in
leave-call-off-hint = Alla får veta det, och mötena försvinner ur deras kalendrar.
leave-heir = Kollega, om någon ska leda dem
leave-reason = Skäl, om de ställs in
leave-reason-hint = Mejlas till alla inbjudna, även kunder. Får vara tomt.
leave-button = Stäng av { $name }
leave-settle-button = Ta hand om mötena
