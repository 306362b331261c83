## Inside calendar objects

calendar-video = Videokokous
calendar-join = Liity videokokoukseen
calendar-agenda = Esityslista
calendar-minutes = min
calendar-everyone = kaikki
calendar-cancelled = Peruttu
calendar-removed = Sinua ei enää tarvita
calendar-page = Vastaus ja tiedot
