## Calendar subscriptions

feeds-title = Calendar subscriptions
feeds-intro = See your meetings in the calendar you already use. Each subscription has a secret address: whoever has it can read what the subscription shows, so make one for each device and give it to nobody.
feeds-slow = Some calendars, Google’s among them, look only once a day. What has changed reaches you fastest by mail.
feeds-empty = You have no subscriptions yet.
feeds-yours = Your subscriptions
feeds-new = New subscription
feeds-create = Make the address
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
feeds-rotate = Make a new address
feeds-rotate-title = Make a new address?
feeds-rotate-effect = The old address stops at once, and calendars that use it show nothing new. Subscribe again there with the new address, which is shown once.
feeds-made-before = This subscription was made a moment ago, and its address was shown then. If you did not keep it, make a new address.
feeds-revoke = End
feeds-rotate-hint = With a new address, or when you end the subscription, the old address stops at once.
feeds-revoked = The subscription has ended. Its address no longer works.

# $max (Number) - most subscriptions of one person
feeds-too-many = You have { $max } subscriptions, which is the most there can be. End one that you no longer use.
feeds-issued-title = Your secret address
feeds-issued-new = The subscription is ready.
feeds-issued-rotated = The subscription has a new address. The old one no longer works.
feeds-issued-once = This page shows the address once. Subscribe now, or copy it; later you can only make a new one.
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
