## Mails: sender and subjects

# $name (String) - who plans the meeting
mail-from = { $name } via Sparsam
# $title (String) - the meeting
# $when (String) - short date and time
mail-subject-invitation = Invitation: { $title }, { $when }
# $title (String) - the meeting
# $when (String) - short date and time
mail-subject-moved = Moved: { $title }, now { $when }
# $title (String) - the meeting
# $when (String) - short date and time
mail-subject-changed = Changed: { $title }, { $when }
# $title (String) - the meeting
# $when (String) - short date and time
mail-subject-agenda = New agenda: { $title }, { $when }
# $title (String) - the meeting
# $when (String) - short date and time
mail-subject-cancelled = Cancelled: { $title }, { $when }
# $title (String) - the meeting
# $when (String) - short date and time
mail-subject-removed = No longer needed: { $title }, { $when }
# $title (String) - the meeting
# $when (String) - short date and time
mail-subject-test = Test: { $title }, { $when }
# $company (String) - the firm
mail-subject-welcome = Welcome to Sparsam at { $company }
mail-subject-reset = Your new password for Sparsam

## Mails: how they begin

# $organizer (String) - who plans the meeting
mail-opening-invitation = { $organizer } invites you to a meeting.
# $organizer (String) - who plans the meeting
# $company (String) - the firm
mail-opening-customer = You are welcome to meet { $organizer }, { $company }.
# $organizer (String) - who plans the meeting
mail-opening-informed = { $organizer } wants you to know about a meeting.
mail-opening-own = You have planned this meeting. This email puts it in your calendar.
mail-opening-test = This is a test. Email from Sparsam reaches you; now check whether this meeting is in your calendar.
mail-informed = You don’t need to come or to answer.

## Mails: what has changed

# $from (String) - the old time, with its weekday
# $to (String) - the new time, with its weekday
mail-moved = The meeting has moved from { $from } to { $to }.
# $from (String) - the old time, with its weekday
# $to (String) - the new time, with its weekday
mail-moved-customer = The meeting has moved from { $from } to { $to }.
# $name (String) - who moved it, for the organizer
# $from (String) - the old time, with its weekday
# $to (String) - the new time, with its weekday
mail-moved-by = { $name } has moved the meeting from { $from } to { $to }.
# $name (String) - who moved it, for the organizer
# $from (String) - the old time, with its weekday
# $to (String) - the new time, with its weekday
mail-moved-by-customer = { $name } has moved the meeting from { $from } to { $to }.
# $from (String) - the old time of the end
# $to (String) - the new time of the end
mail-moved-end = The meeting now ends at { $to } instead of { $from }.
# $new (String) - what is true now
# $old (String) - what was true before
mail-changed-title = New title: { $new } (before: { $old })
# $new (String) - what is true now
# $old (String) - what was true before
mail-changed-place = New place: { $new } (before: { $old })
# $new (String) - what is true now
# $old (String) - what was true before
mail-changed-format = New way to meet: { $new } (before: { $old })
# $new (String) - what is true now
# $old (String) - what was true before
mail-changed-organizer = New organiser: { $new } (before: { $old })
# $new (String) - what is true now
# $old (String) - what was true before
mail-changed-role = Your role: { $new } (before: { $old })
# $new (String) - what is true now
# $old (String) - what was true before
mail-changed-zone = New time zone of the meeting: { $new } (before: { $old })
mail-changed-video = There is a new link to the video meeting.
mail-changed-nothing = none
mail-agenda-only = Only the agenda has changed.
mail-why-only = Only the reason why you are invited has changed.
mail-answer-again = Please answer again.
mail-answer-stands = Your answer still stands.
mail-answer-missing = You have not answered yet.
# $name (String) - who made the change
# $note (String) - in their own words
mail-note = { $name } writes: { $note }

## Mails: the meeting is off

# $name (String) - who called it off
mail-cancelled = { $name } has cancelled the meeting. It is removed from your calendar.
# $name (String) - who called it off
mail-cancelled-customer = { $name } has cancelled the meeting. It is removed from your calendar.
mail-cancelled-own = The meeting is cancelled and is removed from your calendar.
# $reason (String) - in the organizer’s words
mail-reason = Reason: { $reason }
# $minutes (Number) - length of the meeting, below an hour
mail-minutes-back = You get { $minutes } minutes back.
# $length (String) - length of the meeting
mail-time-back = You get { $length } back.
mail-removed = You are no longer needed at this meeting. It goes ahead without you and is removed from your calendar.
mail-removed-customer = You are no longer needed at this meeting. It goes ahead without you and is removed from your calendar.

## Mails: when and where

# $week (String) - the week with its number
# $zone (String) - whose time
mail-week-zone = { $week }, { $zone }
# $zone (String) - whose time
# $offset (String) - from UTC
mail-zone-offset = { $zone } ({ $offset })
# $when (String) - short date and time
# $zone (String) - whose time
mail-other-zone = Where the meeting was planned: { $when }, { $zone }
mail-video = Video
mail-join = Join the video meeting
mail-phone = Phone
mail-place = Place
# $why (String) - in the organizer’s words
mail-why = Why you: { $why }

## Mails: answers

mail-heading-answer = Are you coming?
mail-reply-yes = Yes
mail-reply-maybe = Maybe
mail-reply-no = No
mail-answer-by-link = Please answer with these links. An answer given in your calendar does not reach the organiser.
mail-not-needed = Not needed? Feel free to say no.

## Mails: agenda

mail-heading-reading = To read beforehand
mail-heading-agenda = Agenda
mail-everyone = everyone
# $count (Number) - points that are left out
mail-agenda-more = { $count ->
    [one] One more point
   *[other] { $count } more points
}
mail-details = Details and agenda

## Mails: footer

# $organizer (String) - who plans the meeting
# $company (String) - the firm
mail-footer-why = You received this because { $organizer }, { $company }, invited you.
mail-footer-own = You received this because you are the organiser of this meeting.
# $name (String) - first name of who plans the meeting
mail-footer-reply = Reply to this email to reach { $name }.
mail-footer-stop = Stop these invitations

## Mails: accounts

# $inviter (String) - who invites
# $company (String) - the firm
mail-welcome-opening = { $inviter } invites you to Sparsam, where { $company } plans its sales meetings.
mail-welcome-link = Choose a password
mail-reset-opening = Someone, probably you, asked for a new password for Sparsam.
mail-reset-link = Set a new password
# $when (String) - date and time
# $zone (String) - whose time
mail-link-until = The link works once, until { $when } ({ $zone }).
mail-reset-ignore = If it wasn’t you, you don’t need to do anything; your password stays as it is.
# $address (String) - of the reader
# $company (String) - the firm
mail-footer-account = You received this because { $address } has an account in Sparsam at { $company }.
mail-clocks-changed = The time zone has changed its clocks since this was planned. It stays at the same local time.
