## How a meeting stands with limits, beside the form

panel-title = Limits
panel-fits = No limit stands in the way.
panel-other-dates = Limits ask for something on other dates of the series; the list of dates says which.
panel-people = Meeting load
# $before (String) - time or number of meetings now
# $after (String)
# $limit (String)
panel-load = { $before } now, { $after } with this meeting. Limit: { $limit }.
# $left (String)
panel-left = { $left } left
# $over (String)
panel-over = { $over } over the limit
# $name (String)
panel-more = More limits: { $name }
# $count (Number)
panel-others = { $count ->
    [one] One more person
   *[other] { $count } more people
}
panel-level-inform = For information
panel-level-warn = Needs confirmation
panel-level-reason = Needs a reason
panel-level-approve = Needs approval
panel-level-block = Not allowed
panel-tick = I have seen the warnings
panel-reason = Why must this meeting exceed the limit?
panel-reason-hint = At least ten characters. The reason is kept with the meeting.
# $name (String)
panel-approver = { $name } will be asked to approve it. The time is held until then, and nobody else is told.
panel-refused = It cannot be sent like this. Choose another time, fewer people or a shorter meeting.
panel-trades = What would help
panel-trade-agenda = Use the template’s agenda
# $length (String)
panel-trade-shorten = Shorten to { $length }
# $names (String)
panel-trade-optional = Make optional: { $names }
# $when (String)
panel-trade-start = Move to { $when }
# $names (String)
panel-trade-inform = Send only the outcome: { $names }
panel-send-over = Send over the limit…
# $name (String)
panel-send-ask = Ask { $name } for approval
# $used (Number) - exceptions used so far
# $most (Number) - exceptions allowed
panel-exceptions = { $used } of { $most } exceptions used this quarter.
# $used (Number) - exceptions used so far
# $most (Number) - exceptions allowed
panel-exceptions-gone = { $used } of { $most } exceptions used this quarter. This one needs approval.
