## What happens when a limit is passed

limit-level-inform = Point it out
limit-level-warn = Ask for confirmation
limit-level-reason = Ask for a reason
limit-level-approve = Ask for approval
limit-level-block = Refuse the meeting

# $limit (String) - the limit as a sentence without its full stop
limit-sentence-inform = { $limit }; if exceeded, point it out.
# $limit (String)
limit-sentence-warn = { $limit }; if exceeded, ask for confirmation.
# $limit (String)
limit-sentence-reason = { $limit }; if exceeded, ask for a reason.
# $limit (String)
limit-sentence-approve = { $limit }; if exceeded, ask for approval.
# $limit (String)
limit-sentence-block = { $limit }; if exceeded, refuse the meeting.

## Who has the limit; begins the sentence

limit-holder-each = Everybody
limit-holder-together = Everybody together
# $team (String)
limit-holder-team-each = Each person in { $team }
# $team (String)
limit-holder-team-together = { $team } together
# $name (String)
limit-holder-person = { $name }
# $name (String)
limit-holder-account = { $name }
limit-holder-accounts = Each customer
# $class (String) - how near to buying
limit-holder-class = Each customer of the class “{ $class }”
limit-holder-contacts = Each contact of a customer
# $class (String)
limit-holder-class-contacts = Each contact of customers of the class “{ $class }”
# $name (String)
limit-holder-account-contacts = Each contact at { $name }

## Which meetings; begins the sentence

limit-which-all = Meetings
limit-which-internal = Internal meetings
limit-which-customer = Customer meetings
# $purpose (String)
limit-which-purpose = Meetings with the purpose “{ $purpose }”
# $which (String)
# $team (String)
limit-meetings-team = { $which } in { $team }
# $which (String)
# $name (String)
limit-meetings-person = { $which } with { $name }
# $which (String)
# $class (String)
limit-meetings-class = { $which } with customers of the class “{ $class }”
# $which (String)
# $name (String)
limit-meetings-account = { $which } with { $name }

## Amounts

# $length (String) - such as 8 h
limit-time-all = { $length } of meetings
# $length (String)
limit-time-internal = { $length } of internal meetings
# $length (String)
limit-time-customer = { $length } of customer meetings
# $length (String)
# $purpose (String)
limit-time-purpose = { $length } of meetings with the purpose “{ $purpose }”
# $count (Number)
limit-count-all = { $count ->
    [one] one meeting
   *[other] { $count } meetings
}
# $count (Number)
limit-count-internal = { $count ->
    [one] one internal meeting
   *[other] { $count } internal meetings
}
# $count (Number)
limit-count-customer = { $count ->
    [one] one customer meeting
   *[other] { $count } customer meetings
}
# $count (Number)
# $purpose (String)
limit-count-purpose = { $count ->
    [one] one meeting with the purpose “{ $purpose }”
   *[other] { $count } meetings with the purpose “{ $purpose }”
}
# $count (Number)
limit-count-people = { $count ->
    [one] one person
   *[other] { $count } people
}

## Periods

limit-per-day = per day
limit-per-week = per week
limit-per-month = per month
limit-per-quarter = per quarter
# $day (String) - weekday and date
limit-in-day = on { $day }
# $week (Number)
limit-in-week = in week { $week }
# $month (String) - month and year
limit-in-month = in { $month }
# $quarter (Number)
# $year (String)
limit-in-quarter = in quarter { $quarter } of { $year }

## Limits, without what happens when they are passed

# $holder (String) - who
# $amount (String) - time in meetings or number of meetings
# $period (String) - per what
limit-says-period = { $holder } may have at most { $amount } { $period }
# $holder (String)
# $amount (String) - time in meetings or number of meetings
# $period (String) - per what
limit-says-period-customer = { $holder } may have at most { $amount } { $period }, counted across all sellers
# $meetings (String) - which meetings of whom
# $length (String)
limit-says-length = { $meetings } may take at most { $length }
# $meetings (String)
# $people (String) - such as 7 people
limit-says-people = { $meetings } may need at most { $people }
# $holder (String)
# $amount (String)
# $rest (String) - length of the break
limit-says-back-to-back = { $holder } may have at most { $amount } without a break of at least { $rest }
# $meetings (String)
# $from (String) - time of day
# $to (String) - time of day
limit-says-clock = { $meetings } may not start before { $from } or end after { $to }
# $meetings (String)
# $hours (String) - weekdays with hours
limit-says-windows = { $meetings } may not be held in these hours: { $hours }
# $meetings (String)
# $first (String)
# $last (String)
limit-says-dates = { $meetings } may not be held from { $first } to { $last }
# $meetings (String)
# $day (String)
limit-says-date = { $meetings } may not be held on { $day }
# $meetings (String)
# $length (String)
limit-says-notice = { $meetings } must be sent at least { $length } before they start
# $holder (String)
# $amount (String) - number of meetings
# $days (Number)
limit-says-contacts = { $holder } may have at most { $amount } within any { $days } days, counted across all sellers
# $meetings (String)
# $people (String)
# $length (String)
limit-says-agenda = { $meetings } of more than { $people } or longer than { $length } need an agenda
# $holder (String)
# $amount (String)
limit-says-ahead = { $holder } may lead at most { $amount } still to come
# $meetings (String)
limit-says-overlap = { $meetings } may not clash with other meetings or busy time of those who are needed
# $meetings (String)
limit-says-off-hours = { $meetings } may not be outside the working hours of those who are needed
# $meetings (String)
limit-says-holidays = { $meetings } may not fall on public holidays of those who are needed
# $meetings (String)
limit-says-selling = { $meetings } may not be in the protected selling time of those who are needed
# $meetings (String)
limit-says-unknown = { $meetings } may not be held while the external calendar of somebody who is needed cannot be read

## How a meeting stands with a limit

# $name (String)
limit-about-person = { $name }
# $name (String)
limit-about-contact = { $name }
# $name (String)
limit-about-account = { $name }
# $name (String)
limit-about-team = { $name } together
limit-about-organization = Everybody together
# $who (String)
# $amount (String)
# $period (String) - such as in week 48
# $limit (String)
limit-reading-period = { $who } has { $amount } { $period } with this meeting. The limit is { $limit }.
# $length (String)
# $limit (String)
limit-reading-length = The meeting takes { $length }. The limit is { $limit }.
# $people (String)
# $limit (String)
limit-reading-people = The meeting needs { $people }. The limit is { $limit }.
# $who (String)
# $amount (String)
# $limit (String)
limit-reading-back-to-back = { $who } has { $amount } without a break with this meeting. The limit is { $limit }.
# $length (String)
# $least (String)
limit-reading-notice = The meeting would be sent { $length } before it starts. At least { $least } is needed.
# $who (String)
# $amount (String)
# $days (Number)
# $limit (String)
limit-reading-contacts = { $who } has { $amount } within { $days } days with this meeting. The limit is { $limit }.
# $people (String)
# $length (String)
limit-reading-agenda-missing = The meeting has no agenda. One is needed with more than { $people } or more than { $length }.
limit-reading-agenda-there = The meeting has an agenda where one is needed.
# $who (String)
# $amount (String)
# $limit (String)
limit-reading-ahead = { $who } leads { $amount } still to come with this one. The limit is { $limit }.
# $name (String)
# $part (String) - what about the meeting, without a full stop
limit-reading-of = { $name }: { $part }.
# $part (String)
limit-reading-part = { $part }.
# $length (String) - part of the meeting
limit-part-overlap = { $length } of the meeting clashes with other meetings or busy time
# $length (String)
limit-part-off-hours = { $length } of the meeting is outside working hours
# $length (String)
limit-part-holidays = { $length } of the meeting is on a public holiday or half day
# $length (String)
limit-part-selling = { $length } of the meeting is in protected selling time
# $length (String)
limit-part-windows = { $length } of the meeting is in hours without meetings
# $length (String)
limit-part-dates = { $length } of the meeting is on days without meetings
# $length (String)
# $from (String)
# $to (String)
limit-part-clock = { $length } of the meeting is before { $from } or after { $to }
limit-part-unknown = an external calendar cannot be read, so nobody knows whether the time is free
limit-part-known = every external calendar could be read
# $reading (String)
limit-reading-flagged = { $reading } It was no less before, so this is allowed.
# $why (String)
limit-reading-unjudged = A limit cannot be checked, so the meeting is not possible: { $why }.
limit-unjudged-rule = it cannot be understood. An administrator can end it
# $name (String)
limit-unjudged-zone = the time zone of { $name } is not known
limit-unjudged-facts = a number is missing, which is an error in Sparsam
limit-unjudged-many = there are more meetings than can be counted

## How near a customer is to buying

limit-class-suspect = Suspect
limit-class-cold = Cold
limit-class-warm = Warm
limit-class-hot = Hot
limit-class-mql = Marketing-qualified
limit-class-sql = Sales-qualified
limit-class-customer = Has bought

limit-name-gone = (no longer exists)
