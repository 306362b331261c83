idea-title = Föreslagna punkter till ”{ $title }”
idea-open = Väntar på beslut
idea-none = Ingen har föreslagit någon punkt.
idea-backlog = Till senare tillfällen
idea-suggest = Föreslå en punkt
idea-note = Varför (valfritt)
idea-send = Föreslå
idea-accept = Sätt på dagordningen
idea-take-up = Sätt på den här dagordningen
idea-decline = Avböj
idea-drop = Stryk
idea-put-off = Spara till ett senare tillfälle
idea-decided = Avgjorda
idea-accepted = På dagordningen
idea-declined = Avböjd
idea-too-long = Högst { $most }.
idea-slow = { $minutes ->
    [one] Du har föreslagit flera punkter på kort tid. Försök igen om en minut.
   *[other] Du har föreslagit flera punkter på kort tid. Försök igen om { $minutes } minuter.
}
idea-enough = Fem av dina förslag väntar redan på beslut.
idea-done = Föreslaget. Organisatören bestämmer.
idea-done-declined = Avböjt.
idea-done-later = Sparat till ett senare tillfälle i serien.
idea-done-decided = Det här är redan avgjort.
idea-done-full = Dagordningen är full.
idea-waiting = { $count ->
    [one] En föreslagen punkt
   *[other] { $count } föreslagna punkter
}
idea-link = Föreslå en punkt
point-next-move = Flytta till nästa tillfälle
point-next-copy = Kopiera till nästa tillfälle
point-stays = Det finns inget nästa tillfälle med plats på dagordningen, eller så tillåter gränserna inte att punkten tas bort härifrån. Den ligger kvar.
audit-meeting-idea-made = Föreslog en punkt
audit-meeting-idea-declined = Avböjde en föreslagen punkt
audit-meeting-idea-put-off = Sparade en föreslagen punkt till senare
idea-keep = Spara till ett senare tillfälle
idea-taken-off = Stod på dagordningen
idea-done-crowded = Seriens lista med sparade punkter är full. Ta upp eller stryk något först.
idea-who-decides = { $name } bestämmer om den tas upp.
point-next = Nästa tillfälle
point-next-hint = Flyttas punkten följer allt med. Kopieras den följer mål och länkar med, men inte anteckningar, utfall och tack.
idea-made-by-link = Ditt förslag är skickat vidare.
my-week-ideas = { $count ->
    [one] En punkt är föreslagen till { $title }
   *[other] { $count } punkter är föreslagna till { $title }
}
