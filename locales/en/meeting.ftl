## The page of one meeting

meeting-join = Join the video meeting
meeting-move = Move
meeting-call-off = Cancel
meeting-edit = Edit
meeting-copy = Copy
meeting-print = Print
meeting-download = Calendar file (.ics)
meeting-over = Over
meeting-where = Where

# $name (String) - who plans the meeting
meeting-planned-by = Organiser: { $name }

# $reason (String) - in the organizer’s words
meeting-cancelled-because = Cancelled: { $reason }
meeting-agenda = Agenda
meeting-no-agenda = No agenda yet. Attendees see that too.

# $used (String) - a length of time
# $length (String) - a length of time
meeting-agenda-sum = { $used } of { $length } planned

# $over (String) - a length of time
meeting-agenda-over = { $over } more than the meeting lasts
meeting-everyone = Everyone
meeting-people = People
meeting-taken-out = No longer invited

# $answered (Number) - people who answered
# $asked (Number) - people who were asked
meeting-answered-of = { $answered } of { $asked } have answered
meeting-you = you
meeting-your-answer = Your answer
meeting-send-answer = Send answer

# $name (String) - the organizer
meeting-comment-to = A message to { $name } (optional)
meeting-how-to-answer = People answer with the link in their email, or on this page. Answers given in a calendar app do not arrive here yet.
meeting-mails-stay = No mail server is set up. Emails stay in the built-in mailbox and reach nobody.
meeting-open-mailbox = Open the mailbox
meeting-notes = Notes
meeting-history = History

## How far a mail has come

# $time (String) - a time in running text
delivery-waiting = Email waiting, goes out at { $time }
delivery-due = Email is about to go out

# $count (Number) - tries so far
# $time (String) - a time in running text
delivery-retrying = { $count ->
    [one] Tried once
   *[other] Tried { $count } times
}, next try at { $time }

# $time (String) - a time in running text
delivery-accepted = Accepted by the mail server at { $time }

# $time (String) - a time in running text
delivery-stored = In the built-in mailbox since { $time }

# $time (String) - a time in running text
delivery-refused = Refused by the mail server at { $time }

# $count (Number) - tries
delivery-given-up = { $count ->
    [one] Not delivered after one try
   *[other] Not delivered after { $count } tries
}
delivery-none = No email sent
delivery-said = The server said:
delivery-send-again = Send again
delivery-correct = Correct the address
delivery-address = Correct address
delivery-colleague = A colleague’s address is corrected by an administrator.
delivery-taken = Somebody else already has this address.
delivery-changed-meanwhile = The meeting has changed in the meantime. Check the address and send it again.

## Moving

# $title (String) - title of the meeting
move-title = Move “{ $title }”
move-now = Now
move-new-time = New time
move-date = Date

# $example (String) - a date in the reader’s own form
move-date-hint = For example { $example }, or “tomorrow”
move-clock = Start
move-length = Length
move-zone = Time zone
move-reason = Reason (optional)
move-reason-hint = Included in the email.
move-show = Show what happens

# $count (Number) - people who are mailed, without the reader
move-send = { $count ->
    [0] Move the meeting
    [one] Move and tell one person
   *[other] Move and tell { $count } people
}
move-past = This is in the past. Choose a later time.
move-unchanged = The meeting is already at this time. Choose another.
move-length-range = A meeting lasts from 5 minutes to 24 hours.
move-effect = What happens
move-asked-again = These people get an email and are asked again:
move-only-told = These people get an email:
move-nobody-told = Nobody needs an email.
move-overlaps = Other meetings at that time
move-no-overlaps = Nobody here has another meeting at that time.
move-busy = busy

## Cancelling

# $title (String) - title of the meeting
cancel-title = Cancel “{ $title }”

# $time (String) - hours and minutes of all people together
cancel-gives-back = Together, people get { $time } back.
cancel-reason = Reason
cancel-reason-optional = Reason (optional)
cancel-reason-hint = Included in the email. Customers take part, so please give one.
cancel-reason-missing = Customers take part. Tell them why.
cancel-told = These people will be told:
cancel-nobody-told = Nobody has been told about the meeting yet, so no email is sent.

# $count (Number) - people who are mailed, without the reader
cancel-send = { $count ->
    [0] Cancel the meeting
    [one] Cancel and tell one person
   *[other] Cancel and tell { $count } people
}
cancel-keep = Keep the meeting

## Somebody else was faster

stale-title = Somebody else has changed this meeting in the meantime
stale-body = Nothing was sent. Compare the two, then send yours again if it still applies.
stale-typed = What you wanted
stale-now = What applies now
stale-who = Changed in the meantime

## What just happened

# $count (Number) - people who are mailed, without the reader
# $time (String) - a time in running text
sent-planned = { $count ->
    [one] The invitation is on its way to one person. It goes out at { $time }.
   *[other] Invitations are on their way to { $count } people. They go out at { $time }.
}

# $count (Number) - people who are mailed, without the reader
# $time (String) - a time in running text
sent-moved = The meeting is moved. { $count ->
    [one] One person will be told
   *[other] { $count } people will be told
} at { $time }.

# $count (Number) - people who are mailed, without the reader
# $time (String) - a time in running text
sent-cancelled = The meeting is cancelled. { $count ->
    [one] One person will be told
   *[other] { $count } people will be told
} at { $time }.

# $count (Number) - people who are mailed, without the reader
# $time (String) - a time in running text
sent-edited = Saved. { $count ->
    [one] One person will be told
   *[other] { $count } people will be told
} at { $time }.
sent-nobody = Done. Nobody needs an email.
sent-quietly = Saved. Nobody was told; the next email carries it.
done-undone = Undone. The meeting is as it was, and no email has been sent.
done-unplanned = Undone: nothing was sent. Your plan is here as a draft.
done-answered = Your answer is saved.
done-again = The email is on its way again.
done-forgotten = This email cannot be sent again: the contents of emails are deleted after some time. If the meeting has not been held yet, change it or correct the address; both create a new email.
done-outdated = This email was not sent again: what it says no longer applies, or a newer one has replaced it.
done-too-late = It is too late to undo: emails have been sent or the meeting has changed since. You can still move, edit or cancel it.
# $count (Number) - mails that wait
# $most (Number) - mails a day
sent-later = { $count ->
    [one] One email waits until another day, because at most { $most } emails a day are sent for one organiser.
   *[other] { $count } emails wait until another day, because at most { $most } emails a day are sent for one organiser.
}

## History

history-planned = Planned
history-edited = Edited
history-moved = Moved
history-cancelled = Cancelled
history-handed-over = Handed over
history-address = Address corrected
history-undone = Undone
history-sent-again = Email sent again

# $name (String) - who answered
# $answer (String) - yes, maybe or no
history-answered = { $name } answered: { $answer }

# $what (String) - what was changed
# $before (String) - old value
# $after (String) - new value
history-change = { $what }: { $before } → { $after }

# $what (String) - what was added
history-added = Added: { $what }

# $what (String) - what was taken out
history-removed = Removed: { $what }
history-agenda = The agenda was changed
history-title = Title
history-purpose = Purpose
history-time = Time
history-format = Format
history-place = Place
history-video = Video link
history-nothing = none
