## Proposed times

times-legend = Proposed times
times-own = Pick my own time
times-own-hint = Enter the date and time below.
times-not-before = Not before
times-not-after = Not after
times-window-hint = For proposed times, such as 9 or 15:30.
times-window-order = Choose a later time here than in the field before it.
times-free = Everybody is free.
# $name (String)
times-missing = { $name } (optional) is busy.
# $name (String)
# $left (String) - longest part of the block that stays
times-selling = Leaves { $left } of a block of selling time in one piece: { $name }.
# $name (String)
times-selling-all = Takes a whole block of selling time: { $name }.
# $name (String)
# $time (String)
times-early = Begins at { $time }, before work: { $name }.
# $name (String)
times-late = Ends after work: { $name }.
# $name (String)
times-off = { $name } is off that day.
# $name (String)
times-lunch = At lunch: { $name }.
# $name (String)
times-tentative = { $name } may be elsewhere.
# $name (String)
# $after (String)
# $limit (String)
times-near = { $name } reaches { $after } of { $limit }.
# $name (String)
times-unknown = An external calendar cannot be read: { $name }.
# $name (String)
times-hours-unknown = Working hours are not known: { $name }.
times-strained = Needs confirmation
# $when (String)
times-taken = { $when } no longer fits. The next best time has been chosen: check it and send again.
# $when (String)
times-taken-none = { $when } no longer fits, and neither does any other time. Below is what would help.
# $date (String)
times-none = No time up to { $date } suits everybody who is needed.
times-binding = The main obstacles
# $name (String)
times-binds-busy = Other meetings and busy time: { $name }
# $name (String)
times-binds-hours = Working hours and days off: { $name }
# $name (String)
times-binds-limit = A limit on meeting load: { $name }
# $name (String)
times-binds-selling = Protected selling time: { $name }
times-binds-notice = The notice that a meeting needs
times-binds-within = The hours you asked for
times-binds-rules = The company’s limits
# $name (String)
times-relax-without = If { $name } is optional
# $length (String)
times-relax-shorter = If it takes { $length }
times-relax-hours = Outside working hours
times-relax-selling = In protected selling time
times-relax-later = Further ahead
