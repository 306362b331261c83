## Targets of a team over a quarter

# $number (Number) - quarter of the year
# $year (String) - the year
targets-title = Targets, quarter { $number } of { $year }
# $percent (Number) - how much of the quarter is over
targets-elapsed = { $percent }% of the quarter has passed
targets-previous = Previous quarter
targets-next = Next quarter
targets-team = Team
targets-show = Show
targets-lead = The newest figures on the scorecards of the team’s meetings, and how they have changed. Only meetings that you can see are included.
targets-empty = No targets for this quarter. Add a point of the kind Targets to the agenda of a meeting and fill in its scorecard.
targets-from = From
targets-link = This quarter’s targets
