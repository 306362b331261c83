## The list of limits

limits-title = Limits
limits-one = Limit
limits-more = More about limits
limits-lead = Limits keep selling time free. Where several limits fit a meeting, the strictest decides, and all are shown.
limits-new = New limit
limits-none = No limit concerns you.
limits-everybody = Everybody
limits-group-teams = Teams
limits-group-people = People
limits-group-customers = Customers
# $date (String)
# $week (Number)
limits-starts = From { $date }, week { $week }
limits-unreadable-title = A limit that cannot be read
limits-unreadable = The words of this limit are not understood. Until it is ended, no meeting can be sent.
limits-clash-title = These limits do not go together
limits-clash-closed = This limit leaves no working hour for meetings.
# $days (Number)
limits-clash-horizon = Times are proposed { $days } days ahead, and this limit asks for more notice.
limits-clash-never = These two can never be met together: no working hour is left that both allow.
limits-clash-pointless = The first never decides anything, because the second is passed whenever it is.
limits-ready-lead = There are no limits yet. Begin with a ready set, which also says how often customers may be met; every limit in it can be changed.
limits-ready-calm = Calm
limits-ready-calm-what = At most 6 h of internal meetings a week, mornings for selling on Mondays and Fridays.
limits-ready-normal = Normal
limits-ready-normal-what = At most 8 h of internal meetings a week, none longer than an hour.
limits-ready-strict = Strict
limits-ready-strict-what = As calm, and what passes a limit needs approval or cannot be sent.
# $name (String)
limits-ready-button = Begin with “{ $name }”
limits-adopted = The limits are on.
limits-created = The limit is saved.
limits-changed = The change is saved.
limits-ended = The limit is ended.
# $count (Number)
limits-passing = { $count ->
    [0] No meeting to come passes it.
    [one] One meeting to come passes it; it stays as it is.
   *[other] { $count } meetings to come pass it; they stay as they are.
}

## Kinds

limits-choose-title = What shall be limited?
limits-kind-minutes = Time in meetings
limits-kind-meetings = Number of meetings
limits-kind-contacts = How often a customer is met
limits-kind-length = Length of a meeting
limits-kind-people = People in a meeting
limits-kind-back-to-back = Meetings without a break
limits-kind-clock = Earliest and latest hour
limits-kind-windows = Hours without meetings
limits-kind-dates = Days without meetings
limits-kind-notice = Time to prepare
limits-kind-agenda = No meeting without an agenda
limits-kind-ahead = Meetings led and still to come
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
limits-field-level = When passed
limits-field-start = Holds from
limits-hour = Hour
limits-share-each = Each person alone
limits-share-together = All together
# $days (Number)
limits-days = { $days } days on end
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
limits-try-upcoming = Meetings to come that pass it
limits-end = End this limit
limits-end-effect = It then asks for nothing any more. What it asked so far stays on the record.
limits-not-a-number = Write a whole number.
# $least (String)
limits-too-small = Use at least { $least }.
# $most (String)
limits-too-large = Use at most { $most }.
# $most (String)
limits-too-many-days = Choose at most { $most } days.
# $most (String)
limits-too-many-windows = Tick at most { $most } separate stretches.
limits-backwards = The end must come after the beginning.
limits-tick-one = Tick at least one hour.
limits-share-not-here = Only teams and everybody can share a limit.
limits-which-not-here = This limit cannot be about these meetings. Choose others.
# $max (Number)
limits-full = There are { $max } limits already. End one first.
# $name (String)
# $date (String)
limits-written-by = Written by { $name } on { $date }
# $date (String)
limits-written-on = Written on { $date }
# $date (String)
limits-ended-on = Ended on { $date }
limits-stale-theirs = Now stored
limits-stale-yours = Yours
limits-stale-again = Your version is still in the form. Save again to replace what is stored.
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
limits-trial-upcoming = { $asked } of { $meetings } meetings to come pass it. They stay as they are.
limits-trial-impossible = This kind of limit cannot be tried on the past, because nobody keeps which outside calendars could be read then.
limits-trial-today = Working hours and selling time are taken as people have set them today; nobody keeps how they once were.
limits-trial-hidden = A meeting of colleagues
limits-back-to-form = Back to the form
limits-why = Why
limits-with-customer = Customer

## Customers and their class

limits-customers-title = Customers and their class
limits-customers-lead = How near a customer is to buying decides how often they may be met.
limits-customers-none = There are no customers yet. They appear when they are invited to a meeting.
limits-customer = Customer
limits-class = Class
limits-class-none = Not said
limits-class-saved = The class is saved.

## Settings of planning

limits-planning-title = Rules of planning
limits-planning-saved = The rules of planning are saved.
limits-planning-stale = What you typed is still in the form. Save again to replace what is stored.
limits-planning-theirs = See what is stored
limits-planning-exceptions = Exceptions
limits-quota = Exceptions of one’s own in a quarter
limits-quota-hint = So many times a quarter one’s own reason is enough. After that it needs approval.
limits-approval-hours = Hours to wait for an approval
limits-approval-hint = It ends an hour before the meeting in any case.
limits-optional-counts = Count time also for those who are only welcome and have not answered
limits-planning-times = Proposed times
limits-increment = They begin every
limits-lead-time = At least so long ahead
limits-horizon = At most so many days ahead
limits-planning-buffers = Minutes kept free
limits-buffers-hint = Around each meeting, by how people meet. Customers never see them.
limits-buffer-before = Minutes before
limits-buffer-after = Minutes after
limits-planning-rates = What an hour costs
limits-currency = Currency
limits-bands = Groups and their cost per hour
limits-bands-hint = One group a line, for example Sellers: 70. Never a single person.
# $line (String)
limits-bad-band = Write a name, a colon and a whole number, each name once: { $line }
# $max (Number)
limits-too-many-bands = Use at most { $max } groups.

## Help, the audit log, and the set-up

help-load-title = What counts as load
help-load-counts = Load is the time you give to meetings that are sent. It counts for those who are needed, and for those who are welcome once they have accepted. Whoever declines gives no time. Those kept informed give none either.
help-load-periods = A meeting belongs to the day, week, month or quarter in which it starts, in the time zone of the company. Weeks begin on Monday and have ISO numbers. Meetings with customers within 30 days are counted over all sellers.
help-load-decides = Limits can hold for everybody, a team, a person, a class of customers or one customer. All that fit a meeting are shown, and the strictest decides.
help-load-passing = When a limit is passed, Sparsam says so, asks for a tick, a reason or an approval, or refuses the meeting. A limit that cannot be checked refuses too. Exceptions stay on the record.
help-load-changes = Making a meeting shorter or smaller is always allowed. A new or lower limit never calls a meeting off; it only shows which ones pass it.
audit-kind-rule = Limit
audit-kind-policy = Rules of planning
audit-kind-account = Customer
audit-rule-created = Wrote a limit
audit-rule-changed = Changed a limit
audit-rule-ended = Ended a limit
audit-policy-saved = Changed the rules of planning
audit-account-classified = Said how near a customer is to buying
setup-limit-legend = A limit on internal meetings
setup-limit-hint = You can change it at any time under Limits.
setup-limit-calm = Calm: at most 6 h a week
setup-limit-normal = Normal: at most 8 h a week
setup-limit-later = Decide later
