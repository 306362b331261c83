## Calendars

calendar-nav-time = Time
calendar-nav-views = View
calendar-view-week = Week
calendar-view-month = Month
calendar-view-day = Day
calendar-view-list = List
calendar-this-week = This week
calendar-this-month = This month
calendar-today = Today
calendar-list-title = Meetings by day
calendar-earlier = Earlier
calendar-from-today = From today
calendar-later = Later
calendar-whose = Whose calendar
calendar-people = People
calendar-teams = Or all of a team:
calendar-show = Show
calendar-by-day = Days
calendar-by-person = The day by person
calendar-empty = Nothing planned.
calendar-nothing = Nothing
calendar-busy = Busy

# $title (String) - title of a draft
calendar-held = Kept: { $title }

# $name (String) - a person
calendar-held-by = Time kept by { $name }

calendar-state-cancelled = cancelled
calendar-state-declined = declined
calendar-state-informed = for information
calendar-state-unanswered = not answered
calendar-state-maybe = maybe
calendar-state-customer = customer
calendar-weekend = Show weekend
calendar-also = At the same time
calendar-plan-here = Plan here

# $range (String) - from and to
calendar-free = Free { $range }.

# $weekday (String) - a weekday as it stands in a sentence
# $time (String) - a time
calendar-plan-on = on { $weekday } { $time }

# $count (Number) - meetings that are not shown
calendar-more = +{ $count } more

# $shown (Number) - people who are shown
# $all (Number) - people who were chosen
calendar-left-out = The first { $shown } of { $all } people are shown. Choose who you want to see.
calendar-no-week-title = There is no such week
calendar-no-week-body = Weeks go from 1 to 52, in some years to 53. The nearest are:

## My week

my-week-load-title = Time in meetings

# $meetings (String) - a length of time
# $selling (String) - a length of time
my-week-load = { $meetings } of meetings, { $selling } left for selling

# $meetings (String) - a length of time
# $working (String) - working hours of the week
my-week-load-full = { $meetings } of meetings in a working week of { $working }. Nothing is left for selling.

# $time (String) - a length of time
my-week-empty = No meetings this week. That leaves { $time } for selling.

# $hours (Number) - working hours of the week
my-week-empty-hours = No meetings this week. That leaves { $hours ->
    [one] one hour
   *[other] { $hours } hours
} for selling.
my-week-see-next = See next week
my-week-needs-you = Waiting for you
my-week-nothing-waits = Nothing is waiting for you.

# $title (String) - of a meeting
# $when (String) - day and time
my-week-answer = Answer: { $title }, { $when }

# $name (String) - of a person
# $title (String) - of a meeting
my-week-undelivered = { $name } did not get the email about “{ $title }”. Correct the address

# $title (String) - of a plan
my-week-draft = Finish the draft “{ $title }”
my-week-draft-untitled = Finish a draft without a title
