## Mails that remind of a meeting

# $time (String) - time of day in running text
# $title (String) - the meeting
reminder-subject-today = Today { $time }: { $title }
# $time (String) - time of day in running text
# $title (String) - the meeting
reminder-subject-tomorrow = Tomorrow { $time }: { $title }
# $when (String) - short date and time
# $title (String) - the meeting
reminder-subject = { $when }: { $title }
# $name (String) - first name of who plans the meeting
reminder-unanswered = You have not answered yet. { $name } needs to know whether you are coming.
reminder-reading = There is something to read before this meeting; the links are below.
reminder-asked = You asked to be reminded of this meeting.
reminder-settings = Choose which reminders you get

## When reminders go out

reminder-title = Reminders
reminder-lead = How long before a meeting the reminder goes out. It can go to everybody who comes where there is something to read, to those who have not answered, and to those who have asked for reminders in their own settings. Reminders wait for working hours unless the meeting is within 24 hours.
reminder-to-reading = To everybody who comes, if there is something to read
reminder-to-unanswered = To those who have not answered
reminder-to-asked = To those who asked for it
reminder-none = No reminder
# $count (Number)
reminder-minutes-before = { $count ->
    [one] 1 minute before
   *[other] { $count } minutes before
}
# $count (Number)
reminder-hours-before = { $count ->
    [one] 1 hour before
   *[other] { $count } hours before
}
# $count (Number)
reminder-days-before = { $count ->
    [one] 1 day before
   *[other] { $count } days before
}
reminder-saved = The reminders are saved.

## Settings of mails

settings-mail-hint = Emails that can wait arrive during your working hours.
settings-mail-summary = Summary
settings-mail-summary-hint = Your meetings, how close you are to your limits and what is waiting for you, sent when your working day begins.
settings-mail-weekly = On Mondays
settings-mail-daily = Every working day
settings-mail-never = Not at all
settings-mail-answers = Answers to my meetings
settings-mail-answers-hint = Answers are always shown on the meeting page.
settings-mail-at-once = Each one straight away
settings-mail-in-summary = In the summary
settings-mail-reminders = Reminders
settings-mail-reminders-hint = How far ahead they come depends on what the meeting is for. You are not reminded of meetings that have moved or been cancelled, or that you have declined. What there is to read ahead of a meeting comes unless you choose none.
settings-mail-unanswered = For meetings I have not answered
settings-mail-all = For all my meetings
