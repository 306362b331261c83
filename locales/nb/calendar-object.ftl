## Inside calendar objects

calendar-video = Videomøte
calendar-join = Bli med i videomøtet
calendar-agenda = Saksliste
calendar-minutes = min
calendar-everyone = alle
calendar-cancelled = Avlyst
calendar-removed = Du trengs ikke lenger
calendar-page = Svar og detaljer
calendar-reading = Å lese på forhånd
