## The page

numbers-title = Numbers
numbers-people = Sellers
numbers-period = Period
# $months (Number)
numbers-months = The last { $months } months
numbers-met = Only with a meeting about
numbers-met-any = All, with or without meetings
numbers-nothing = There is nothing to count in this period.
numbers-more = The first hundred rows. The CSV has all of them.
numbers-too-many = That is more than can be taken together. Choose a shorter period, a team or one seller.
numbers-total = Together
numbers-share = Share
numbers-unsaid = Not stated

## At a glance

numbers-summary = At a glance
numbers-figure = Figure
numbers-value = Value
numbers-counted = Counted
numbers-definition = What it says
# $part (String)
# $whole (String)
numbers-of = { $part } of { $whole }
numbers-won = Won
numbers-won-how = Opportunities that were won in the period. Those that are followed up by now are among them.
numbers-lost = Lost
numbers-lost-how = Opportunities that were lost in the period.
numbers-rate = Win rate
numbers-rate-how = Those that were won, of all that were won or lost.
# $currency (String)
numbers-average-in = Average deal, { $currency }
# $currency (String)
numbers-sum-in = Won, { $currency }
numbers-average-how = The value of what was won, divided by its number. Opportunities without a value are left out; currencies are never added up.
numbers-cycle-median = Days to win, median
numbers-cycle-median-how = From the first stage to won. As many took less as took more.
numbers-cycle-mean = Days to win, mean
numbers-cycle-mean-how = The average of the same days. A few that took very long raise it.
numbers-retention = Retention
# $months (Number)
numbers-retention-how = Customers who bought in the { $months } months before this period, and the share of them who bought again in it. Counted for the seller of the customer, with and without meetings.
numbers-meetings-each = Meetings per won deal
numbers-meetings-each-how = Meetings about opportunities that were won, up to the day they were won, divided by the number that were won. An opportunity that no meeting is linked to counts as none.

## Forecast

# $currency (String)
numbers-forecast-in = Forecast, { $currency }
numbers-forecast-how = Value times likelihood of what is open today, whatever the period. Where nobody has stated a likelihood, that of the stage counts.
numbers-forecast-months-how = Value times likelihood of what is open today, by stage and by the month in which the customer is expected to decide. The last column is the value without likelihood.
numbers-due-past = Overdue
numbers-due-later = Later
numbers-due-unsaid = No date

## The way

numbers-way = Conversion and days by stage
numbers-way-how = Opportunities that left a stage in the period: how many went on to a later stage, went back to an earlier one or were lost, and how many days they had stood there. Conversion is the share that went on. What comes back to a stage and leaves it again is counted each time.
numbers-left = Left it
numbers-on = Went on
numbers-back = Went back
numbers-conversion = Conversion
numbers-days-median = Days, median
numbers-days-mean = Days, mean
numbers-stands-out = What stands out
numbers-longest = Takes longest
numbers-fewest = Fewest go on
numbers-bottlenecks = Bottlenecks by seller and stage
numbers-bottlenecks-how = Stages at which a seller’s opportunities stand at least half as long again, and two days longer, than those of all sellers shown, or at which conversion is at least 20 percentage points lower. From three opportunities on.
numbers-conversion-all = Conversion of all
numbers-days-all = Days of all, median
numbers-slow = Takes longer
numbers-narrow = Fewer go on
numbers-way-of-sellers = Every seller at every stage
numbers-way-of-sellers-how = The table above for each seller, to be read in a spreadsheet.

## What was decided

numbers-sellers = By seller
numbers-sellers-how = What was won and lost in the period, counted for whoever is responsible for the opportunity today.
numbers-sources = By lead source
numbers-sources-how = What was won and lost in the period, by where the lead came from.
numbers-reasons = Why opportunities were lost
numbers-reasons-how = The reasons given for those that were lost in the period.

## Meetings

numbers-meetings = Meetings per won deal
numbers-meetings-how = Meetings that took place about opportunities won in the period, up to the day they were won, by what they were for; divided by the number of opportunities won.
numbers-meetings-for = What for
numbers-meetings-number = Meetings
