idea-title = Föreslagna punkter till ”{ $title }”
idea-open = Väntar på beslut
idea-none = Inga förslag väntar.
idea-backlog = Till senare tillfällen
idea-suggest = Föreslå en punkt
idea-note = Varför (valfritt)
idea-send = Föreslå
idea-accept = Sätt upp på dagordningen
idea-take-up = Sätt upp på den här dagordningen
idea-decline = Avböj
idea-drop = Ta bort
idea-put-off = Spara till ett senare tillfälle
idea-decided = Avgjorda
idea-accepted = På dagordningen
idea-declined = Avböjd
idea-too-long = Högst { $most }.
idea-slow = { $minutes ->
    [one] Du har föreslagit flera punkter på kort tid. Försök igen om en minut.
   *[other] Du har föreslagit flera punkter på kort tid. Försök igen om { $minutes } minuter.
}
idea-enough = Fem av dina förslag väntar redan på beslut. Du kan föreslå mer när något av dem är avgjort.
idea-done = Förslaget är skickat. Den mötesansvariga bestämmer om punkten tas upp.
idea-done-declined = Punkten tas inte upp.
idea-done-later = Punkten är sparad till ett senare tillfälle i serien.
idea-done-decided = Det här är redan avgjort.
idea-done-full = Dagordningen är full. Ta bort någon punkt från den först.
idea-waiting = { $count ->
    [one] En föreslagen punkt
   *[other] { $count } föreslagna punkter
}
idea-link = Föreslå en punkt
point-next-move = Flytta till nästa tillfälle
point-next-copy = Kopiera till nästa tillfälle
point-stays = Punkten står kvar. Mötet är över eller inställt, nästa tillfälle saknas eller har en full dagordning, eller så tillåter en gräns inte att det här tillfället blir utan punkten.
audit-meeting-idea-made = Föreslog en punkt
audit-meeting-idea-declined = Avböjde en föreslagen punkt
audit-meeting-idea-put-off = Sparade en föreslagen punkt till senare
idea-keep = Spara till ett senare tillfälle
idea-taken-off = Stod på dagordningen
idea-done-crowded = Det finns inte plats för fler punkter till senare tillfällen. Sätt upp en på dagordningen eller ta bort en först.
idea-who-decides = { $name } bestämmer om punkten tas upp.
point-next = Nästa tillfälle
point-next-hint = Om du flyttar punkten följer allt med. Om du kopierar den följer mål och länkar med, men inte anteckningar, utfall och tack.
idea-made-by-link = Tack. Ditt förslag har skickats vidare till den mötesansvariga.
my-week-ideas = { $count ->
    [one] En punkt är föreslagen till { $title }
   *[other] { $count } punkter är föreslagna till { $title }
}
