## Att föreslå en annan tid: bakom svarslänken

proposal-link = Föreslå en annan tid
proposal-title = En annan tid för ”{ $title }”
proposal-planned = Planerad tid
proposal-lead = De här tiderna passar de andra. Ditt val går till { $name }, som bestämmer. Till dess gäller den planerade tiden.
proposal-times = Tider som passar de andra
proposal-none = Det finns ingen annan tid de närmaste veckorna som passar alla.
proposal-otherwise = Passar ingen tid? Svara nej och skriv i svaret när du kan.
proposal-to-answer = Tillbaka till svaret
proposal-send = Föreslå den här tiden
proposal-taken = Den tiden passar inte längre de andra. Välj en av de här.
proposal-taken-none = Den tiden passar inte längre de andra, och just nu finns ingen annan.
proposal-slow = { $minutes ->
    [one] Du har lämnat flera förslag på kort tid. Försök igen om en minut.
   *[other] Du har lämnat flera förslag på kort tid. Försök igen om { $minutes } minuter.
}
proposal-own = Ditt förslag
proposal-own-open = { $name } har inte bestämt sig än.
proposal-own-declined = { $name } behåller den planerade tiden.
proposal-withdraw = Ta tillbaka förslaget

## Att skicka sitt inlägg i stället för att delta

input-link = Skicka mina synpunkter i stället
input-title = Dina synpunkter på ”{ $title }”
input-lead = Du svarar nej, och det du skriver här finns på plats när de andra träffas.
input-point = Om vilken punkt
input-whole = Hela mötet
input-whole-customer = Hela mötet
input-body = Dina synpunkter
input-body-hint = Några rader räcker.
input-send = Skicka och svara nej
input-own = Det du har skickat skriftligt
input-heading = Skickat skriftligt
input-about = Om ”{ $point }”

## Föreslagna tider på mötets sida

proposals-heading = Föreslagna tider
proposals-by = { $name }, { $when }
proposals-by-mail = { $name }, via mejl, { $when }
proposals-fits = Inom alla gränser
proposals-passes = Gränser överskrids
proposals-busy = Upptagna då: { $names }
proposals-gone = Tiden har redan passerat
proposals-accept = Flytta mötet hit
proposals-decline = Avböj
proposals-earlier = Tidigare förslag
proposals-accepted = Godtaget
proposals-declined = Avböjt
proposals-overtaken = Inaktuellt
proposals-done-declined = Avböjt. Den som föreslog tiden får besked.
proposals-done-over = Förslaget är redan avgjort, eller så har tiden passerat.

## Mejl om föreslagna tider

proposal-mail-subject-offered = Annan tid föreslagen: { $title }, { $when }
proposal-mail-subject-declined = Tiden gäller: { $title }, { $when }
proposal-mail-offered = { $name } föreslår en annan tid. Tills du har bestämt gäller den planerade tiden.
proposal-mail-declined = Tiden som du föreslog passar inte { $name }. Den planerade tiden gäller fortfarande.
proposal-mail-planned = Planerad tid: { $when }
proposal-mail-suggested = Ditt förslag: { $when }
proposal-mail-decide = Bestäm
proposal-mail-answer = Svara

## Granskningslogg: förslag och inlägg

audit-meeting-proposal-made = Föreslog en annan tid
audit-meeting-proposal-accepted = Godtog en föreslagen tid
audit-meeting-proposal-declined = Avböjde en föreslagen tid
audit-meeting-proposal-withdrawn = Tog tillbaka ett tidsförslag
audit-meeting-input-sent = Skickade skriftliga synpunkter
my-week-proposal = { $name } föreslår en annan tid för { $title }
