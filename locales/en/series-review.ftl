## What a series has been worth

series-record-title = What it has achieved
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
review-title = Should “{ $title }” continue?
# $when (String) - the last date
review-ends = The last date is { $when }. The series ends then unless somebody says why it should continue.
review-ended = This series has ended. Nobody said why it should continue.
review-over = This series has ended.
# $aim (String) - what it is for
review-aim-now = Why it continues: { $aim }
review-decide = Decide what happens next
review-question = What should happen next?
# $count (Number) - further dates
# $until (String) - the last of them
review-keep = { $count ->
    [one] Keep it: one more date, on { $until }
   *[other] Keep it: { $count } more dates, until { $until }
}
# $now (String) - shorter length
# $was (String) - length
review-shorten = Make it shorter: { $now } instead of { $was }
review-fewer = Fewer people
review-fewer-who = Who is not needed any more?
# $count (Number) - dates
review-quiet = no agenda point on { $count } dates
# $rule (String) - how it would repeat
review-less = Less often: { $rule }
# $count (Number) - dates still to come
review-stop = { $count ->
    [one] Stop: cancel the one remaining date
   *[other] Stop: cancel the { $count } remaining dates
}
review-aim = Why should it continue?
review-aim-hint = One sentence that everybody in the series will read. If you stop it, say why.
review-aim-missing = Say in one sentence why it should continue, in at least 10 characters.
review-reason-missing = Customers take part. Say why you are stopping.
review-answer-missing = Choose what should happen to the series.
review-nobody = Tick at least one person who is not needed.
review-all = Somebody must be left. Stop the series instead.
# $names (String) - people
review-barred = These people have left or want no more invitations: { $names }. Choose fewer people and tick them.
review-impossible = The series cannot continue like this. Choose something else, or plan a new series.
review-moved = The end of the series has moved in the meantime. Look at it again before you answer.
review-skip = Leave these dates out
review-send = Answer and tell everybody
review-done-renewed = The series continues. Everybody in it will be told.
review-done-stopped = The remaining dates are cancelled. Everybody in the series will be told.
# $title (String) - the series
# $when (String) - the last date
review-matter = “{ $title }” ends on { $when }. Should it continue?
series-audit-renewed = Let the series continue

## Series that end: mails

# $title (String) - the series
# $when (String) - the last date
review-mail-subject = { $title } ends on { $when } unless you renew it
# $title (String) - the series
review-mail-subject-ended = { $title } has ended
# $when (String) - the last date
review-mail-asked = The last date of this series is { $when }. It ends then unless you say in one sentence why it should continue. You can also make it shorter, smaller or less frequent, or stop it now.
# $when (String) - the last date
review-mail-ended = The last date of this series was { $when }. Nobody said why it should continue, so it has ended. To keep meeting, plan a new series.
# $past (Number) - dates that are over
review-mail-record = { $past ->
    [one] What its { $past } date so far has achieved:
   *[other] What its { $past } dates so far have achieved:
}
review-mail-decide = Decide what happens next
review-mail-open = Look at the series
