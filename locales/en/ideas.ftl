## Points that people suggest

# $title (String) - title of the meeting
idea-title = Suggested points for “{ $title }”
idea-open = Waiting for a decision
idea-none = Nobody has suggested a point.
idea-backlog = For later dates
idea-suggest = Suggest a point
idea-note = Why (optional)
idea-send = Suggest it
idea-accept = Put on the agenda
idea-take-up = Put on this agenda
idea-decline = Decline
idea-drop = Drop
idea-put-off = Keep for a later date
idea-decided = Decided
idea-accepted = On the agenda
idea-declined = Declined
# $most (String) - a length of time
idea-too-long = At most { $most }.
# $minutes (Number) - how long to wait
idea-slow = { $minutes ->
    [one] You have suggested several points in a short while. Try again in one minute.
   *[other] You have suggested several points in a short while. Try again in { $minutes } minutes.
}
idea-enough = Five of your suggestions wait for a decision already.
idea-done = Suggested. The organizer decides.
idea-done-declined = Declined.
idea-done-later = Kept for a later date of the series.
idea-done-decided = This is decided already.
idea-done-full = The agenda is full.
# $count (Number) - suggested points
idea-waiting = { $count ->
    [one] One suggested point
   *[other] { $count } suggested points
}
idea-link = Suggest a point
point-next-move = Move to the next date
point-next-copy = Copy to the next date
point-stays = There is no next date with room on its agenda, or limits do not let this one go without the point. It stays where it is.
audit-meeting-idea-made = Suggested a point
audit-meeting-idea-declined = Declined a suggested point
audit-meeting-idea-put-off = Kept a suggested point for later
idea-keep = Keep for a later date
idea-taken-off = Was on the agenda
idea-done-crowded = The backlog of the series is full. Take up or drop something first.
# $name (String) - the organizer
idea-who-decides = { $name } decides whether it is taken up.
point-next = The next date
point-next-hint = Moved, the point takes everything along. Copied, it takes its targets and links, without notes, figures and thanks.
idea-made-by-link = Your suggestion has been passed on.
# $count (Number) - suggested points
# $title (String) - the meeting
my-week-ideas = { $count ->
    [one] A point is suggested for { $title }
   *[other] { $count } points are suggested for { $title }
}
