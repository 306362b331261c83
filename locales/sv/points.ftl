score-heading = Måltavla
score-metric = Mått
score-target = Mål
score-actual = Utfall
score-unit = Enhet
score-due = Nås senast
score-last = Förra gången
score-gap = Gap
score-trend = Trend
score-row = Rad { $n }
score-more = Fler rader
score-save = Spara måltavlan
score-gap-no-target = Inget mål
score-gap-not-known = Ingen siffra än
score-gap-left = { $left } av { $target } kvar
score-gap-reached = Nått
score-gap-beyond = Nått, { $more } över
score-time-today = sista dagen är i dag
score-time-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagar
}
score-time-weeks = { $count ->
    [one] { $count } vecka
   *[other] { $count } veckor
}
score-time-days-late = { $count ->
    [one] { $count } dag försenat
   *[other] { $count } dagar försenat
}
score-time-weeks-late = { $count ->
    [one] { $count } vecka försenat
   *[other] { $count } veckor försenat
}
score-not-a-number = Skriv ett tal, till exempel { $example }.
score-unclear = Det här kan läsas på två sätt. Skriv { $thousands } med mellanslag eller ingenting mellan tusental, eller { $decimals } med två decimaler.
score-too-fine = Skriv högst två decimaler.
score-too-large = Talet är för stort.
score-no-metric = Skriv vad som mäts.
score-twice = ”{ $metric }” finns redan.
score-open-quote = Ett avslutande citattecken saknas.
score-too-many = Högst { $max } rader får plats.
score-line = Rad { $n }:
score-file = Från ett kalkylblad
score-file-hint = En CSV-fil med kolumnerna mått, mål, utfall, enhet och datum, och om du vill ”Lägre är bättre” (ja eller nej). Rader med samma mått fylls i.
score-file-read = Läs filen
score-file-missing = Välj en fil först.
score-file-too-large = Filen är större än 64 kB.
score-file-not-text = Det här är ingen CSV-fil. Spara bladet som CSV och välj den filen.
score-file-empty = Det finns inga rader i filen.
score-file-done = { $count ->
    [one] En rad lästes från filen. Inget är sparat än.
   *[other] { $count } rader lästes från filen. Inget är sparat än.
}
score-plot = { $what }, äldst först: { $figures }
score-last-on = { $figure } den { $day }

point-prepare = Förbered
point-title = Förbered ”{ $title }”
point-notes = Anteckningar för kollegor
point-notes-hint = Syns för kollegor på mötets sida. Skickas aldrig via mejl och visas aldrig för kunder.
point-notes-guidance = Formuleringar att använda med kunder
point-notes-guidance-hint = Bara för kollegor. Hela punkten hålls utanför mejl, kalendrar och kunders sidor.
point-notes-strategy = Bakgrund till beslutet
point-links = Att läsa i förväg
point-links-hint = Adresser som börjar med https://. Alla inbjudna får dem via mejl, även kunder, om punkten inte bara är för kollegor.
point-link-address = Adress { $n }
point-link-label = Vad det är, { $n }
point-save = Spara
point-done = Sparat.
point-stale = Någon annan har sparat under tiden. Det du skrev finns kvar här; den sparade versionen finns på mötets sida. Spara igen för att ersätta den.
point-no-link = Skriv en adress som börjar med https://

thanks-heading = Vem som får tack
thanks-person = Person
thanks-choose = Välj en person
thanks-reason = För vad?
thanks-metric = Siffran bakom (valfritt)
thanks-add = Lägg till
thanks-remove = Ta bort { $name }
thanks-kept = Vem som får tack visas när mötet börjar.
thanks-only-you = Tills mötet börjar syns det här bara för dem som förbereder punkten.
thanks-proposed = Du kan tacka
thanks-never = har inte fått tack än
thanks-since = fick senast tack den { $when }
thanks-customers = { $count } kundmöten de senaste { $days } dagarna
thanks-full = Det finns inte plats för fler tack i den här punkten.
thanks-gone = Personen finns inte kvar här. Välj någon annan.
thanks-done = Tillagt.
thanks-removed = Borttaget.
thanks-list = Uppskattning
thanks-list-lead = Tack som har framförts på möten, de senaste först.
thanks-list-empty = Ingen har fått tack på ett möte än. Lägg till en punkt av typen Uppskattning på en dagordning.
thanks-when = När
thanks-meeting = Möte
thanks-waiting = Längst utan tack
thanks-waiting-lead = Personer i dina team som inte har fått tack de senaste fyra veckorna.

audit-meeting-point-prepared = Förberedde en punkt
audit-meeting-scorecard-saved = Sparade en måltavla
audit-meeting-recognition-added = Lade till ett tack
audit-meeting-recognition-removed = Tog bort ett tack
point-tell = Mejla alla om länkarna nu; annars kommer de med nästa mejl om mötet
point-written = Skicka punkten skriftligt i stället
point-written-title = Skriftligt i stället: { $title }
point-written-lead = Alla i mötet får det här via mejl. Sedan tas punkten bort från dagordningen eller tar mindre tid där.
point-written-words-hint = Det du skulle ha sagt om den; länkar går bra. Högst { $max } tecken.
point-written-keep = Minuter att behålla på dagordningen för frågor
point-written-keep-hint = Lämna tomt för att ta bort punkten från dagordningen.
point-written-keep-less = Skriv mindre än { $length }, eller lämna tomt.
point-written-stopped = En gräns kräver en dagordning för mötet. Behåll några minuter för punkten, eller ändra mötet först.
score-gap-above = { $more } över målet
score-gap-under = Nått, { $less } under
score-less = Lägre är bättre
score-yes-or-no = Skriv ja eller nej.
