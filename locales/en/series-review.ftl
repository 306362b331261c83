## What a series has been worth

series-record-title = What it has been worth
series-record-unknown = not recorded
# $part (Number) - so many
# $all (Number) - of so many
series-record-of = { $part } of { $all }
series-record-held = Held
series-record-attended = Attended
series-record-early = Ended early
series-record-minutes = Time used
# $used (String) - time used
# $planned (String) - time planned
series-record-minutes-of = { $used } of { $planned } planned
series-record-accepted = Answered yes
series-record-outcome = Decisions and actions
# $decisions (Number) - decisions
# $actions (Number) - actions
# $dates (Number) - dates with minutes
# $past (Number) - dates that are over
series-record-outcome-of = { $decisions } and { $actions }, from { $dates } of { $past } dates
series-record-worth = Worth the time
# $score (String) - average from 1 to 5
series-record-worth-of = { $score } of 5
# $score (String) - average of the later half
# $before (String) - average of the earlier half
series-record-worth-trend = { $score } of 5, before that { $before }
# $past (Number) - dates that are over
# $all (Number) - all dates
series-record-early-days = Too early to tell: { $past } of { $all } dates are over.
series-record-cost = Everybody’s time so far
series-record-ahead = Everybody’s time still planned
# $time (String) - time
# $money (String) - what it costs
series-record-money = { $time }, about { $money }
series-record-dots = The last ten dates; a filled dot is one with a decision
# $count (Number) - decisions
series-date-decisions = { $count ->
    [one] { $count } decision
   *[other] { $count } decisions
}
# $count (Number) - actions
series-date-actions = { $count ->
    [one] { $count } action
   *[other] { $count } actions
}
series-date-not-held = not held
series-date-early = ended early
# $part (Number) - who attended
# $all (Number) - of how many that is known
series-date-attended = { $part } of { $all } there

## Series that end

# $title (String) - the series
review-title = Does “{ $title }” go on?
# $when (String) - the last date
review-ends = The last date is { $when }. The series ends then unless somebody says what it should go on for.
review-ended = This series has ended. Nobody said what it should go on for.
review-over = This series has ended.
# $aim (String) - what it is for
review-aim-now = What it goes on for: { $aim }
review-decide = Decide what becomes of it
review-question = What becomes of it?
# $count (Number) - further dates
# $until (String) - the last of them
review-keep = { $count ->
    [one] Keep it: one more date, on { $until }
   *[other] Keep it: { $count } more dates, until { $until }
}
# $now (String) - shorter length
# $was (String) - length
review-shorten = Make it shorter: { $now } in place of { $was }
review-fewer = Fewer people
review-fewer-who = Who is not needed any more?
# $count (Number) - dates
review-quiet = no point for { $count } dates
# $rule (String) - how it would repeat
review-less = Less often: { $rule }
# $count (Number) - dates still to come
review-stop = { $count ->
    [one] Stop: call off the one date still to come
   *[other] Stop: call off the { $count } dates still to come
}
review-aim = What should it go on for?
review-aim-hint = One sentence that everybody in the series reads. When you stop it: why.
review-aim-missing = Say in one sentence what it should go on for, with at least 10 characters.
review-reason-missing = Customers take part. Say why you stop.
review-answer-missing = Choose what becomes of the series.
review-nobody = Tick at least one person who is not needed.
review-all = Somebody must be left. Stop the series instead.
# $names (String) - people
review-barred = These people have left or want no more invitations: { $names }. Choose fewer people and tick them.
review-impossible = The series cannot go on so. Choose something else, or plan a new series.
review-moved = The end of the series has moved meanwhile. Look at it again before you answer.
review-skip = Leave these dates out
review-send = Answer and tell everybody
review-done-renewed = The series goes on. Everybody in it is told.
review-done-stopped = The dates still to come are called off. Everybody in the series is told.
# $title (String) - the series
# $when (String) - the last date
review-matter = “{ $title }” ends on { $when }. Does it go on?
series-audit-renewed = let the series go on

## Series that end: mails

# $title (String) - the series
# $when (String) - the last date
review-mail-subject = { $title } ends on { $when } unless you renew it
# $title (String) - the series
review-mail-subject-ended = { $title } has ended
# $when (String) - the last date
review-mail-asked = The last date of this series is { $when }. It ends then unless you say in one sentence what it should go on for. You can also make it shorter, smaller or rarer, or stop it now.
# $when (String) - the last date
review-mail-ended = The last date of this series was { $when }. Nobody said what it should go on for, so it has ended. To go on meeting, plan a new series.
# $past (Number) - dates that are over
review-mail-record = { $past ->
    [one] What its { $past } date so far was worth:
   *[other] What its { $past } dates so far were worth:
}
review-mail-decide = Decide what becomes of it
review-mail-open = Look at the series
