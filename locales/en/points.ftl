## Scorecards

score-heading = Scorecard
score-metric = Metric
score-target = Target
score-actual = Actual
score-unit = Unit
score-due = Reach by
score-last = Last time
score-gap = Gap
score-trend = Trend
# $n (Number) - number of a row
score-row = Row { $n }
score-more = More rows
score-save = Save the scorecard
score-gap-no-target = No target
score-gap-not-known = No figure yet
# $left (String) - a figure
# $target (String) - a figure
score-gap-left = { $left } of { $target } left
score-gap-reached = Reached
# $more (String) - a figure
score-gap-beyond = Reached, { $more } above
score-time-today = today is the last day
# $count (Number) - days
score-time-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
# $count (Number) - weeks
score-time-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
# $count (Number) - days
score-time-days-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
# $count (Number) - weeks
score-time-weeks-late = { $count ->
    [one] { $count } week late
   *[other] { $count } weeks late
}
# $example (String) - a figure
score-not-a-number = Enter a number, for example { $example }.
# $thousands (String) - a figure
# $decimals (String) - a figure
score-unclear = This can be read in two ways. Write { $thousands } with a space or nothing between the thousands, or { $decimals } with two decimals.
score-too-fine = Use at most two decimals.
score-too-large = This number is too large.
score-no-metric = Say what is measured.
# $metric (String) - name of a metric
score-twice = “{ $metric }” is already there.
score-open-quote = A closing quotation mark is missing.
# $max (Number) - how many rows fit
score-too-many = There is room for at most { $max } rows.
# $n (Number) - number of a line
score-line = Line { $n }:
score-file = From a spreadsheet
score-file-hint = A CSV file with the columns metric, target, actual, unit and date, and if you like “Lower is better” (yes or no). Rows with the same metric are filled in.
score-file-read = Read the file
score-file-missing = Choose a file first.
score-file-too-large = The file is larger than 64 kB.
score-file-not-text = This is not a CSV file. Save the sheet as CSV and choose that file.
score-file-empty = There are no rows in the file.
# $count (Number) - rows
score-file-done = { $count ->
    [one] One row was read from the file. Nothing is saved yet.
   *[other] { $count } rows were read from the file. Nothing is saved yet.
}
# $what (String) - name of a metric
# $figures (String) - figures, oldest first
score-plot = { $what }, oldest first: { $figures }
# $figure (String) - a figure
# $day (String) - a day
score-last-on = { $figure } on { $day }

## What stands behind a point

point-prepare = Prepare
# $title (String) - title of the point
point-title = Prepare “{ $title }”
point-notes = Notes for colleagues
point-notes-hint = Colleagues see them on the meeting page. Never emailed, never shown to customers.
point-notes-guidance = Wording to use with customers
point-notes-guidance-hint = For colleagues only. The whole point stays out of emails, calendars and customers’ pages.
point-notes-strategy = Background to the decision
point-links = To read beforehand
point-links-hint = Addresses that start with https://. Everybody who is invited gets them by email, customers too, unless the point is only for colleagues.
# $n (Number) - number of a link
point-link-address = Address { $n }
# $n (Number) - number of a link
point-link-label = What it is, { $n }
point-save = Save
point-done = Saved.
point-stale = Somebody else saved this in the meantime. What you typed is still here; the saved version is on the meeting page. Save again to replace it.
point-no-link = Enter an address that begins with https://

## Thanks

thanks-heading = Who is thanked
thanks-person = Person
thanks-choose = Choose a person
thanks-reason = What for?
thanks-metric = The number behind it (optional)
thanks-add = Add
# $name (String) - somebody
thanks-remove = Remove { $name }
thanks-kept = The people thanked are shown when the meeting begins.
thanks-only-you = Until the meeting begins, only those preparing this point can see this.
thanks-proposed = You could thank
thanks-never = not thanked yet
# $when (String) - a day
thanks-since = last thanked on { $when }
# $count (Number) - meetings
# $days (Number) - days
thanks-customers = { $count } customer meetings in the last { $days } days
thanks-full = There is no room for more thanks in this point.
thanks-gone = This person is no longer here. Choose somebody else.
thanks-done = Added.
thanks-removed = Removed.
thanks-list = Recognition
thanks-list-lead = Thanks given in meetings, newest first.
thanks-list-empty = Nobody has been thanked in a meeting yet. Add a point of the kind Recognition to an agenda.
thanks-when = When
thanks-meeting = Meeting
thanks-waiting = Longest without thanks
thanks-waiting-lead = People in your teams who have not been thanked in the last four weeks.

## Audit log: points

audit-meeting-point-prepared = Prepared a point
audit-meeting-scorecard-saved = Saved a scorecard
audit-meeting-recognition-added = Added thanks
audit-meeting-recognition-removed = Removed thanks
point-tell = Email everybody about the links now; otherwise they come with the next email about the meeting
point-written = Send this point in writing instead
# $title (String) - title of the point
point-written-title = In writing instead: { $title }
point-written-lead = Everybody in the meeting gets this by email. The point is then removed from the agenda or takes less time there.
# $max (Number) - most characters
point-written-words-hint = What you would have said about it; links are fine. At most { $max } characters.
point-written-keep = Minutes to keep on the agenda for questions
point-written-keep-hint = Leave empty to remove the point from the agenda.
# $length (String) - planned length of the point
point-written-keep-less = Enter less than { $length }, or leave this empty.
point-written-stopped = A limit requires an agenda for this meeting. Keep some minutes for the point, or change the meeting first.
# $more (String) - how much too much
score-gap-above = { $more } above the target
# $less (String) - how much less than the target
score-gap-under = Reached, { $less } below
score-less = Lower is better
score-yes-or-no = Write yes or no.
