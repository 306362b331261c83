## Cost groups: who is in which, and what meetings cost

rates-title = Cost groups
# $team (String)
rates-heading = Cost groups of { $team }
rates-intro = What an hour costs is set for groups, never for one person. Administrators see what meetings cost, and managers see it for their own people. Nobody else does.
rates-group = Cost group
rates-none = No group
rates-empty = There are no cost groups yet. Administrators add them, with the currency, in the planning rules.
rates-write = Add cost groups
rates-people = Who is in which group is chosen on the page of each team, or of a single person. A group with a new name begins empty.
rates-saved = The cost groups are saved.
rates-gone = This group no longer exists. Choose another one.
rates-no-currency = No money is shown

## What a meeting costs, in the planner

# $cost (String) - such as 4 200 kr
rates-about = Costs about { $cost }
rates-too-few = No cost is shown: fewer than two of these people have a cost group.
# $count (Number)
rates-unrated = { $count ->
    [one] One person without a cost group is not included.
   *[other] { $count } people without a cost group are not included.
}
# $count (Number)
rates-unled = { $count ->
    [one] One colleague outside your teams is not included.
   *[other] { $count } colleagues outside your teams are not included.
}

## What time costs, on the load page

# $currency (String) - such as SEK
rates-csv-cost = Cost in { $currency }
rates-together = All together

## The audit log

audit-person-rate-band-saved = Chose a cost group
