## The planner

planner-title = Plan a meeting
planner-edit-title = Change the meeting
planner-purpose-legend = What is it for?
planner-purpose-fill = Fill in for this purpose
planner-stage-label = What stage is the sale at?
planner-template-use = Use the template for this purpose
planner-filled-in = Agenda, length or format now follow the purpose. Check them and send again.
planner-kept-agenda = The agenda stays as you wrote it.
planner-kept-length = The length stays as you set it.
planner-kept-format = The format stays as you chose it.
planner-title-label = Title
planner-title-hint = Say what will be decided, for example “Agree December targets”.
planner-title-missing = Enter a title that says what will be decided.
planner-people-legend = Who must be there?
planner-who-label = Add people or a team
planner-who-hint = Name, email address or team. Invite only those who decide or act.
planner-add = Add
planner-who-nobody = Nobody here has that name. Enter an email address to invite somebody new.
planner-who-several = There are several matches. Choose below who you mean.
# $names (String) - names and addresses as typed
planner-who-left = These could not be added and are still in the field: { $names }
planner-who-which = Who do you mean?
planner-who-own = The organiser takes part anyway and is not on the list.
planner-who-team-empty = There is nobody to invite in that team.

# $name (String) - one or more names
planner-who-gone = Cannot be invited any more: { $name }.

# $name (String) - one or more names
planner-who-silent = Asked for no more invitations: { $name }. Take them off the list or call them instead.
planner-nobody = Nobody yet.
planner-nobody-invited = Add at least one person.

# $max (Number) - most people in a meeting
planner-too-many-people = A meeting can have at most { $max } people, including you.
planner-customer = Customer
planner-new-hint = New here. Sending adds this person and the company to your customers.
planner-new-name = Name
planner-new-account = Company

# $domain (String) - domain of the mail address
planner-new-account-hint = If left empty, it will be { $domain }.
planner-role = Takes part as
planner-why = Why you
planner-remove = Remove
planner-open = Customers see everybody who is invited
planner-open-hint = Otherwise a customer sees only the organiser and their own name. Colleagues always see everybody.
planner-agenda-legend = Agenda
planner-agenda-empty = No points yet. People see that too.

# $item (String) - title of the point
# $at (String) - its new place
# $n (String) - number of points
planner-moved = { $item } is now number { $at } of { $n }.
planner-edge = It cannot be moved any further.

# $number (String) - place in the agenda
planner-point = Point { $number }
planner-point-title = What it is about
planner-point-minutes = Minutes
planner-point-owner = Led by
planner-point-wanted = What for
planner-point-kind = Kind
planner-point-add = Add a point

# $title (String) - title of the point
planner-point-remove = Remove “{ $title }”

# $title (String) - title of the point
planner-up = Move “{ $title }” up

# $title (String) - title of the point
planner-down = Move “{ $title }” down
planner-point-too-long = A point can take a day at most.

# $max (Number) - most points of an agenda
planner-too-many-points = An agenda can have at most { $max } points.
planner-owner-everyone = Everyone
planner-beyond = does not fit

# $sum (String) - length of all points
planner-sum = The points take { $sum }.

# $sum (String) - length of all points
# $length (String) - length of the meeting
planner-sum-within = The points take { $sum } of { $length }.

# $sum (String) - length of all points
# $length (String) - length of the meeting
# $over (String) - by how much it is too much
planner-sum-over = The points take { $sum }, the meeting lasts { $length }: { $over } too much.
planner-when-legend = When?
planner-when-sent = The time stays as it is.
planner-move = Move the meeting
planner-date = Date

# $example (String) - a date in the reader’s own form
planner-date-hint = For example { $example }, Wednesday or tomorrow.
planner-time = Starts at
planner-time-hint = For example 14 or 14:30.
planner-length = Length
planner-length-hint = For example 30 or 1 h 30 min.

# $min (String) - shortest length
# $max (String) - longest length
planner-length-range = A meeting can last { $min } to { $max }.
planner-zone = Time zone
planner-zone-hint = Everybody sees the time in their own zone.

# $date (String) - weekday, day, month and year
# $week (Number) - week of the year
planner-echo = { $date }, week { $week }
planner-past = This is in the past. Choose a later time.
planner-where-legend = Where?
planner-video-legend = Video link
planner-room-hint = You have no personal room yet.
planner-room-settings = Set it in your settings
planner-no-server = There is no video server that can create a room for this meeting. Paste a link instead.
planner-no-room = The organiser has no personal room. Paste a link instead.
planner-link = Link
planner-link-hint = For a link you paste. It starts with https://.
planner-place-label = Room, address or phone number
planner-impact-title = Before you send

# $count (Number) - people who are invited
planner-mails = { $count ->
    [one] One person gets an invitation by email, and you get a copy for your calendar.
   *[other] { $count } people get an invitation by email, and you get a copy for your calendar.
}

# $languages (String) - names of languages
planner-languages = Emails are written in: { $languages }.

# $time (String) - length times people
planner-people-time = { $time } of people’s time.
planner-overlaps = At the same time

# $name (String) - a person
# $title (String) - title of the other meeting
# $when (String) - its time
planner-overlap-title = { $name }: { $title }, { $when }

# $name (String) - a person
# $when (String) - when
planner-overlap-busy = { $name }: busy, { $when }

# $name (String) - a person
# $owner (String) - who keeps the time
# $when (String) - when
planner-overlap-held = { $name }: time kept by { $owner }, { $when }
planner-no-overlaps = Nobody here has another meeting at that time.
planner-mode-relay = Emails are sent through your mail server.
planner-mode-mailbox = No mail server is set up: emails stay in the built-in mailbox.

# $count (Number) - people who are invited
planner-send = { $count ->
    [one] Send one invitation
   *[other] Send { $count } invitations
}
planner-send-nobody = Send invitations
planner-send-change = Save and tell people
planner-send-quiet = Save
planner-quiet = Save without telling people
planner-quiet-hint = For what is no reason for an email: the title, the agenda, a place or a link. Feeds show it at once, everybody else learns it with the next email. New people are invited, and those you remove are told, all the same.
planner-hold = Keep this time until it is sent
planner-hold-hint = Takes effect when you save the draft: everybody who must come counts as busy then, for three days at most. Nobody is mailed.
planner-hold-when = Choose a day to come, a time and a length first. Then the time can be kept.

# $count (Number) - drafts
planner-hold-many = { $count } of your drafts keep time already. Send or delete one of them, or save it without keeping the time.


# $first (String) - day and time of the meeting
# $names (String) - people
# $until (String) - day and time
planner-held = { $first } is kept for { $names } until { $until }.

# $count (Number) - dates of a series, two or more
# $names (String) - people
# $until (String) - day and time
planner-held-dates = { $count } dates are kept for { $names } until { $until }.

# $names (String) - people
planner-held-not = Not kept, or not on all dates, for: { $names }. They have something else then, or were added since; save again to try.

planner-held-nothing = The time is not kept now. Save the draft to keep it; if everybody has something else then, there is nothing to keep.

# $most (Number) - people times dates
planner-hold-large = The time of so many people on so many dates cannot be kept ({ $most } at most, people times dates). Save without it.

planner-save-draft = Save draft
planner-update-preview = Update preview
planner-show-mail = Show email
planner-mails-title = The invitation as people will see it

# $time (String) - time of day
planner-saved = Saved { $time }. Nobody has been told.
# $time (String) - time of day
planner-kept = Saved { $time }
planner-delete-draft = Delete draft
planner-sent-already = This form has already been sent. Sending it again plans a second meeting.
planner-over = The meeting is over and can no longer be changed.
planner-cancelled = The meeting is cancelled and can no longer be changed.
planner-stale = Somebody else changed the meeting after you opened it. What you typed is below; sending it replaces their version.
planner-stale-table = Both versions
planner-stale-yours = As you typed it
planner-stale-theirs = As it is now
planner-told-nobody = Nobody gets an email: nothing they know about has changed.
planner-told-later = Nobody gets an email now. The next one will carry it.

# $count (Number) - how many people
# $names (String) - who
planner-told-update = { $count ->
    [one] One person gets an update: { $names }.
   *[other] { $count } people get an update: { $names }.
}

# $count (Number) - how many people
# $names (String) - who
planner-told-invited = { $count ->
    [one] One person is invited: { $names }.
   *[other] { $count } people are invited: { $names }.
}

# $count (Number) - how many people
# $names (String) - who
planner-told-gone = { $count ->
    [one] One person is told that they are no longer needed: { $names }.
   *[other] { $count } people are told that they are no longer needed: { $names }.
}
planner-told-stands = Answers still stand: nobody is asked again.
planner-limits-tick = Confirm that you have seen the warnings.
planner-limits-reason = Give a reason of at least ten characters.
planner-limits-other = A limit does not allow this. Choose another time, fewer people or a shorter meeting.
