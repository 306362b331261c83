## The shared screen of a meeting

run-title = Run the meeting
# $when (String) - a time in words
run-opens = This page opens { $when }. Then you go through the agenda here, with a clock that everybody sees.
run-ready = Share this page on the screen. Everybody who has it open sees the same point and the same clock.
run-begin = Start the meeting
run-over = The meeting has ended. What was noted is in the minutes.
run-no-point = All points are done
# $title (String) - a point of the agenda
run-next = Next: { $title }
run-meeting = Meeting
# $when (String) - a time in words
run-until = until { $when }
# $when (String) - a time in words
run-was-until = planned until { $when }
# $when (String) - a time in words
run-since = since { $when }
run-left-point = Time left for this point:
run-soon = One minute left for this point
run-to-next = Next point
run-point-done = Point done
run-more = +5 min
run-park = Park until next time
run-end = End the meeting
run-take-up = Discuss now
# $taken (String) - a length of time
# $planned (String) - a length of time
run-taken = { $taken } of { $planned }
run-came-of-it = Outcome
run-decision = A decision, in one line
run-note-decision = Note the decision
run-action = What needs to be done, in one line
run-note-action = Note the action
run-hold-still = Stop reloading while I write
run-go-on-reloading = Keep reloading the page
run-done-behind = Somebody was quicker, so nothing was changed. This is where the meeting is now.

## What became of points, people and actions

fate-ahead = Not reached
fate-now = Under discussion
fate-discussed = Discussed
fate-parked = Parked
presence-attended = Attended
presence-absent = Absent
presence-excused = Excused
outcome-held = The meeting was held
outcome-no-show = The people it was for did not come
outcome-not-held = It was not held, for another reason
achieved-fully = Purpose achieved
achieved-partly = Purpose partly achieved
achieved-not = Purpose not achieved
action-open = To do
action-done = Done
action-dropped = No longer needed

## Minutes

minutes-title = Minutes
minutes-write = Write the minutes
minutes-read = Read the minutes
minutes-open = Being written
minutes-closed = Closed
minutes-to-meeting = To the meeting
minutes-lead = Nothing was noted during the meeting. Write three lines while you remember.
minutes-empty = Nothing is written about this meeting yet.
minutes-outcome = Outcome
minutes-took-place = Did it take place?
minutes-achieved = Did it achieve its purpose?
minutes-result = The result in one line
minutes-next-step = Next step
minutes-points = Points
minutes-fate = What happened
minutes-notes = Notes
minutes-standing = On the agenda every time
minutes-thanks = Thanks to
minutes-decisions = Decisions
minutes-decision = Decision
minutes-actions = Actions
minutes-action = What needs to be done
minutes-what = What
minutes-who = Who
minutes-due = By when
minutes-due-hint = For example tomorrow, Friday or a date.
minutes-rows-hint = Clear a line to remove it. More lines appear when you save.
minutes-none-yet = None yet
minutes-nobody = Nobody yet
minutes-unsaid = Not stated
minutes-people = Who was there
minutes-onward = What is left
minutes-next-meeting = The meeting that will take it up
minutes-next-date = The next date of the series
minutes-next-none = None
minutes-next-hidden = Another meeting, which you do not see
minutes-cannot-follow = This meeting cannot take up what is left. Choose another one.
# $when (String) - a time in words
minutes-next-at = The next meeting is { $when }.
minutes-share = Share with the customer
minutes-share-result = Share result and next step with the customer
minutes-share-notes = Share the notes with the customer
minutes-shared = Shared with the customer
# $people (Number) - colleagues who get the mail
minutes-send = { $people ->
    [one] Close and email to one person
   *[other] Close and email to { $people } people
}
minutes-send-hint = Everybody in the meeting and everybody who is kept informed gets an email. Closed minutes can no longer be changed, but you can open them again.
minutes-send-hint-customers = Colleagues get everything. Customers get what you have ticked for them, and no email if nothing is ticked. Closed minutes can be opened again.
minutes-close-quietly = Close without an email
minutes-reopen = Open again
minutes-editions = Versions
# $number (Number) - 1, 2 and so on
# $when (String) - a time in words
minutes-edition = Version { $number }, { $when }
# $name (String) - somebody
# $when (String) - a time in words
minutes-closed-by = Closed by { $name }, { $when }
# $name (String) - somebody
# $when (String) - a time in words
minutes-reopened-by = Opened again by { $name }, { $when }
# $when (String) - a time in words
minutes-ran = Held { $when }
# $what (String) - what is to be done
# $day (String) - a day in words
minutes-by-day = { $what } (by { $day })
# $name (String) - somebody
# $what (String) - what is to be done
minutes-owner-does = { $name }: { $what }
minutes-not-yet = Minutes can be written from a quarter of an hour before the meeting.
# $most (Number) - the most
minutes-too-many = A meeting has room for { $most } of these.
# $most (Number) - the most
minutes-too-long = All of it together is too long. Use at most { $most } characters, here and in the other fields together.
# $words (String) - what somebody had written
minutes-point-gone = A point was removed from the agenda while you were writing. Nothing is saved yet; save again to keep the rest. This is what you wrote about the point: { $words }
minutes-closed-meanwhile = The minutes were closed in the meantime. What you wrote is below; open the minutes again to save it.
minutes-changed-meanwhile = Others are writing right now. Save once more.
# $fields (Number) - how many
minutes-both = { $fields ->
    [one] Somebody else changed a field that you also changed. You see both texts below; choose, and save once more.
   *[other] Somebody else changed { $fields } fields that you also changed. You see both texts below; choose, and save once more.
}
minutes-other-wrote = Somebody else wrote:
minutes-other-emptied = Somebody else emptied this field.
minutes-next-closed = The minutes of the next meeting are closed, so these stay as they are.
minutes-done-saved = Saved.
minutes-done-closed = The minutes are closed. Nobody gets an email.
# $mails (Number) - how many
minutes-done-sent = { $mails ->
    [one] The minutes are closed. One email goes out in a minute; if you open them again before then, nothing is sent.
   *[other] The minutes are closed. { $mails } emails go out in a minute; if you open them again before then, nothing is sent.
}
minutes-done-reopened = The minutes are open again. The earlier version is kept.
minutes-you-do = Your actions
minutes-others-do = Others’ actions

## Counts in the subject of the mail

# $count (Number) - how many
minutes-count-decisions = { $count ->
    [one] 1 decision
   *[other] { $count } decisions
}
# $count (Number) - how many
minutes-count-actions = { $count ->
    [one] 1 action
   *[other] { $count } actions
}
# $count (Number) - how many
# $yours (Number) - how many of them are the reader’s
minutes-count-yours = { $count ->
    [one] 1 action ({ $yours } yours)
   *[other] { $count } actions ({ $yours } yours)
}

## The mail with the minutes

# $title (String) - title of the meeting
# $day (String) - its day
# $counts (String) - counts of decisions and actions
minutes-mail-subject = Minutes: { $title }, { $day }: { $counts }
# $title (String) - title of the meeting
# $day (String) - its day
minutes-mail-subject-customer = From our meeting: { $title }, { $day }
minutes-mail-opening = Here is the outcome of the meeting.
minutes-mail-opening-again = The minutes have changed. This is the new version.
# $name (String) - somebody
minutes-mail-opening-customer = Thank you for the meeting. { $name } is sending you what we noted.
# $what (String) - what is to be done
minutes-mail-next-step = Next step: { $what }
# $when (String) - a time in words
minutes-mail-next-meeting = Next meeting: { $when }
minutes-mail-open = Open the minutes and mark what is done
minutes-mail-worth = Was it worth your time? Answer with one click
# $name (String) - somebody
# $company (String) - name of the firm
minutes-mail-footer = You received this because { $name }, { $company }, invited you to the meeting.
# $name (String) - somebody
# $company (String) - name of the firm
minutes-mail-footer-customer = You received this because you met { $name }, { $company }.

## What comes back from last time

carry-title = From last time
carry-open-actions = Still to do
carry-points = Points carried over
carry-hint = Anything you leave undecided goes back on the agenda when the meeting begins.
carry-came-back = From last time
carry-standing = on the agenda every time
carry-parked = parked last time
carry-not-reached = not reached last time
carry-open-action = something is still to do
carry-skipped = left out last time
carry-on-agenda = is on the agenda
carry-skipped-now = left out this time
carry-keep = Keep
carry-skip = Skip once
carry-drop = Drop
carry-done-kept = It is on the agenda.
carry-done-skipped = Left out this time. It will be back at the meeting after that.
carry-done-dropped = It will not be carried over again.
carry-done-late = The meeting has begun or is cancelled, so nothing was changed.
carry-done-full = The agenda is full. Remove a point first.

## Actions and decisions

actions-title = Actions
actions-whose = Whose actions
actions-mine = Mine
actions-of-teams = Of my teams
actions-empty = Nothing to do. Actions come from the minutes of meetings.
actions-from = From
actions-late = Overdue
actions-today = Today
actions-mark-done = Mark as done
actions-drop = Not needed
actions-reopen = Open again
actions-settled = Closed in the last 30 days
actions-done-settled = Noted.
decisions-title = Decision log
decisions-search = Search
decisions-in = Search in
decisions-day = Day
decisions-empty = Nothing has been recorded yet.
# $text (String) - what was looked for
decisions-none = Nothing found for “{ $text }”.
digest-actions-title = To do:
# $day (String) - a day in words
# $what (String) - what is to be done
# $title (String) - title of a meeting
digest-action = { $day }: { $what } ({ $title })
# $what (String) - what is to be done
my-week-action = To do: { $what }
# $title (String) - title of a meeting
# $when (String) - a time in words
my-week-minutes = Write the minutes: { $title }, { $when }

## Notes that only their author sees

notes-title = My private notes
notes-hint = Only you see these. They are in no email and no minutes, and in no export but your own.
notes-whole = The whole meeting
notes-gone = A point that no longer exists
notes-done-saved = Your notes are saved.

## Was it worth the time?

worth-title = Was the meeting worth your time?
worth-hint = The person who planned the meeting sees only the average, and only once four people have answered.
# $name (String) - somebody
worth-who-sees = { $name } sees only the average, and only once four people have answered.
worth-least = not at all
worth-most = very much
worth-send = Answer
worth-done = Thank you, your answer is noted.
# $fewest (Number) - how many must have answered
worth-few = Worth the time: shown once { $fewest } people have answered.
# $average (String) - a number with one decimal
# $count (Number) - how many have answered, at least four
worth-average = Worth the time: { $average } of 5, { $count } answers

## Audit log

audit-meeting-begun = Started the meeting
audit-meeting-ended = Ended the meeting
audit-meeting-minutes-closed = Closed the minutes
audit-meeting-minutes-reopened = Opened the minutes again
run-resume = Continue the meeting
run-resume-hint = Possible for one minute after the meeting has ended.
run-done-late = The meeting ended more than a minute ago, so it cannot be continued. Anything that is missing can be written in the minutes.
audit-meeting-resumed = Continued the meeting
action-link-title = What you need to do
# $title (String) - title of the meeting
# $day (String) - its date
action-link-from = Agreed at “{ $title }”, { $day }
# $day (String) - a day
action-link-due = By { $day }
action-link-reopen = Not done after all
action-link-saved = Noted.
action-link-slow = You have pressed this many times in a short time. Wait a moment, then try again.
# $days (Number) - days since they were closed
minutes-locked = These minutes were closed more than { $days } days ago. The organiser’s manager can open them again.
