## Series that never end

endless-choice = Keep it with no end date, if somebody else approves
# $title (String) - the series
endless-title = No end date: { $title }
endless-means = If you approve, further dates are planned automatically before the last one, 13 at a time. The organiser gets the record each time, and you can end this at any time.
# $when (String) - moment in running text
endless-until = Please decide before { $when }. Otherwise the series ends as planned.
endless-own = You asked for this or plan the series yourself, so somebody else decides.
endless-done-approved = Approved. The series continues automatically.
endless-done-declined = Declined. The series ends with its last date unless its organiser keeps it.
# $name (String) - who decides
endless-waits = { $name } has been asked whether this series may continue with no end date.
endless-stands = This series has no end date: further dates are planned automatically.
endless-withdraw = Let it end
endless-withdraw-question = Withdraw the request
endless-open = Open the request
endless-done-asked = Somebody else has been asked whether the series may continue with no end date. Until then it ends as planned.
endless-done-ends = The series has an end date again. Nothing was cancelled.
# $name (String) - who asks
# $title (String) - the series
endless-matter = { $name } asks whether it may go on without an end: { $title }
endless-label = No end date, if somebody else approves
endless-label-hint = The dates above are planned now. Once it is approved, further ones follow automatically.
endless-why = Why should it have no end date?

## Mails about series that never end

# $title (String) - the series
endless-mail-subject-asked = No end date? { $title }
# $title (String) - the series
endless-mail-subject-approved = Approved with no end date: { $title }
# $title (String) - the series
endless-mail-subject-declined = Declined: { $title } ends
# $title (String) - the series
endless-mail-subject-expired = Not decided in time: { $title } ends
# $title (String) - the series
# $day (String) - day of the last date
endless-mail-subject-prolonged = { $title } continues until { $day }
# $name (String) - who asks
endless-mail-asked = { $name } asks you to approve that this series continues with no end date. Further dates would then be planned automatically, 13 at a time.
# $name (String) - who decided
endless-mail-approved = { $name } has approved. Further dates are planned automatically before the last one.
# $name (String) - who decided
endless-mail-declined = { $name } has declined. The series ends with its last date unless you keep it.
# $name (String) - who was asked
endless-mail-expired = { $name } did not decide in time. The series ends with its last date unless you keep it.
# $when (String) - the last date
endless-mail-prolonged = This series has no end date, so further dates were planned. The last one for now is { $when }.
# $when (String) - the last date
endless-mail-last = Last date so far: { $when }
# $when (String) - short date and time
# $zone (String) - whose time
endless-mail-until = Please decide before { $when } ({ $zone }). The link works once and only for you.

## Audit log: series that never end

endless-audit-asked = Asked for a series with no end date
endless-audit-approved = Approved a series with no end date
endless-audit-declined = Declined a series with no end date
endless-audit-expired = Series without an end not decided in time
endless-audit-withdrawn = Let a series end again
endless-audit-ended = Series without an end could not go on
