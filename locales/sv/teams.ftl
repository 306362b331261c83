label-person = Person
label-role = Roll
label-state = Status
teams-title = Team
teams-none = Det finns inga team än.
team-label = Team
team-new = Nytt team
team-managers = Leds av
team-members = Medlemmar
team-no-manager = Ingen
team-calendar = Teamets kalender
team-empty = Ingen är med i teamet än.
team-manages = Leder teamet
team-change = Ändra
team-make-manager = Gör till teamledare
team-unmake-manager = Ta bort som teamledare
team-remove = Ta bort
team-add-title = Lägg till någon
team-add-hint = Den som leder teamet ser personens möten.
team-add-button = Lägg till i teamet
team-rename-title = Teamets namn
team-name-hint = Till exempel Sälj norr.
team-name-taken = Ett annat team heter så. Välj ett annat namn.
team-create-button = Skapa teamet
team-created = Teamet är skapat. Lägg nu till personer.
team-renamed = Teamet har fått sitt nya namn.
team-deleted = Teamet är borttaget. Personer och möten finns kvar.
team-member-saved = Sparat.
team-member-removed = Personen är inte längre med i teamet.
team-person-gone = Personen har slutat. Välj någon annan.
team-not-a-manager = Bara den som har rollen chef kan leda ett team. Be en administratör att ändra rollen först.
team-delete-link = Ta bort teamet…
team-delete-title = Ta bort teamet { $name }?
team-delete-effect = { $count ->
    [one] En person lämnar teamet; konto och möten finns kvar. Teamets kalenderprenumerationer slutar fungera direkt. Det går inte att ångra.
   *[other] { $count } personer lämnar teamet; deras konton och möten finns kvar. Teamets kalenderprenumerationer slutar fungera direkt. Det går inte att ångra.
}
team-delete-button = Ta bort teamet
