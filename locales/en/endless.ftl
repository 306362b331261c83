## Series that never end

endless-choice = Keep it without an end, if somebody else allows it
# $title (String) - the series
endless-title = Without an end: { $title }
endless-means = If you approve, further dates are planned by themselves ahead of the last one, 13 at a time. Its organizer gets the record with each round, and you can end this at any time.
# $when (String) - moment in running text
endless-until = Please decide before { $when }. Otherwise the series ends as it would.
endless-own = You asked for this or plan the series yourself, so somebody else decides.
endless-done-approved = Approved. The series goes on by itself.
endless-done-declined = Declined. The series ends with its last date unless its organizer keeps it.
# $name (String) - who decides
endless-waits = { $name } is asked whether this series may go on without an end.
endless-stands = This series has no end: further dates are planned by themselves.
endless-withdraw = Let it end
endless-withdraw-question = Withdraw the question
endless-open = Open the question
endless-done-asked = Somebody else is asked whether the series may go on without an end. Until then it ends as planned.
endless-done-ends = The series has an end again. Nothing was called off.
# $name (String) - who asks
# $title (String) - the series
endless-matter = { $name } asks whether it may go on without an end: { $title }
endless-label = No end, if somebody else allows it
endless-label-hint = The dates above are planned now. Once it is allowed, further ones follow by themselves.
endless-why = Why should it never end?

## Mails about series that never end

# $title (String) - the series
endless-mail-subject-asked = Without an end? { $title }
# $title (String) - the series
endless-mail-subject-approved = Approved without an end: { $title }
# $title (String) - the series
endless-mail-subject-declined = Declined: { $title } ends
# $title (String) - the series
endless-mail-subject-expired = Not decided in time: { $title } ends
# $title (String) - the series
# $day (String) - day of the last date
endless-mail-subject-prolonged = { $title } goes on until { $day }
# $name (String) - who asks
endless-mail-asked = { $name } asks you to approve that this series goes on without an end. Further dates would then be planned by themselves, 13 at a time.
# $name (String) - who decided
endless-mail-approved = { $name } has approved. Further dates are planned by themselves ahead of the last one.
# $name (String) - who decided
endless-mail-declined = { $name } has declined. The series ends with its last date unless you keep it.
# $name (String) - who was asked
endless-mail-expired = { $name } did not decide in time. The series ends with its last date unless you keep it.
# $when (String) - the last date
endless-mail-prolonged = This series never ends, so further dates were planned. The last one for now is { $when }.
# $when (String) - the last date
endless-mail-last = Last date so far: { $when }
# $when (String) - short date and time
# $zone (String) - whose time
endless-mail-until = Please decide before { $when } ({ $zone }). The link works once and only for you.

## Audit log: series that never end

endless-audit-asked = Asked for a series without an end
endless-audit-approved = Allowed a series without an end
endless-audit-declined = Declined a series without an end
endless-audit-expired = Series without an end not decided in time
endless-audit-withdrawn = Let a series end again
endless-audit-ended = Series without an end could not go on
