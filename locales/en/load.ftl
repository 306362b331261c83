## The page of a team's meeting load

load-title = Meeting load
# $team (String)
load-heading = Meeting load of { $team }
load-intro = Hours in meetings per person and week.
load-own-only = You see your own hours and the average of the team.
load-weeks = Weeks
# $count (Number)
load-weeks-option = { $count } weeks
load-show = Show
load-person = Person
load-average = Average of the team
load-cell-hours = hours
load-cell-over = , over the limit
load-legend = Stronger colour means more hours. ▲ on red means over the limit.
load-empty = Two weeks of meetings are needed.
load-export = Download as CSV

load-selling-title = Selling time
# $time (String) - hours and minutes
# $share (Number) - percent
load-selling = { $time } for selling, { $share }% of working hours
load-selling-how = Working hours without holidays and days off, minus internal meetings.
load-purpose-title = Hours by purpose
load-purpose-column = Purpose
load-hours-column = Hours
load-customers-title = Customers that time went to
load-customer-column = Customer
load-customers-export = Download customers as CSV
load-cost-title = Cost by month
load-month-column = Month
load-cost-column = Cost
load-unpriced-column = Without a rate
load-cost-note = Hours in meetings times the rate of each group, for the part of the month within these weeks. Hours of people without a rate are not included.
load-breaches-title = Over the limit
# $name (String)
# $week (String) - such as week 48
# $used (String) - such as “Internal meetings: 9 h of 8 h”
load-breach = { $name }, { $week }. { $used }
# $count (Number)
load-breaches-more = { $count ->
    [one] One more is marked in the table.
   *[other] { $count } more are marked in the table.
}
load-breaches-none = Nobody was over a limit per week.
load-passed-title = Limits exceeded, and why
load-passed-when = When
load-passed-who = Who
load-passed-meeting = Meeting
load-passed-level = What was required
load-passed-reason = Reason
# $name (String)
load-passed-allowed = Approved by { $name }
load-passed-no-reason = None needed
load-passed-hidden = Somebody else’s meeting
load-passed-none = No limit was exceeded.
load-back-title = Hours given back
load-back-cancelled = Cancelled meetings
load-back-shortened = Shortened meetings
load-back-written = Sent in writing instead
load-back-none = No hours were given back.

# $which (String) - which meetings, at the beginning of a sentence
# $used (String)
# $most (String)
load-progress = { $which }: { $used } of { $most }

## The exported table

load-csv-week = Week
load-csv-hours = Hours in meetings
load-csv-meetings = Meetings
load-csv-internal = Hours in internal meetings
load-csv-customer = Hours in customer meetings
load-csv-working = Working hours
load-csv-selling = Selling time in hours
load-csv-over = Over the limit

## The meter of my week

# $used (String) - hours and minutes
# $limit (String) - hours and minutes
load-meter = { $used } of { $limit }
# $left (String) - hours and minutes
load-meter-left = { $left } left
load-meter-full = Limit reached
# $over (String) - hours and minutes
load-meter-over = { $over } over the limit

## The Monday mail

# $week (Number)
# $meetings (Number)
# $time (String) - hours and minutes
digest-subject = Your week { $week }: { $meetings ->
    [one] one meeting
   *[other] { $meetings } meetings
}, { $time }
# $week (Number)
digest-subject-empty = Your week { $week }: no meetings
# $meetings (Number)
# $time (String) - hours and minutes
digest-meetings = { $meetings ->
    [one] You have one meeting this week
   *[other] You have { $meetings } meetings this week
}: { $time }.
# $time (String) - hours and minutes
digest-selling = That leaves { $time } for selling.
# $time (String) - hours and minutes
digest-empty = No meetings. That leaves { $time } for selling.
# $hours (Number)
digest-empty-hours = No meetings. That leaves { $hours ->
    [one] one hour
   *[other] { $hours } hours
} for selling.
# $left (String) - hours and minutes
# $hours (Number) - the limit
digest-below-hours = You are { $left } below your limit of { $hours ->
    [one] one hour
   *[other] { $hours } hours
}.
# $left (String) - hours and minutes
# $limit (String) - hours and minutes
digest-below = You are { $left } below your limit of { $limit }.
# $limit (String) - hours and minutes
digest-at = You have reached your limit of { $limit }.
# $over (String) - hours and minutes
# $hours (Number) - the limit
digest-over-hours = You are { $over } over your limit of { $hours ->
    [one] one hour
   *[other] { $hours } hours
}.
# $over (String) - hours and minutes
# $limit (String) - hours and minutes
digest-over = You are { $over } over your limit of { $limit }.
digest-near = Limits you are close to:
# $count (Number)
digest-unanswered = { $count ->
    [one] One invitation is waiting for your answer.
   *[other] { $count } invitations are waiting for your answer.
}
# $count (Number)
digest-approvals = { $count ->
    [one] One request for approval is waiting for you.
   *[other] { $count } requests for approval are waiting for you.
}
# $count (Number)
digest-proposals = { $count ->
    [one] One proposed time for one of your meetings is waiting for your answer.
   *[other] { $count } proposed times for your meetings are waiting for your answer.
}
digest-open = Open my week
# $email (String)
# $company (String)
digest-footer = Sent to { $email } on Mondays, because you use Sparsam at { $company }.
digest-stop = Stop these emails

## Settings of mails

settings-mail-title = Email

load-adjust = Adjust limits
load-prime-title = Prime selling hours
# $cut (String) - hours and minutes
# $kept (String) - hours and minutes
load-prime-cut = Internal meetings took { $cut } of { $kept } of protected selling time.
# $time (String) - hours and minutes
load-prime-elsewhere = { $time } of internal meetings were outside it.
load-prime-how = Hours that people keep for selling, without holidays and days off. Meetings with customers do not count against them.

## Protected selling time of my week

# $kept (String) - hours and minutes
load-protected-whole = Protected selling time: all { $kept } left.
# $left (String) - hours and minutes
# $kept (String) - hours and minutes
# $cut (String) - hours and minutes
load-protected-left = Protected selling time: { $left } of { $kept } left. Internal meetings take { $cut }.
# $kept (String) - hours and minutes
load-protected-gone = Protected selling time: none of { $kept } is left. Internal meetings take it all.
load-protected-none = No protected selling time this week: it falls on holidays or days off.
