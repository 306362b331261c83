label-person = Person
label-role = Rolle
label-state = Status
teams-title = Team
teams-none = Det finnes ingen team ennå.
team-label = Team
team-new = Nytt team
team-managers = Ledes av
team-members = Medlemmer
team-no-manager = Ingen
team-calendar = Teamets kalender
team-empty = Ingen er med i teamet ennå.
team-manages = Leder teamet
team-change = Endre
team-make-manager = Gjør til teamleder
team-unmake-manager = Fjern som teamleder
team-remove = Fjern
team-add-title = Legg til noen
team-add-hint = De som leder teamet, ser møtene til personen.
team-add-button = Legg til i teamet
team-rename-title = Navnet på teamet
team-name-hint = For eksempel Salg nord.
team-name-taken = Et annet team heter det. Velg et annet navn.
team-create-button = Opprett teamet
team-created = Teamet er opprettet. Legg nå til personer.
team-renamed = Teamet har fått det nye navnet.
team-deleted = Teamet er slettet. Personer og møter er der fortsatt.
team-member-saved = Lagret.
team-member-removed = Personen er ikke lenger med i teamet.
team-person-gone = Personen har sluttet. Velg en annen.
team-not-a-manager = Bare den som har rollen leder, kan lede et team. Be en administrator endre rollen først.
team-delete-link = Slett teamet…
team-delete-title = Slette teamet { $name }?
team-delete-effect = { $count ->
    [one] Én person går ut av teamet; konto og møter er der fortsatt. Kalenderabonnementene til teamet slutter å virke med en gang. Dette kan ikke angres.
   *[other] { $count } personer går ut av teamet; kontoene og møtene deres er der fortsatt. Kalenderabonnementene til teamet slutter å virke med en gang. Dette kan ikke angres.
}
team-delete-button = Slett teamet
