## Inside calendar objects

calendar-video = Videoyhteys
calendar-join = Liity videoyhteyteen
calendar-agenda = Esityslista
calendar-minutes = min
calendar-everyone = kaikki
calendar-cancelled = Peruttu
calendar-removed = Sinua ei enää tarvita
calendar-page = Vastaus ja tiedot
calendar-reading = Luettavaa etukäteen
