## E-post: godkjenninger

approval-mail-subject-asked = Du må ta stilling: { $title }, { $when }
approval-mail-subject-approved = Godkjent: { $title }, { $when }
approval-mail-subject-declined = Avslått: { $title }, { $when }
approval-mail-subject-expired = Ikke avgjort i tide: { $title }, { $when }
approval-mail-subject-withdrawn = Endret i mellomtiden: { $title }, { $when }
approval-mail-asked = { $name } ber deg godkjenne et møte som overskrider grenser. Ingen er invitert ennå; tiden holdes av til du har avgjort det.
approval-mail-asked-change = { $name } ber deg godkjenne en endring av et møte som overskrider grenser. Møtet blir stående som det er til du har avgjort det.
approval-mail-approved = { $name } har godkjent møtet. Invitasjonene er på vei.
approval-mail-approved-change = { $name } har godkjent endringen. Alle det gjelder, får beskjed.
approval-mail-declined = { $name } har avslått møtet. Ingen er invitert, tiden er ledig igjen, og planen ligger blant utkastene dine.
approval-mail-declined-change = { $name } har avslått endringen. Møtet blir stående som det var.
approval-mail-expired = { $name } rakk ikke å avgjøre det i tide. Ingen er invitert, tiden er ledig igjen, og planen ligger blant utkastene dine.
approval-mail-expired-change = { $name } rakk ikke å avgjøre det i tide. Møtet blir stående som det var.
approval-mail-withdrawn = { $name } har endret møtet, så forespørselen din gjelder ikke lenger. Se på møtet slik det er nå, og spør igjen hvis det fortsatt trengs.
approval-mail-decide = Avgjør
approval-mail-open = Åpne møtet
approval-mail-until = Avgjør det før { $when } ({ $zone }). Lenken virker én gang og bare for deg.

## Godkjenninger: hva det spørres om

approval-passed = Grenser som overskrides
approval-reason = Begrunnelsen: { $reason }
approval-stands = Opprinnelig tid: { $when }
approval-title = Godkjenning: { $title }
approval-asked-by = { $name } spurte, { $when }
approval-now = Slik det er nå
approval-now-nothing = Ingen grense overskrides lenger.
approval-until = Avgjør det før { $when }. Ellers blir tiden ledig igjen.
approval-note = Melding til { $name } (valgfritt)
approval-approve = Godkjenn
approval-decline = Avslå
approval-choose = Velg om du godkjenner eller avslår.
approval-own = Du har selv bedt om det eller planlegger møtet, så noen andre avgjør det.
approval-worse = Tallene har endret seg siden forespørselen ble sendt. Se på dem og avgjør på nytt.
approval-blocked = En grense stopper nå møtet. Det kan bare avslås.
approval-as = Du avgjør som { $name }.
approval-done-approved = Godkjent. Alle det gjelder, får beskjed.
approval-done-declined = Avslått. { $name } får beskjed.
approval-decided-by = { $name }, { $when }
approval-state-open = Venter
approval-state-approved = Godkjent
approval-state-declined = Avslått
approval-state-expired = Ikke avgjort i tide
approval-state-withdrawn = Trukket tilbake

## Godkjenninger: lister

approvals-title = Godkjenninger
approvals-waiting = Venter på deg
approvals-waiting-none = Ingenting venter på avgjørelsen din.
approvals-asked = Forespørslene dine
approvals-asked-none = Du har ikke bedt om noen godkjenning.
approvals-matter = { $name } ber om godkjenning: { $title }

## Godkjenninger: på møtets side

approval-waits = Venter på { $name } til { $when }
approval-waits-plan = Ingen er invitert ennå. Tiden holdes av.
approval-waits-change = Møtet blir stående som det er til da.
approval-proposed = Foreslått tid
approval-withdraw = Trekk tilbake
approval-change-it = Endre
approval-done-asked = { $name } er spurt. Til da får ingen andre beskjed, og tiden holdes av.
approval-done-withdrawn = Forespørselen er trukket tilbake, og tiden er ledig igjen.
approval-override-own = { $name }, { $when }
approval-override-allowed = { $name }, godkjent av { $approver }, { $when }
approval-nobody = Dette krever godkjenning, og ingen andre kan gi den. Be en administrator utnevne en leder for teamet.

## Logg: godkjenninger

audit-meeting-approval-asked = Ba om godkjenning
audit-meeting-approved = Godkjente
audit-meeting-approval-declined = Avslo godkjenning
audit-meeting-approval-expired = Godkjenning kom ikke i tide
audit-meeting-approval-passed-on = Spurte en annen om godkjenning
audit-meeting-approval-withdrawn = Trakk forespørselen tilbake
