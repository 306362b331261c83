## The frame of every page

app-name = Sparsam
skip-to-content = Skip to content
nav-main = Main menu
nav-my-week = My week
nav-calendar = Calendar
nav-meetings = Meetings
nav-team = Team
nav-plan = Plan a meeting
nav-settings = Settings
nav-admin = Admin
nav-help = Help
nav-sign-out = Sign out
footer-help = Help
footer-accessibility = Accessibility
footer-privacy = Privacy

## Buttons and words

button-save = Save
button-back = Back
button-continue = Continue
word-yes = Yes
word-no = No

## Errors in forms

error-summary-title = There is a problem
error-title-prefix = Error:
field-required = Fill this in.

# $max (Number) - the most characters the field takes
field-too-long = This is too long. Use at most { $max } characters.

# $example (String) - a date in the reader’s own form
field-not-a-date = Enter a date, for example { $example }.
field-no-such-date = There is no such day in the calendar. Check the date.
field-no-such-week = There is no such week. Weeks go from 1 to 52, in some years to 53.

# $date (String) - day, month and year without the weekday
# $weekday (String) - the weekday of the date
field-weekday-mismatch = { $date } is a { $weekday }. Correct the weekday or the date.

# $example (String) - a time in the reader’s own form
field-not-a-time = Enter a time, for example { $example }.

# $example (String) - midnight in the reader’s own form
field-time-midnight = A day ends where the next begins. Write { $example } on the next day.

# $example (String) - an afternoon time in the reader’s own form
field-time-half-day = Use the 24-hour clock without am or pm, for example { $example }.

# $before (String) - the last time ahead of the gap
# $after (String) - the first time behind the gap
field-time-skipped = The clocks go forward that night and skip this time. Choose { $before } or { $after }.

# $first (String) - the earlier time with its offset
# $second (String) - the later time with its offset
field-time-repeated = The clocks go back that night, so this time occurs twice, as { $first } and { $second }. Choose a time outside that hour.

# $example (String) - a length in the reader’s own form
field-not-a-duration = Enter a length, for example 30 or { $example }.
field-not-an-address = Enter an email address, for example anna@nordvik.example.
field-not-a-link = Paste a link that starts with https://.
field-unknown-zone = Choose a time zone from the list.
field-choose-one = Choose one.

## Pages shown when something went wrong

error-forbidden-title = You do not have access to this page
error-forbidden-body = If you need it for your work, ask your administrator for access.
error-not-found-title = Page not found
error-not-found-body = Check the address, or go to your week and find the meeting there.
error-conflict-title = Somebody else was faster
error-conflict-body = This was changed after you opened it. Load the page again, then make your change.
error-gone-title = This link no longer works
error-gone-body = It has been used, replaced or has expired. Look for a newer email, or ask the person who sent it.
error-too-large-title = That was too much at once
error-too-large-body = What you sent is larger than we can take. Go back and make it shorter.
error-unprocessable-title = We could not read that
error-unprocessable-body = Go back, check what you filled in and send it again.
error-too-many-title = A little slower, please
error-too-many-body = There were many requests in a short time. Wait a minute, then try again.
error-internal-title = Something went wrong on our side
error-internal-body = Nothing was changed. Try again, and if it happens again, tell your administrator.
# $id (String)
error-reference = Reference: { $id }
error-unavailable-title = Back in a moment
error-unavailable-body = The service is busy or restarting. Try again in a minute.

nav-mailbox = Mailbox
button-undo = Undo
error-sign-in-title = Sign in first
error-sign-in-body = This page is for people who are signed in.
