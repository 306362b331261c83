idea-title = Foreslåtte saker til «{ $title }»
idea-open = Venter på avgjørelse
idea-none = Ingen har foreslått noen sak.
idea-backlog = Til senere ganger
idea-suggest = Foreslå en sak
idea-note = Hvorfor (valgfritt)
idea-send = Foreslå
idea-accept = Sett på sakslisten
idea-take-up = Sett på denne sakslisten
idea-decline = Avslå
idea-drop = Stryk
idea-put-off = Spar til en senere gang
idea-decided = Avgjort
idea-accepted = På sakslisten
idea-declined = Avslått
idea-too-long = Høyst { $most }.
idea-slow = { $minutes ->
    [one] Du har foreslått flere saker på kort tid. Prøv igjen om ett minutt.
   *[other] Du har foreslått flere saker på kort tid. Prøv igjen om { $minutes } minutter.
}
idea-enough = Fem av forslagene dine venter allerede på avgjørelse.
idea-done = Foreslått. Arrangøren bestemmer.
idea-done-declined = Avslått.
idea-done-later = Spart til en senere gang i serien.
idea-done-decided = Dette er allerede avgjort.
idea-done-full = Sakslisten er full.
idea-waiting = { $count ->
    [one] Én foreslått sak
   *[other] { $count } foreslåtte saker
}
idea-link = Foreslå en sak
point-next-move = Flytt til neste gang
point-next-copy = Kopier til neste gang
point-stays = Det finnes ingen neste gang med plass på sakslisten, eller grensene tillater ikke at saken tas bort herfra. Den blir stående.
audit-meeting-idea-made = Foreslo en sak
audit-meeting-idea-declined = Avslo en foreslått sak
audit-meeting-idea-put-off = Sparte en foreslått sak til senere
idea-keep = Spar til en senere gang
idea-taken-off = Sto på sakslisten
idea-done-crowded = Seriens liste over sparte saker er full. Ta opp eller stryk noe først.
idea-who-decides = { $name } avgjør om den tas opp.
point-next = Neste gang
point-next-hint = Flyttes saken, følger alt med. Kopieres den, følger mål og lenker med, men ikke notater, resultater og takk.
idea-made-by-link = Forslaget ditt er sendt videre.
my-week-ideas = { $count ->
    [one] Én sak er foreslått til { $title }
   *[other] { $count } saker er foreslått til { $title }
}
