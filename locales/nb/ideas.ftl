idea-title = Foreslåtte saker til «{ $title }»
idea-open = Venter på avgjørelse
idea-none = Ingen forslag venter.
idea-backlog = Til senere datoer
idea-suggest = Foreslå en sak
idea-note = Hvorfor (valgfritt)
idea-send = Foreslå
idea-accept = Sett opp på sakslisten
idea-take-up = Sett opp på denne sakslisten
idea-decline = Avslå
idea-drop = Fjern
idea-put-off = Spar til en senere dato
idea-decided = Avgjort
idea-accepted = På sakslisten
idea-declined = Avslått
idea-too-long = Høyst { $most }.
idea-slow = { $minutes ->
    [one] Du har foreslått flere saker på kort tid. Prøv igjen om ett minutt.
   *[other] Du har foreslått flere saker på kort tid. Prøv igjen om { $minutes } minutter.
}
idea-enough = Fem av forslagene dine venter allerede på avgjørelse. Du kan foreslå mer når ett av dem er avgjort.
idea-done = Forslaget er sendt. Den møteansvarlige avgjør om saken tas opp.
idea-done-declined = Saken tas ikke opp.
idea-done-later = Saken er spart til en senere dato i serien.
idea-done-decided = Dette er allerede avgjort.
idea-done-full = Sakslisten er full. Fjern en sak fra den først.
idea-waiting = { $count ->
    [one] Én foreslått sak
   *[other] { $count } foreslåtte saker
}
idea-link = Foreslå en sak
point-next-move = Flytt til neste dato
point-next-copy = Kopier til neste dato
point-stays = Saken blir stående. Møtet er over eller avlyst, neste dato mangler eller har en full saksliste, eller så tillater en grense ikke at denne datoen blir uten saken.
audit-meeting-idea-made = Foreslo en sak
audit-meeting-idea-declined = Avslo en foreslått sak
audit-meeting-idea-put-off = Sparte en foreslått sak til senere
idea-keep = Spar til en senere dato
idea-taken-off = Sto på sakslisten
idea-done-crowded = Det er ikke plass til flere saker til senere datoer. Sett opp en på sakslisten eller fjern en først.
idea-who-decides = { $name } avgjør om saken tas opp.
point-next = Neste dato
point-next-hint = Hvis du flytter saken, følger alt med. Hvis du kopierer den, følger mål og lenker med, men ikke notater, resultater og takk.
idea-made-by-link = Takk. Forslaget ditt er sendt videre til den møteansvarlige.
my-week-ideas = { $count ->
    [one] Én sak er foreslått til { $title }
   *[other] { $count } saker er foreslått til { $title }
}
