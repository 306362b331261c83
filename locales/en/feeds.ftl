## Calendar subscriptions

feeds-title = Calendar subscriptions
feeds-intro = See your meetings in the calendar you already use. Each subscription has a secret address: anyone who has it can read what the subscription shows, so create one for each device and do not share it.
feeds-slow = Some calendars, Google’s among them, are updated only once a day. Changes reach you fastest by email.
feeds-empty = You have no subscriptions yet.
feeds-yours = Your subscriptions
feeds-new = New subscription
feeds-create = Create the address
feeds-kind-mine = My meetings
feeds-kind-customers = My customer meetings
feeds-kind-busy = When I am busy

# $team (String) - name of a team
feeds-kind-team = The team { $team }
feeds-kind-team-gone = A team you are no longer in
feeds-hint-mine = All meetings you have not declined
feeds-hint-customers = Only meetings with customers
feeds-hint-busy = Only the times, no titles or names
feeds-hint-team = All meetings of everybody in the team
feeds-hint-team-busy = Your meetings in full; of your colleagues’ other meetings only the times

# $when (String) - day and time
feeds-used = Last fetched { $when }
feeds-never-used = Not fetched yet
feeds-rotate = Create a new address
feeds-rotate-title = Create a new address?
feeds-rotate-effect = The old address stops working at once, and calendars that use it are no longer updated. Subscribe again there with the new address, which is shown only once.
feeds-made-before = This subscription was created a moment ago, and its address was shown then. If you did not keep it, create a new address.
feeds-revoke = End
feeds-rotate-hint = When you create a new address or end the subscription, the old address stops working at once.
feeds-revoked = The subscription has ended. Its address no longer works.

# $max (Number) - most subscriptions of one person
feeds-too-many = You have { $max } subscriptions and cannot have more. End one that you no longer use.
feeds-issued-title = Your secret address
feeds-issued-new = The subscription is ready.
feeds-issued-rotated = The subscription has a new address. The old one no longer works.
feeds-issued-once = The address is only shown this once. Subscribe now, or copy it; later you can only create a new one.
feeds-subscribe = Subscribe
feeds-address = Address to copy
feeds-address-hint = For calendars where you paste an address, for example “From URL”.
feeds-back = Back to your subscriptions

## Inside subscriptions

feeds-busy = Busy

# $name (String) - of a person
feeds-name-mine = { $name }: meetings

# $name (String) - of a person
feeds-name-customers = { $name }: customer meetings

# $name (String) - of a person
feeds-name-busy = { $name }: busy

# $team (String) - name of a team
feeds-name-team = { $team }: meetings
