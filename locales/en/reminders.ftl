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
reminder-asked = You asked to be reminded of this meeting.
reminder-settings = Choose which reminders you get

## When reminders go out

reminder-title = Reminders
reminder-lead = How long ahead of a meeting its reminder goes out. Whoever has not answered can be reminded, and whoever has asked for reminders in their own settings. Reminders wait for working hours unless the meeting is within 24 hours.
reminder-to-unanswered = To those who have not answered
reminder-to-asked = To those who asked for it
reminder-none = No reminder
# $count (Number)
reminder-minutes-before = { $count ->
    [one] 1 minute ahead
   *[other] { $count } minutes ahead
}
# $count (Number)
reminder-hours-before = { $count ->
    [one] 1 hour ahead
   *[other] { $count } hours ahead
}
# $count (Number)
reminder-days-before = { $count ->
    [one] 1 day ahead
   *[other] { $count } days ahead
}
reminder-saved = The reminders are saved.

## Settings of mails

settings-mail-hint = Mails that can wait come in your working hours.
settings-mail-summary = Summary
settings-mail-summary-hint = Your meetings, how close you are to your limits, and what waits for you, when your working day begins.
settings-mail-weekly = On Mondays
settings-mail-daily = On every working day
settings-mail-never = Not at all
settings-mail-answers = Answers to my meetings
settings-mail-answers-hint = Answers are on the page of the meeting in any case.
settings-mail-at-once = Each at once
settings-mail-in-summary = In the summary
settings-mail-reminders = Reminders
settings-mail-reminders-hint = How long ahead they come depends on what the meeting is for. One that has moved, was called off or that you have declined is not brought up.
settings-mail-unanswered = Of meetings I have not answered
settings-mail-all = Of all my meetings
