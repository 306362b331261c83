## Inside calendar objects

calendar-video = Videomöte
calendar-join = Anslut till videomötet
calendar-agenda = Dagordning
calendar-minutes = min
calendar-everyone = alla
calendar-cancelled = Inställt
calendar-removed = Du behövs inte längre
calendar-page = Svar och detaljer
calendar-reading = Att läsa i förväg
