## Mails that remind of a meeting

reminder-subject-today = I dag { $time }: { $title }
reminder-subject-tomorrow = I morgon { $time }: { $title }
reminder-subject = { $when }: { $title }
reminder-unanswered = Du har inte svarat än. { $name } behöver veta om du kommer.
reminder-reading = Det finns något att läsa före det här mötet. Länkarna står nedan.
reminder-asked = Du har bett om en påminnelse om det här mötet.
reminder-settings = Välj vilka påminnelser du får

## When reminders go out

reminder-title = Påminnelser
reminder-lead = Hur lång tid före ett möte påminnelsen skickas. Den kan gå till alla som kommer om det finns något att läsa, till dem som inte har svarat, och till dem som har bett om påminnelser i sina egna inställningar. Påminnelser väntar på arbetstid om det är mer än 24 timmar kvar till mötet.
reminder-to-reading = Till alla som kommer, om det finns något att läsa
reminder-to-unanswered = Till dem som inte har svarat
reminder-to-asked = Till dem som har bett om det
reminder-none = Ingen påminnelse
reminder-minutes-before = { $count ->
    [one] 1 minut före
   *[other] { $count } minuter före
}
reminder-hours-before = { $count ->
    [one] 1 timme före
   *[other] { $count } timmar före
}
reminder-days-before = { $count ->
    [one] 1 dag före
   *[other] { $count } dagar före
}
reminder-saved = Påminnelserna är sparade.

## Settings of mails

settings-mail-hint = Mejl som kan vänta kommer på din arbetstid.
settings-mail-summary = Sammanfattning
settings-mail-summary-hint = Dina möten, hur nära dina gränser du är och vad som väntar på dig. Skickas när din arbetsdag börjar.
settings-mail-weekly = På måndagar
settings-mail-daily = Varje arbetsdag
settings-mail-never = Inte alls
settings-mail-answers = Svar på mina möten
settings-mail-answers-hint = Svaren finns alltid på mötets sida.
settings-mail-at-once = Varje svar direkt
settings-mail-in-summary = I sammanfattningen
settings-mail-reminders = Påminnelser
settings-mail-reminders-hint = Hur lång tid i förväg de kommer beror på vad mötet är till för. Möten som har flyttats eller ställts in, eller som du har tackat nej till, påminns du inte om. Det som ska läsas före ett möte kommer om du inte väljer inga.
settings-mail-unanswered = Om möten jag inte har svarat på
settings-mail-all = Om alla mina möten
