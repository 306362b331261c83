## Send as written update: in the planner, and the page before sending

written-button = Send as written update
# $people (Number) - colleagues who would have had to come
# $length (String) - length of the meeting
# $saved (String) - both multiplied
written-saves = { $people ->
    [one] One person × { $length } = { $saved } given back
   *[other] { $people } people × { $length } = { $saved } given back
}
written-title = Send as written update
written-lead = Instead of a meeting, these people get the agenda by email, with what you write here. Nothing is added to anybody’s calendar, and a saved draft of this plan is deleted once it is sent.
written-words = What people need to know
# $max (Number) - most characters
written-words-hint = What you would have said at the meeting; links are fine. At most { $max } characters. May be left empty if there is an agenda.
written-words-missing = There is no agenda, so write what people need to know.
written-answer-by = Answer by
# $example (String) - a date in the reader’s own form
written-answer-by-hint = Leave empty if you need no answer. For example { $example }, Friday or tomorrow. Answers come to you by email.
written-answer-by-range = Choose today or a later day, within a year.
written-who = Who gets it
# $people (Number) - how many get it
written-send = { $people ->
    [one] Send to one person
   *[other] Send to { $people } people
}
written-back = Back to the plan
written-mails-title = The email as people will see it
written-sent-already = This has already been sent. If you send it again, everybody gets a second email.

## Written updates: the mail

# $title (String) - of the meeting that is not held
written-mail-subject = Instead of a meeting: { $title }
# $title (String) - of the meeting that is not held
written-mail-subject-customer = Instead of a meeting: { $title }
# $title (String) - of the meeting that is not held
# $day (String) - short date with its weekday
written-mail-subject-answer = Instead of a meeting: { $title }. Answer by { $day }
# $title (String) - of the meeting that is not held
# $day (String) - short date with its weekday
written-mail-subject-answer-customer = Instead of a meeting: { $title }. Answer by { $day }
# $author (String) - who writes
written-mail-opening = { $author } is writing to you instead of calling a meeting.
# $author (String) - who writes
# $company (String) - the firm
written-mail-opening-customer = { $author }, { $company }, is writing to you instead of asking for a meeting.
written-mail-points = What it is about
# $day (String) - date with its weekday, in a sentence
written-mail-answer = Please answer by { $day }, simply by replying to this email.
written-mail-open = Open the update in Sparsam
# $author (String) - who writes
# $company (String) - the firm
written-mail-footer = You received this because { $author }, { $company }, would otherwise have invited you to a meeting.
# $author (String) - who writes
# $company (String) - the firm
written-mail-footer-customer = You received this because { $author }, { $company }, would otherwise have invited you to a meeting.

## Written updates: the page of one, and the list

updates-title = Written updates
updates-chip = Sent in writing
# $name (String) - who wrote it
# $when (String) - date and time
updates-sent-by = { $name }, { $when }
# $day (String) - date with its weekday, in a sentence
updates-answer-by = Please answer by { $day }.
updates-people = Sent to
updates-sent = Sent
updates-author = Written by
updates-empty = No written updates yet. When no meeting is needed, press “Send as written update” in the planner.
# $people (Number) - how many get it
updates-done-sent = { $people ->
    [one] Sent in writing to one person. Nobody’s calendar has changed.
   *[other] Sent in writing to { $people } people. Nobody’s calendar has changed.
}
updates-done-silent = This person has asked for no more email from here, so it was not sent again.

## Written updates: the audit log

audit-kind-update = Written update
audit-update-sent = Sent a written update
audit-key-answer-by = Answer by
# $title (String) - title of the point
written-mail-subject-point = In writing instead: { $title }
# $author (String) - who writes
# $meeting (String) - title of the meeting
written-mail-point = { $author } is writing to you about this instead of taking it up in “{ $meeting }”.
# $author (String) - who writes
# $meeting (String) - title of the meeting
written-mail-point-customer = { $author } is writing to you about this instead of taking it up in “{ $meeting }”.
# $author (String) - who writes
# $company (String) - the firm
written-mail-footer-point = You received this because { $author }, { $company }, is writing instead of discussing this at a meeting you are invited to.
