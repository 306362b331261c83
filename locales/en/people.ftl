## People, invitations, leaving

admin-mail-title = Email
list-previous = Previous
list-next = Next
people-title = People
people-invite = Invite people
people-search = Name or address
people-search-button = Search

# $count (Number) - people found
people-found = { $count ->
    [one] One person
   *[other] { $count } people
}

# $count (Number) - people invited
people-invited = { $count ->
    [one] One person is invited. The email explains how to set a password.
   *[other] { $count } people are invited. The email explains how to set a password.
}
people-who = Who do you want to invite?
people-who-hint = One person per line: anna@nordvik.example or Anna Lind <anna@nordvik.example>.
people-role-hint = Viewers only answer. Members plan their own meetings. Managers also those of their teams. Administrators do everything.
people-teams-hint = Managers will manage the teams you choose.
people-invite-button = Send the invitations
people-invite-effect = Everybody gets an email with a link to set a password.

# $max (Number) - most people at once
people-too-many = Invite at most { $max } people at once.

# $line (String) - the line as typed
people-unreadable = There is no email address at the end of this line: { $line }

# $people (String) - lines as typed
people-taken = These addresses are already known: { $people }
person-history = Changes to this account
person-deeds = What this person did
person-place-title = Role and teams
person-place-effect = A new role signs the person out everywhere.
person-team-no = Not in the team
person-team-member = Member
person-team-manager = Manages the team

# $name (String) - the person
person-placed = Role and teams of { $name } are saved.
person-last-admin = There is no other administrator. Give somebody else that role first.
person-needs-role = To manage a team, the role must be manager or administrator.
person-address-title = Correct the address
person-address-hint = The person signs in with it. Upcoming invitations are sent there again.
person-address-button = Correct the address

# $name (String) - the person
person-address-corrected = The address of { $name } is corrected.
person-address-taken = Somebody else already has this address.
person-welcome-title = Not signed in yet
person-welcome-effect = A new email brings a new link; the old link stops working.
person-welcome-button = Send the welcome email again

# $name (String) - the person
person-welcomed = { $name } gets a new welcome email.
person-leave-title = Leaving
person-leave-hint = Ends the account and deals with the person’s meetings. You will first see what happens.
person-leave-link = Deactivate…
person-not-oneself = You cannot deactivate yourself. Ask another administrator.
person-heir-gone = This colleague cannot lead meetings. Choose somebody else.
person-meetings-new = There are meetings that were not on the page before. Look at the list and choose.
# $max (Number) - most at once
person-meetings-too-many = There are more than { $max } upcoming meetings, too many to deal with at once. Cancel some of them first.

# $name (String) - the person
person-deactivated = { $name } is deactivated.

# $name (String) - the person
person-reactivated = { $name } can sign in again. Choose the teams.
person-reactivate-title = Coming back
person-reactivate-effect = The person can sign in again. Old calendar subscriptions and links stay off; teams are chosen anew.
person-reactivate-button = Reactivate

# $count (Number) - meetings
person-meetings-left = { $count ->
    [one] One upcoming meeting still needs somebody to lead it.
   *[other] { $count } upcoming meetings still need somebody to lead them.
}

# $name (String) - the person
leave-title = { $name } leaves
leave-what = What happens at once

# $count (Number) - sessions
leave-sessions = { $count ->
    [one] One browser is signed out, and nobody can sign in with this account.
   *[other] { $count } browsers are signed out, and nobody can sign in with this account.
}

# $count (Number) - feeds
leave-feeds = { $count ->
    [one] One calendar subscription stops working.
   *[other] { $count } calendar subscriptions stop working.
}
leave-links = Links in emails sent to this person stop working.

# $teams (String) - names of teams
leave-teams = The person leaves these teams: { $teams }.

# $teams (String) - names of teams
leave-orphans = These teams are then left without a manager: { $teams }.
leave-kept = Past meetings, answers and the audit log stay as they are.
leave-no-meetings = This person has no upcoming meetings to lead.

# $count (Number) - meetings
leave-meetings = { $count ->
    [one] One upcoming meeting
   *[other] { $count } upcoming meetings
}
leave-when = When
leave-meeting = Meeting
leave-people = People
leave-choice = What should happen to all these meetings?
leave-hand-over = A colleague leads them
leave-hand-over-hint = Everybody will be told. A meeting with nobody else left in it is cancelled.
leave-call-off = They are cancelled
leave-call-off-hint = Everybody will be told, and the meetings are removed from their calendars.
leave-heir = Colleague, if one leads them
leave-reason = Reason, if they are cancelled
leave-reason-hint = Emailed to everybody invited, customers included. May be empty.

# $name (String) - the person
leave-button = Deactivate { $name }
leave-settle-button = Deal with these meetings
