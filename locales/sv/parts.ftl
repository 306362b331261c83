## Inviting somebody to some points of a meeting only

part-label = Bjuds in till
part-until = Till och med
part-whole = Hela mötet
part-point = Bara { $number }. { $title }
part-that-point = Bara den punkten
part-gone-choice = En punkt som inte finns kvar
part-gone = Välj en punkt som står på dagordningen, eller hela mötet. Den sista punkten får inte komma före den första.
part-no-minutes = Ange minuter för punkterna, så att det går att veta när personen ska komma.
part-outside = Deras punkter ryms inte längre i mötet: { $names }. Ändra dagordningen, längden eller vad de bjuds in till.
part-only = bara för { $points }
part-mail = Du är bara inbjuden till den här delen av mötet.
