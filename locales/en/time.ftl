## Own time: selling time, days off

time-selling-title = Protected selling time
time-selling-hint = Tick the hours you keep for selling. Whoever plans a meeting sees when it would cut into them.
time-selling-hour = Hour

# $weekday (String) - a weekday
# $range (String) - from and to
time-selling-cell = { $weekday } { $range }

# $time (String) - a length of time
time-selling-total = { $time } a week
time-selling-none = No hours are kept for selling.
time-days-title = Days off and other hours
time-days-hint = Limits and suggested times take these days into account.
time-days-none = No days have been entered.
time-days-new = Add days
time-days-first = First day
time-days-last = Last day
time-days-last-hint = Leave it empty for a single day.
time-days-from = Works from
time-days-to = Works until
time-days-hours-hint = Leave both times empty for a day off.
time-days-stand-in = Stand-in
time-days-stand-in-hint = Decides in your place when somebody asks you to approve a meeting.
time-days-nobody = Nobody
time-days-off = Off

# $range (String) - from and to
time-days-works = Works { $range }

# $name (String) - of a person
time-days-by = Stand-in: { $name }
time-days-add = Add
time-days-remove = Remove
time-days-added = The days have been entered.
time-days-removed = The entry has been removed.
time-days-backwards = The last day must not come before the first.
time-days-over = These days are already over.

# $max (Number) - most days of one entry
time-days-too-long = One entry can cover at most { $max } days.

# $max (Number) - most entries of one person
time-days-too-many = You have { $max } entries, which is the most there can be. Remove one that you no longer need.
time-days-gone = This person can no longer sign in. Choose somebody else.

# $name (String) - of a person
time-of-title = Hours of { $name }
time-of-link = Hours
time-of-no-work = Does not work

## Outside calendars

time-calendars-title = External calendars
time-calendars-intro = Connect calendars you keep elsewhere, so that nobody plans a meeting while you are busy. Only the times are kept; titles, places and people are never read into Sparsam.
time-calendars-yours = Your external calendars
time-calendars-none = No calendar is connected.
time-calendars-new = Connect a calendar
time-calendars-name = Name
time-calendars-name-hint = What you call it. If left empty, it takes the name of its server.
time-calendars-address = Address (iCal or ICS)
time-calendars-address-hint = It starts with https:// or webcal://. Calendars call it “secret address”, “ICS link” or “published calendar”. It is stored encrypted and not shown again.
time-calendars-connect = Connect
time-calendars-try = Try now
time-calendars-remove = Disconnect
time-calendars-connected = The calendar is connected. It is read within a minute or two.
time-calendars-removed = The calendar is disconnected. Its busy times have been removed.
time-calendars-asked = The calendar will be read now. Load this page again in a moment.
time-calendars-waiting = Not read yet; this takes a minute or two.

# $age (String) - how long ago
time-calendars-read = Read { $age }.

# $when (String) - day and time
time-calendars-failing = Could not be read since { $when }.

# $age (String) - how long ago
time-calendars-last-read = Last read { $age }.
time-calendars-unknown = As long as this lasts, colleagues see that it is not known when you are free.
time-calendars-moved = The server says the calendar has moved. If you trust the new address, connect it and disconnect this one:

# $max (Number) - most calendars of one person
time-calendars-too-many = You have { $max } calendars, which is the most there can be. Disconnect one that you no longer use.
time-age-now = just now

# $count (Number) - minutes
time-age-minutes = { $count ->
    [one] a minute ago
   *[other] { $count } minutes ago
}

# $count (Number) - hours
time-age-hours = { $count ->
    [one] an hour ago
   *[other] { $count } hours ago
}

# $count (Number) - days
time-age-days = { $count ->
    [one] a day ago
   *[other] { $count } days ago
}

# $name (String) - of a calendar
# $when (String) - day and time
time-matter-calendar = Your calendar “{ $name }” cannot be read (since { $when })

## Why an outside calendar cannot be read

trouble-unreachable = Its server cannot be reached. Check the address; a calendar inside your company’s network must first be allowed by whoever runs Sparsam.
trouble-slow = Its server does not answer in time.
trouble-moved = It has moved to another address.
trouble-refused = Its server refuses access. The address may have been withdrawn, or it asks for a password.
trouble-missing = There is no longer a calendar at this address.
trouble-server-fault = Its server reports an error.
trouble-too-large = It is too large to be read.
trouble-not-a-calendar = What was sent is not a calendar that can be read.
trouble-unusable = Its stored address cannot be used. Disconnect the calendar and connect it again.

## Addresses of outside calendars

time-address-not-one = Paste the whole address, from https:// or webcal:// to the end.
time-address-https = The address must start with https:// or webcal://.
time-address-password = Leave out the name and password. Use the calendar’s secret address instead.
time-address-port = The address must not include a port.
time-address-not-public = This address is inside an internal network. Whoever runs Sparsam must allow it first.

## Holidays

# $name (String) - of a day
time-half-day = { $name }, half day

## Mail about an outside calendar

# $name (String) - of a calendar
mail-subject-calendar = Your calendar “{ $name }” cannot be read

# $name (String) - of a calendar
# $host (String) - of its address
# $when (String) - day and time
mail-calendar-opening = Your external calendar “{ $name }” ({ $host }) has been unreadable since { $when }.
mail-calendar-effect = Sparsam keeps trying. Colleagues who plan meetings will see that it is not known when you are free. You will not get another email about this unless the calendar has been read again first.
mail-calendar-link = See your external calendars

## Record

audit-kind-calendar = External calendar
audit-calendar-connected = Connected an external calendar
audit-calendar-disconnected = Disconnected an external calendar
audit-person-selling-saved = Changed protected selling time
audit-person-days-off-added = Entered days off
audit-person-days-off-removed = Removed days off
audit-key-first-day = First day
audit-key-last-day = Last day
audit-key-host = Host
