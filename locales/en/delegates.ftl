## Planning on somebody's behalf

delegates-title = Planning for me
delegates-lead = Colleagues whom you choose here plan meetings on your behalf: you stay the organiser, and the record names both of you. They see all your meetings with agendas and minutes, and can move and cancel those that you organise. They do not see your private notes and do not decide on approvals for you.
delegates-none = Nobody plans meetings for you.
delegates-add = Who may plan for me
delegates-choose = Choose a colleague
delegates-allow = Allow
delegates-end = Remove
# $names (String)
delegates-for = You may plan for { $names }.
delegates-too-many =
    { $most ->
        [one] At most one colleague can plan for one person, and nobody plans for more.
       *[other] At most { $most } colleagues can plan for one person, and nobody plans for more than that many.
    }
delegates-done-added = Your colleague can now plan meetings on your behalf.
delegates-done-removed = Your colleague no longer plans meetings on your behalf.
delegates-whose = Whose meeting
# $name (String)
delegates-oneself = { $name } (my own)
delegates-not-any-more = You no longer plan for this colleague. Check whose meeting it is.
# $who (String)
# $organizer (String)
history-on-behalf = { $who } on behalf of { $organizer }
audit-key-on-behalf-of = On behalf of
audit-person-delegate-added = Lets somebody plan on their behalf
audit-person-delegate-removed = No longer lets somebody plan on their behalf
# $by (String)
mail-opening-for-you = { $by } has planned this meeting on your behalf. This email puts it in your calendar.
# $by (String)
mail-opening-on-behalf = { $by } sends this on the organiser's behalf.
# $by (String)
series-mail-opening-for-you = { $by } has planned this series on your behalf. This email puts all its dates in your calendar.
# $count (Number) - people who are invited
# $organizer (String)
delegates-mails = { $count ->
    [one] One person gets an invitation by email, and { $organizer } gets a copy.
   *[other] { $count } people get an invitation by email, and { $organizer } gets a copy.
}
