## Targets of a team over a quarter

# $number (Number) - quarter of the year
# $year (String) - the year
targets-title = Targets, quarter { $number } of { $year }
# $percent (Number) - how much of the quarter is over
targets-elapsed = { $percent } % of the quarter is over
targets-previous = Previous quarter
targets-next = Next quarter
targets-team = Team
targets-show = Show
targets-lead = What the scorecards of the team’s meetings say: the newest figures, and how they have moved. Only meetings that you see count.
targets-empty = No targets for this quarter. Put a point of the kind “Targets” on the agenda of a meeting and fill in its scorecard.
targets-from = From
targets-link = Targets of the quarter
