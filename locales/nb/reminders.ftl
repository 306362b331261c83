## Mails that remind of a meeting

reminder-subject-today = I dag { $time }: { $title }
reminder-subject-tomorrow = I morgen { $time }: { $title }
reminder-subject = { $when }: { $title }
reminder-unanswered = Du har ikke svart ennå. { $name } trenger å vite om du kommer.
reminder-reading = Det er noe å lese før dette møtet. Lenkene står nedenfor.
reminder-asked = Du har bedt om å bli minnet på dette møtet.
reminder-settings = Velg hvilke påminnelser du får

## When reminders go out

reminder-title = Påminnelser
reminder-lead = Hvor lang tid før et møte påminnelsen sendes. Den kan gå til alle som kommer hvis det er noe å lese, til dem som ikke har svart, og til dem som har bedt om påminnelser i sine egne innstillinger. Påminnelser venter på arbeidstid hvis det er mer enn 24 timer igjen til møtet.
reminder-to-reading = Til alle som kommer, hvis det er noe å lese
reminder-to-unanswered = Til dem som ikke har svart
reminder-to-asked = Til dem som har bedt om det
reminder-none = Ingen påminnelse
reminder-minutes-before = { $count ->
    [one] 1 minutt før
   *[other] { $count } minutter før
}
reminder-hours-before = { $count ->
    [one] 1 time før
   *[other] { $count } timer før
}
reminder-days-before = { $count ->
    [one] 1 dag før
   *[other] { $count } dager før
}
reminder-saved = Påminnelsene er lagret.

## Settings of mails

settings-mail-hint = E-post som kan vente, kommer i arbeidstiden din.
settings-mail-summary = Sammendrag
settings-mail-summary-hint = Møtene dine, hvor nær grensene du er, og hva som venter på deg. Sendes når arbeidsdagen din begynner.
settings-mail-weekly = På mandager
settings-mail-daily = Hver arbeidsdag
settings-mail-never = Ikke i det hele tatt
settings-mail-answers = Svar på møtene mine
settings-mail-answers-hint = Svarene finnes alltid på møtesiden.
settings-mail-at-once = Hvert svar med en gang
settings-mail-in-summary = I sammendraget
settings-mail-reminders = Påminnelser
settings-mail-reminders-hint = Hvor lang tid i forveien de kommer, avhenger av hva møtet er til for. Møter som er flyttet eller avlyst, eller som du har sagt nei til, blir du ikke minnet på. Det som skal leses før et møte, kommer med mindre du velger ingen.
settings-mail-unanswered = Om møter jeg ikke har svart på
settings-mail-all = Om alle møtene mine
