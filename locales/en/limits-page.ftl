## The list of limits

limits-title = Limits
limits-one = Limit
limits-more = More about limits
limits-lead = Limits keep selling time free. Where several limits apply to a meeting, the strictest decides, and all are shown.
limits-new = New limit
limits-none = No limit applies to you.
limits-everybody = Everybody
limits-group-teams = Teams
limits-group-people = People
limits-group-customers = Customers
# $date (String)
# $week (Number)
limits-starts = From { $date }, week { $week }
limits-unreadable-title = A limit that cannot be read
limits-unreadable = This limit cannot be understood. Until it is ended, no meeting can be sent.
limits-clash-title = These limits conflict
limits-clash-closed = This limit leaves no working hours for meetings.
# $days (Number)
limits-clash-horizon = Times are proposed { $days } days ahead, and this limit asks for more notice.
limits-clash-never = These two can never both be met: there is no working hour that both allow.
limits-clash-pointless = The first has no effect, because the second is always exceeded along with it.
limits-ready-lead = There are no limits yet. Start with a ready-made set, which also says how often customers may be met; every limit in it can be changed.
limits-ready-calm = Calm
limits-ready-calm-what = At most 6 h of internal meetings a week, mornings for selling on Mondays and Fridays.
limits-ready-normal = Normal
limits-ready-normal-what = At most 8 h of internal meetings a week, none longer than an hour.
limits-ready-strict = Strict
limits-ready-strict-what = Like “Calm”, but anything over a limit needs approval or cannot be sent.
# $name (String)
limits-ready-button = Start with “{ $name }”
limits-adopted = The limits now apply.
limits-created = The limit is saved.
limits-changed = The change is saved.
limits-ended = The limit has ended.
# $count (Number)
limits-passing = { $count ->
    [0] No upcoming meeting exceeds it.
    [one] One upcoming meeting exceeds it; it stays as it is.
   *[other] { $count } upcoming meetings exceed it; they stay as they are.
}

## Kinds

limits-choose-title = What should be limited?
limits-kind-minutes = Time in meetings
limits-kind-meetings = Number of meetings
limits-kind-contacts = How often a customer is met
limits-kind-length = Length of a meeting
limits-kind-people = People in a meeting
limits-kind-back-to-back = Meetings without a break
limits-kind-clock = Earliest and latest time
limits-kind-windows = Hours without meetings
limits-kind-dates = Days without meetings
limits-kind-notice = Time to prepare
limits-kind-agenda = No meeting without an agenda
limits-kind-ahead = Upcoming meetings led by one person
limits-kind-overlap = Two meetings at once
limits-kind-off-hours = Outside working hours
limits-kind-holidays = Public holidays
limits-kind-selling = Protected selling time
limits-kind-unknown = Calendars that cannot be read

## The editor

limits-field-scope = For whom
limits-field-which = Which meetings
limits-field-most = At most
limits-field-most-meetings = At most this many meetings
limits-field-most-people = At most this many people
limits-field-least = At least
limits-field-rest = A break is at least
limits-field-per = Period
limits-field-share = Counted
limits-field-from = Not before
limits-field-to = Not after
limits-field-first = First day
limits-field-last = Last day
limits-field-days = Within
limits-field-side = Counted for
limits-field-more-people = With more people than
limits-field-longer = Or longer than
limits-field-windows = Hours without meetings
limits-field-level = When exceeded
limits-field-start = Applies from
limits-hour = Hour
limits-share-each = Each person alone
limits-share-together = All together
# $days (Number)
limits-days = { $days } days in a row
limits-side-account = The customer
limits-side-contact = Each contact
# $name (String)
limits-scope-team = Team { $name }
# $class (String)
limits-scope-class = Customers of the class “{ $class }”
# $name (String)
limits-scope-account = Customer { $name }
# $example (String)
limits-hint-example = For example { $example }
# $long (String)
# $short (String)
limits-hint-length = For example { $long } or { $short }
limits-start-today = Today
# $date (String)
# $week (Number)
limits-start-day = { $date }, week { $week }
limits-turn-on = Turn on
limits-try = Try it on last quarter
limits-try-upcoming = Upcoming meetings that exceed it
limits-end = End this limit
limits-end-effect = It then no longer applies. What it has asked for so far stays on record.
limits-not-a-number = Enter a whole number.
# $least (String)
limits-too-small = Use at least { $least }.
# $most (String)
limits-too-large = Use at most { $most }.
# $most (String)
limits-too-many-days = Choose at most { $most } days.
# $most (String)
limits-too-many-windows = Tick at most { $most } separate periods.
limits-backwards = The end must come after the beginning.
limits-tick-one = Tick at least one hour.
limits-share-not-here = Only a team or everybody can share a limit.
limits-which-not-here = This limit cannot apply to these meetings. Choose others.
# $max (Number)
limits-full = There are already { $max } limits. End one first.
# $name (String)
# $date (String)
limits-written-by = Added by { $name } on { $date }
# $name (String) - who
# $date (String) - when
limits-changed-by = Changed by { $name } on { $date }
# $date (String)
limits-written-on = Added on { $date }
# $date (String)
limits-ended-on = Ended on { $date }
limits-stale-theirs = Saved now
limits-stale-yours = Yours
limits-stale-again = Your version is still in the form. Save again to replace what is saved.
limits-stale-end = This limit was changed after you opened it. Read it, then end it if you still want to.

## The trial

# $when (String) - such as in quarter 3 of 2026
# $asked (Number)
# $meetings (Number)
# $customers (Number)
limits-trial-result = Tried { $when }: it would have asked { $asked ->
    [one] once
   *[other] { $asked } times
} in { $meetings ->
    [one] one meeting
   *[other] { $meetings } meetings
}, { $customers } of them with customers.
# $asked (Number)
# $meetings (Number)
limits-trial-upcoming = { $asked } of { $meetings } upcoming meetings exceed it. They stay as they are.
limits-trial-impossible = This kind of limit cannot be tried on the past, because no record is kept of which external calendars could be read then.
limits-trial-today = Working hours and selling time are taken as people have set them today; earlier settings are not kept.
limits-trial-hidden = A meeting between colleagues
limits-back-to-form = Back to the form
limits-why = Why
limits-with-customer = Customer

## Customers and their class

limits-customers-title = Customers and their class
limits-customers-lead = How close a customer is to buying decides how often they may be met.
limits-customers-none = There are no customers yet. They appear when they are invited to a meeting.
limits-customer = Customer
limits-class = Class
limits-class-none = Not set
limits-class-saved = The class is saved.

## Settings of planning

limits-planning-title = Planning rules
limits-planning-saved = The planning rules are saved.
limits-planning-stale = What you typed is still in the form. Save again to replace what is saved.
limits-planning-theirs = See what is saved
limits-planning-exceptions = Exceptions
limits-quota = Own exceptions per quarter
limits-quota-hint = This many times a quarter, one’s own reason is enough. After that, approval is needed.
limits-approval-hours = Hours to wait for an approval
limits-approval-hint = The wait ends an hour before the meeting at the latest.
limits-optional-counts = Also count time for those who are only welcome and have not answered
limits-ends-early = End new meetings ahead of the half or full hour
limits-ends-early-hint = 25 minutes for 30, 40 for 45, 50 for 60, so that people get to what is next. Whoever plans can choose another length.
limits-planning-times = Proposed times
limits-increment = Time between start times
limits-lead-time = At least this far ahead
limits-horizon = At most this many days ahead
limits-horizon-working = Count working days only
limits-purposes-title = Planning by purpose
limits-purposes-lead = What differs for meetings of one purpose. Empty fields are as for all meetings. Of the minutes kept free around a meeting, the larger holds: those of its purpose or of its format.
limits-purposes-usual = As for all
limits-purposes-step = Step
limits-purposes-notice = Ahead, at least (such as 2 h)
limits-purposes-days = Days ahead, at most
limits-planning-buffers = Minutes kept free
limits-buffers-hint = Around each meeting, depending on the format. Customers never see them.
limits-buffer-before = Minutes before
limits-buffer-after = Minutes after
limits-planning-rates = What an hour costs
limits-currency = Currency
limits-bands = Groups and their cost per hour
limits-bands-hint = One group per line, for example Sellers: 70. Never a single person.
# $line (String)
limits-bad-band = Enter a name, a colon and a whole number, each name once: { $line }
# $max (Number)
limits-too-many-bands = Use at most { $max } groups.

## Help, the audit log, and the set-up

help-load-title = What counts as meeting load
help-load-counts = Meeting load is the time you give to meetings that have been sent. It counts for those who are needed, and for those who are welcome once they have accepted. It does not count for those who decline or are only kept informed.
help-load-periods = A meeting belongs to the day, week, month or quarter in which it starts, in the company’s time zone. Weeks begin on Monday and have ISO numbers. Meetings with customers within 30 days are counted across all sellers.
help-load-decides = Limits can apply to everybody, a team, a person, a class of customers or one customer. All that apply to a meeting are shown, and the strictest decides.
help-load-passing = When a limit is exceeded, Sparsam says so, asks for confirmation, a reason or an approval, or refuses the meeting. A limit that cannot be checked also refuses it. Exceptions stay on record.
help-load-changes = Making a meeting shorter or smaller is always allowed. A new or lower limit never cancels a meeting; it only shows which ones exceed it.
audit-kind-rule = Limit
audit-kind-policy = Planning rules
audit-kind-account = Customer
audit-rule-created = Added a limit
audit-rule-changed = Changed a limit
audit-rule-ended = Ended a limit
audit-policy-saved = Changed the planning rules
audit-account-classified = Set how close a customer is to buying
setup-limit-legend = A limit on internal meetings
setup-limit-hint = You can change it at any time under Limits.
setup-limit-calm = Calm: at most 6 h a week
setup-limit-normal = Normal: at most 8 h a week
setup-limit-later = Decide later
# $max (Number) - how many of one's own
limits-own-full = You have already set { $max } limits for yourself. End one first.
limits-own-level = For yourself you can choose up to “Ask for confirmation”. What asks for reasons or approval, or refuses, is set by those who lead you.
limits-own-no-room = There is no room for more limits that people set for themselves. Ask an administrator to end some.
limits-own-weaker = A built-in limit already asks for more. Choose at least the same.
