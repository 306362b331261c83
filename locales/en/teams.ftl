## Teams

label-person = Person
label-role = Role
label-state = Status
teams-title = Teams
teams-none = There are no teams yet.
team-label = Team
team-new = New team
team-managers = Managed by
team-members = Members
team-no-manager = Nobody
team-calendar = Calendar of the team
team-empty = Nobody is in this team yet.
team-manages = Manages the team
team-change = Change
team-make-manager = Make manager
team-unmake-manager = Remove as manager
team-remove = Remove
team-add-title = Add somebody
team-add-hint = Managers of the team will see this person’s meetings.
team-add-button = Add to the team
team-rename-title = Name of the team
team-name-hint = For example Sales North.
team-name-taken = Another team already has this name. Choose another one.
team-create-button = Create the team
team-created = The team has been created. Now add people.
team-renamed = The team has its new name.
team-deleted = The team has been deleted. Its people and meetings stay.
team-member-saved = Saved.
team-member-removed = The person is no longer in the team.
team-person-gone = This person has left. Choose somebody else.
team-not-a-manager = Only people with the role of manager can manage a team. Ask an administrator to change the role first.
team-delete-link = Delete the team…

# $name (String) - name of the team
team-delete-title = Delete the team { $name }?

# $count (Number) - people in the team
team-delete-effect = { $count ->
    [one] One person leaves the team; account and meetings stay. The team’s calendar subscriptions stop at once. This cannot be undone.
   *[other] { $count } people leave the team; their accounts and meetings stay. The team’s calendar subscriptions stop at once. This cannot be undone.
}
team-delete-button = Delete the team
