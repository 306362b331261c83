## Å foreslå et annet tidspunkt: bak svarlenken

proposal-link = Foreslå et annet tidspunkt
proposal-title = Et annet tidspunkt for «{ $title }»
proposal-planned = Planlagt tid
proposal-lead = Disse tidspunktene passer for de andre. Valget ditt går til { $name }, som bestemmer. Til da gjelder den planlagte tiden.
proposal-times = Tidspunkter som passer for de andre
proposal-none = Det finnes ikke noe annet tidspunkt de nærmeste ukene som passer for alle.
proposal-otherwise = Passer ingenting? Svar nei, og skriv i svaret når du kan.
proposal-to-answer = Tilbake til svaret
proposal-send = Foreslå dette tidspunktet
proposal-taken = Det tidspunktet passer ikke lenger for de andre. Velg et av disse.
proposal-taken-none = Det tidspunktet passer ikke lenger for de andre, og akkurat nå finnes det ikke noe annet.
proposal-slow = { $minutes ->
    [one] Du har sendt flere forslag på kort tid. Prøv igjen om ett minutt.
   *[other] Du har sendt flere forslag på kort tid. Prøv igjen om { $minutes } minutter.
}
proposal-own = Forslaget ditt
proposal-own-open = { $name } har ikke bestemt seg ennå.
proposal-own-declined = { $name } beholder den planlagte tiden.
proposal-withdraw = Trekk forslaget

## Å sende innspill i stedet for å delta

input-link = Send innspillet mitt i stedet
input-title = Innspillet ditt til «{ $title }»
input-lead = Du svarer nei, og det du skriver her, ligger klart når de andre møtes.
input-point = Om hvilken sak
input-whole = Hele møtet
input-whole-customer = Hele møtet
input-body = Innspillet ditt
input-body-hint = Noen linjer holder.
input-send = Send og svar nei
input-own = Det du har sendt skriftlig
input-heading = Sendt skriftlig
input-about = Om «{ $point }»

## Foreslåtte tidspunkter på møtesiden

proposals-heading = Foreslåtte tidspunkter
proposals-by = { $name }, { $when }
proposals-by-mail = { $name }, på e-post, { $when }
proposals-fits = Innenfor alle grenser
proposals-passes = Grenser overskrides
proposals-busy = Opptatt da: { $names }
proposals-gone = Tidspunktet er passert
proposals-accept = Flytt møtet hit
proposals-decline = Avslå
proposals-earlier = Tidligere forslag
proposals-accepted = Godtatt
proposals-declined = Avslått
proposals-overtaken = Ikke lenger aktuelt
proposals-done-declined = Avslått. Den som foreslo tidspunktet, får beskjed.
proposals-done-over = Forslaget er allerede avgjort, eller tidspunktet er passert.

## E-post om foreslåtte tidspunkter

proposal-mail-subject-offered = Annet tidspunkt foreslått: { $title }, { $when }
proposal-mail-subject-declined = Tidspunktet står fast: { $title }, { $when }
proposal-mail-offered = { $name } foreslår et annet tidspunkt. Den planlagte tiden gjelder til du har bestemt deg.
proposal-mail-declined = Tidspunktet du foreslo, passer ikke for { $name }. Den planlagte tiden gjelder fortsatt.
proposal-mail-planned = Planlagt tid: { $when }
proposal-mail-suggested = Forslaget ditt: { $when }
proposal-mail-decide = Bestem
proposal-mail-answer = Svar

## Revisjonslogg: forslag og innspill

audit-meeting-proposal-made = Foreslo et annet tidspunkt
audit-meeting-proposal-accepted = Godtok et foreslått tidspunkt
audit-meeting-proposal-declined = Avslo et foreslått tidspunkt
audit-meeting-proposal-withdrawn = Trakk et foreslått tidspunkt
audit-meeting-input-sent = Sendte et skriftlig innspill
my-week-proposal = { $name } foreslår et annet tidspunkt for { $title }
