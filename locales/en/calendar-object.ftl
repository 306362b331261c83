## Inside calendar objects

calendar-video = Video meeting
calendar-join = Join the video meeting
calendar-agenda = Agenda
calendar-minutes = min
calendar-everyone = everyone
calendar-cancelled = Cancelled
calendar-removed = No longer needed
calendar-page = Answer and details
calendar-reading = To read beforehand
