## Points that people suggest

# $title (String) - title of the meeting
idea-title = Suggested points for “{ $title }”
idea-open = Waiting for a decision
idea-none = No suggestions are waiting.
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
    [one] You have suggested several points in a short time. Try again in one minute.
   *[other] You have suggested several points in a short time. Try again in { $minutes } minutes.
}
idea-enough = Five of your suggestions are already waiting for a decision. You can suggest more when one has been decided.
idea-done = The point is suggested. The organiser decides whether it goes on the agenda.
idea-done-declined = This point will not be taken up.
idea-done-later = The point is kept for a later date of the series.
idea-done-decided = This has already been decided.
idea-done-full = The agenda is full. Remove a point from it first.
# $count (Number) - suggested points
idea-waiting = { $count ->
    [one] One suggested point
   *[other] { $count } suggested points
}
idea-link = Suggest a point
point-next-move = Move to the next date
point-next-copy = Copy to the next date
point-stays = The point stays where it is. The meeting is over or cancelled, there is no next date with room on its agenda, or a limit does not allow this date to go without the point.
audit-meeting-idea-made = Suggested a point
audit-meeting-idea-declined = Declined a suggested point
audit-meeting-idea-put-off = Kept a suggested point for later
idea-keep = Keep for a later date
idea-taken-off = Was on the agenda
idea-done-crowded = There is no room for more points for later dates. Put one on the agenda or drop one first.
# $name (String) - the organizer
idea-who-decides = { $name } decides whether it goes on the agenda.
point-next = The next date
point-next-hint = If you move the point, everything in it comes along. If you copy it, targets and links come along, but not notes, figures or thanks.
idea-made-by-link = Thank you. Your suggestion has been passed on to the organiser.
# $count (Number) - suggested points
# $title (String) - the meeting
my-week-ideas = { $count ->
    [one] A point has been suggested for { $title }
   *[other] { $count } points have been suggested for { $title }
}
