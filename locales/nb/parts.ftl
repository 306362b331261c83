## Inviting somebody to some points of a meeting only

part-label = Inviteres til
part-until = Til og med
part-whole = Hele møtet
part-point = Bare { $number }. { $title }
part-that-point = Bare den saken
part-gone-choice = En sak som ikke finnes lenger
part-gone = Velg en sak som står på sakslisten, eller hele møtet. Den siste saken kan ikke komme før den første.
part-no-minutes = Sett minutter på sakene, slik at det går an å vite når vedkommende skal komme.
part-outside = Sakene deres får ikke lenger plass i møtet: { $names }. Endre sakslisten, varigheten eller hva de inviteres til.
part-only = bare for { $points }
part-mail = Du er bare invitert til denne delen av møtet.
