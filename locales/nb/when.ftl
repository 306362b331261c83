when-date-at-time = { $date } kl. { $time }
when-day-at-time = { $day } kl. { $time }
when-clock = kl. { $time }
week-label = uke { $number }
week-short = uke { $number }

duration-hours = { $hours } t
duration-minutes = { $minutes } min
duration-hours-minutes = { $hours } t { $minutes } min

zone-stockholm = svensk tid
zone-helsinki = finsk tid
zone-oslo = norsk tid
zone-copenhagen = dansk tid
zone-reykjavik = islandsk tid
zone-london = britisk tid
zone-city = tid i { $city }
