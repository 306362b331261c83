when-date-at-time = { $date } klo { $time }
when-day-at-time = { $day } klo { $time }
when-clock = klo { $time }
week-label = viikko { $number }
week-short = vk { $number }

duration-hours = { $hours } t
duration-minutes = { $minutes } min
duration-hours-minutes = { $hours } t { $minutes } min

zone-stockholm = Ruotsin aikaa
zone-helsinki = Suomen aikaa
zone-oslo = Norjan aikaa
zone-copenhagen = Tanskan aikaa
zone-reykjavik = Islannin aikaa
zone-london = Britannian aikaa
zone-city = aikavyöhyke { $city }
