## Series: how they repeat

# $interval (Number) - every how many days
series-rule-day = { $interval ->
    [1] Every day
    [2] Every other day
   *[other] Every { $interval } days
}
series-rule-working-day = Every working day
# $interval (Number) - every how many weeks
# $days (String) - the weekdays
series-rule-week = { $interval ->
    [1] Every { $days }
    [2] Every other { $days }
   *[other] Every { $interval } weeks on { $days }
}
# $interval (Number) - every how many months
# $day (Number) - day of the month
series-rule-month-day = { $interval ->
    [1] On day { $day } of every month
    [2] On day { $day } of every other month
   *[other] On day { $day }, every { $interval } months
}
# $which (String) - first, second, third, fourth or last
# $day (String) - the weekday: mon, tue and so on
# $interval (Number) - every how many months
series-rule-month-weekday = On the { $which ->
    [first] first
    [second] second
    [third] third
    [fourth] fourth
   *[other] last
} { $day ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
} of { $interval ->
    [1] every month
    [2] every other month
    [3] every third month
   *[other] every { $interval }th month
}
# $interval (Number) - every how many years
series-rule-year = { $interval ->
    [1] Every year
    [2] Every other year
   *[other] Every { $interval } years
}
# $day (String) - the weekday: mon, tue and so on
series-weekday = { $day ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
}
# $rule (String) - how it repeats
# $time (String) - time of day
# $count (Number) - number of dates
# $until (String) - day of the last one
series-sentence = { $rule } at { $time }, { $count ->
    [one] once
   *[other] { $count } times
}, until { $until }

## Series: planner

series-repeat = Repeats
series-repeat-no = Does not repeat
series-repeat-day = Every day
series-repeat-working-day = Every working day
series-repeat-week = Every week
series-repeat-month-day = Every month on the same day
series-repeat-month-weekday = Every month on the same weekday
series-repeat-month-last-weekday = Every month on the last such weekday
series-repeat-year = Every year
series-interval = How many weeks, months or years apart
series-count = How many times
series-count-hint = A series ends by itself after 13 meetings unless you say otherwise; 60 at most.
series-until = Or until this day
series-also-on = Also on
series-holidays = On public holidays
series-holidays-skip = skip the meeting
series-holidays-move = move it to the next working day
series-holidays-keep = meet anyway
series-dates = Dates
series-skip = Leave out
# $count (Number) - dates
series-skip-stopped = { $count ->
    [one] Leave out the date that limits stop
   *[other] Leave out the { $count } dates that limits stop
}
# $holiday (String) - the holiday
series-date-holiday = { $holiday }: no meeting
# $holiday (String) - the holiday
series-date-moved = moved because of { $holiday }
series-date-impossible = The clocks change at this time, so there can be no meeting.
series-date-stopped = Limits do not allow this date. Leave it out, or change the plan.
series-error-count = Enter a number from 2 to 60.
series-error-interval = Enter a number from 1 to 12.
series-error-few = A series needs at least two dates.
series-error-many = At most 60 dates and three years.
series-error-seats = Too many people for so many dates. Plan a shorter series or invite fewer people.
# $dates (String) - the dates
series-stopped = Limits do not allow these dates as they are: { $dates }. Leave them out below, provide what the limits ask for, or change the plan.
# $dates (String) - days
series-stopped-change = Limits do not allow these dates as they would be: { $dates }. Provide what the limits ask for, leave these dates as they are below, or choose something else.
series-keep = Leave as they are

## Series: one or several dates

series-part = Part of a series
series-all-dates = All dates of the series
series-scope = What does this change?
# $when (String) - the date
series-scope-this = Only { $when }
# $count (Number) - further dates
# $until (String) - day of the last one
series-scope-following = { $count ->
    [0] This date, the last of the series
    [one] This and the following one, on { $until }
   *[other] This and the { $count } following, until { $until }
}
# $count (Number) - all dates to come
series-scope-all = { $count ->
    [one] The one remaining date
   *[other] All { $count } remaining dates
}
series-scope-hint = Dates that have been changed individually stay as they are, unless you change the same thing.
series-clashes = These dates differ from the rest, and changing several dates would replace their own details:
# $when (String) - the date
# $parts (String) - what it has of its own
series-clash = { $when }: { $parts }
series-clash-purpose = purpose
series-clash-title = title
series-clash-place = place
series-clash-guest-list = attendees
series-clash-agenda = agenda
series-other-day = Several dates can only move to another time on the same day. To meet on another weekday or in another rhythm, use Change how it repeats on the page of the series.
# $dates (String) - the days
series-impossible = This time does not exist on { $dates } because the clocks change. Move those dates one by one first.
series-answer-all = This answer applies to all upcoming dates

## Series: its page

# $count (Number) - dates
series-heading-dates = { $count ->
    [one] { $count } date
   *[other] { $count } dates
}
series-date-off = cancelled
series-date-over = over
series-date-own-time = another time than usual
series-continues = Continues an earlier series.

## Series: mails

# $title (String) - the series
# $when (String) - the first date
series-mail-subject-invitation = Invitation to a series: { $title }, from { $when }
# $title (String) - the series
# $when (String) - the next date
series-mail-subject-moved = Series moved: { $title }, next { $when }
# $title (String) - the series
# $when (String) - the next date
series-mail-subject-changed = Series changed: { $title }, next { $when }
# $title (String) - the series
# $when (String) - the next date
series-mail-subject-agenda = New agenda: { $title }, next { $when }
# $title (String) - the series
# $when (String) - the date
series-mail-subject-off = Cancelled: { $title }, { $when }
# $title (String) - the series
series-mail-subject-fewer = Fewer dates: { $title }
# $title (String) - the series
series-mail-subject-cancelled = Series cancelled: { $title }
# $title (String) - the series
series-mail-subject-removed = No longer needed: { $title }
# $organizer (String) - who plans it
series-mail-opening = { $organizer } invites you to a series of meetings.
series-mail-opening-own = You have planned this series. This email puts all its dates in your calendar.
series-mail-opening-continues = It continues the series you know, from this date on.
# $name (String) - who made the change
series-mail-changed = { $name } has changed the series. The dates that are new or different:
# $name (String) - who made the change
series-mail-moved = { $name } has moved these dates. Please answer again.
# $name (String) - who made the change
series-mail-off = { $name } has cancelled these dates. They are removed from your calendar; the others stay.
series-mail-gone = These dates are no longer part of this series or take place without you; the others stay.
# $name (String) - who made the change
series-mail-cancelled = { $name } has cancelled all dates of this series. They are removed from your calendar.
series-mail-removed = You are no longer needed in this series. It goes ahead without you and is removed from your calendar.
series-mail-agenda = Only agendas have changed, on these dates:
# $when (String) - the date as it was
series-mail-date-off = { $when }: cancelled
# $was (String) - the date as it was
# $now (String) - the date as it is
series-mail-date-moved = { $was } → { $now }
series-mail-answer = One answer applies to all dates; on the page you can answer for each one separately.
# $count (Number) - dates that are not listed
series-mail-more = { $count ->
    [one] and one more date
   *[other] and { $count } more dates
}

## Series: what was done

series-audit-planned = Planned the series
series-audit-edited = Changed several dates
series-audit-edited-quietly = Changed several dates without telling people
series-audit-moved = Moved several dates
series-audit-cancelled = Cancelled several dates
series-audit-undone = Undid a change of several dates
# $title (String) - the series
series-mail-subject-goes-on = Series continues differently: { $title }
# $name (String) - who changed it
series-mail-replaced = { $name } has changed this series. The dates you know are removed from your calendar.
series-mail-goes-on = The meetings continue as a new series. Its invitation comes in an email of its own.
series-repeats-button = Change how it repeats
# $title (String) - the series
series-repeats-title = Change how “{ $title }” repeats
series-repeats-now = Until now
series-repeats-from = From which date on
series-repeats-from-hint = Earlier dates stay as they are.
series-repeats-new = From then on
series-repeats-first = First day
series-repeats-effect = What happens
# $moved (Number) - how many dates move
series-repeats-effect-move = { $moved ->
    [one] One date moves to the new rule, with agenda and preparation. Everybody is asked again.
   *[other] { $moved } dates move to the new ones in their order, with agenda and preparation. Everybody is asked again.
}
# $count (Number) - how many dates are called off
series-repeats-effect-off = { $count ->
    [one] One date is cancelled.
   *[other] { $count } dates are cancelled.
}
# $count (Number) - how many dates are added
series-repeats-effect-more = { $count ->
    [one] One date is added.
   *[other] { $count } dates are added.
}
series-repeats-effect-mails = Everybody in the series gets one email that takes the old dates out of their calendar and one with the new series.
# $dates (String) - dates that had been given a time of their own
series-repeats-own-time = These dates were moved individually and get the new time, too: { $dates }.
series-repeats-show = Show the new dates
# $count (Number) - people who are told
series-repeats-send = { $count ->
    [0] Change
    [one] Change and tell one person
   *[other] Change and tell { $count } people
}
series-repeats-done = The series repeats differently from now on.
series-repeats-gone = This date has changed or is over. Look at the dates again.
# $day (String) - a date
series-repeats-earlier = Choose a day after { $day }: that date stays under the old rule.
series-repeats-effect-ends = Leave to go on without an end was given to the old rule. The new series ends with its last date, unless you ask again.
series-repeats-pick = Choose how it repeats.
series-audit-repeated = Changed how the series repeats
