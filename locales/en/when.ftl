## Dates and times

# $date (String) - a long date
# $time (String) - a time or a span of times
when-date-at-time = { $date }, { $time }

# $day (String) - a date without its year
# $time (String) - a time
when-day-at-time = { $day } { $time }

# $time (String) - a time in running text
when-clock = { $time }

# $number (Number) - week of the year
week-label = Week { $number }

# $number (Number) - week of the year
week-short = w. { $number }

## Lengths of time

# $hours (Number) - whole hours
duration-hours = { $hours } h

# $minutes (Number) - whole minutes
duration-minutes = { $minutes } min

# $hours (Number) - whole hours
# $minutes (Number) - minutes beyond the hours
duration-hours-minutes = { $hours } h { $minutes } min

## Whose time it is

zone-stockholm = Stockholm time
zone-helsinki = Helsinki time
zone-oslo = Oslo time
zone-copenhagen = Copenhagen time
zone-reykjavik = Reykjavik time
zone-london = London time

# $city (String) - the city that names the zone
zone-city = { $city } time
