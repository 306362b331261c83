when-date-at-time = { $date } kl. { $time }
when-day-at-time = { $day } kl. { $time }
when-clock = kl. { $time }
week-label = vecka { $number }
week-short = v. { $number }

duration-hours = { $hours } tim
duration-minutes = { $minutes } min
duration-hours-minutes = { $hours } tim { $minutes } min

zone-stockholm = svensk tid
zone-helsinki = finsk tid
zone-oslo = norsk tid
zone-copenhagen = dansk tid
zone-reykjavik = isländsk tid
zone-london = brittisk tid
zone-city = tid i { $city }
