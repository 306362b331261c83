## The page

numbers-title = Numbers
numbers-people = Sellers
numbers-period = Period
# $months (Number)
numbers-months = The last { $months } months
numbers-met = Only with a meeting about
numbers-met-any = All, with or without meetings
numbers-nothing = There is nothing to count in this period.
numbers-more = Only the first hundred rows are shown here. The CSV file has them all.
numbers-too-many = This is too much to count at once. Choose a shorter period, a team or one seller.
numbers-total = Total
numbers-share = Share
numbers-unsaid = Not stated

## At a glance

numbers-summary = At a glance
numbers-figure = Figure
numbers-value = Value
numbers-counted = Counted
numbers-definition = What it means
# $part (String)
# $whole (String)
numbers-of = { $part } of { $whole }
numbers-won = Won
numbers-won-how = Opportunities won in the period, including those already at follow-up.
numbers-lost = Lost
numbers-lost-how = Opportunities lost in the period.
numbers-rate = Win rate
numbers-rate-how = The share of all decided opportunities that were won.
# $currency (String)
numbers-average-in = Average deal, { $currency }
# $currency (String)
numbers-sum-in = Won, { $currency }
numbers-average-how = The value of what was won, divided by the number won. Opportunities without a value are left out, and currencies are never added together.
numbers-cycle-median = Days to win, median
numbers-cycle-median-how = From the first stage until it was won. Half took less time, half took more.
numbers-cycle-mean = Days to win, mean
numbers-cycle-mean-how = The average of the same days. A few that took very long push it up.
numbers-retention = Customer retention
# $months (Number)
numbers-retention-how = Customers who bought in the { $months } months before this period, and the share of them who bought again during it. Counted for the customer’s seller, with or without meetings.
numbers-meetings-each = Meetings per won deal
numbers-meetings-each-how = Meetings about opportunities that were won, up to the day they were won, divided by the number that were won. An opportunity with no linked meeting counts as zero meetings.

## Forecast

# $currency (String)
numbers-forecast-in = Forecast, { $currency }
numbers-forecast-how = Value times likelihood of everything open today, whatever the period. Where no likelihood has been entered, the stage’s is used.
numbers-forecast-months-how = Value times likelihood of everything open today, by stage and by the month in which the customer is expected to decide. The last column is the value without likelihood.
numbers-due-past = Overdue
numbers-due-later = Later
numbers-due-unsaid = No date

## The way

numbers-way = Conversion and days by stage
numbers-way-how = Opportunities that left a stage in the period: how many went on to a later stage, went back to an earlier one or were lost, and how many days they had been there. Conversion is the share that went on. An opportunity that comes back to a stage and leaves it again is counted each time.
numbers-left = Left the stage
numbers-on = Went on
numbers-back = Went back
numbers-conversion = Conversion
numbers-days-median = Days, median
numbers-days-mean = Days, mean
numbers-stands-out = What stands out
numbers-longest = Takes longest
numbers-fewest = Fewest go on
numbers-bottlenecks = Bottlenecks by seller and stage
numbers-bottlenecks-how = Stages where a seller’s opportunities stay at least half as long again, and at least two days longer, than those of all sellers shown, or where conversion is at least 20 percentage points lower. At least three opportunities are needed.
numbers-conversion-all = Conversion of all
numbers-days-all = Days of all, median
numbers-slow = Takes longer
numbers-narrow = Fewer go on
numbers-way-of-sellers = Every seller at every stage
numbers-way-of-sellers-how = The table above for each seller, to open in a spreadsheet.

## What was decided

numbers-sellers = By seller
numbers-sellers-how = What was won and lost in the period, counted for the person responsible for the opportunity today.
numbers-sources = By lead source
numbers-sources-how = What was won and lost in the period, by where the lead came from.
numbers-reasons = Why opportunities were lost
numbers-reasons-how = The reasons given for those that were lost in the period.

## Meetings

numbers-meetings = Meetings per won deal
numbers-meetings-how = Meetings held about opportunities won in the period, up to the day they were won, by purpose, divided by the number of opportunities won.
numbers-meetings-for = Purpose
numbers-meetings-number = Meetings
