## Inviting somebody to some points of a meeting only

part-label = Invited to
part-until = Up to and including
part-whole = The whole meeting
# $number (Number) - place in the agenda
# $title (String) - title of the point
part-point = Only { $number }. { $title }
part-that-point = That point only
part-gone-choice = A point that is no longer there
part-gone = Choose a point that is on the agenda, or the whole meeting. The last point must not come before the first.
part-no-minutes = Give these points minutes, so that it is clear when to come.
# $names (String) - one or more names
part-outside = Their points no longer fit into the meeting: { $names }. Change the agenda, the length, or what they are invited to.
# $points (String) - one or more points
part-only = only for { $points }
part-mail = You are invited to this part of the meeting only.
