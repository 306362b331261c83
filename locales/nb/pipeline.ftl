## Pages

pipeline-title = Salgsmuligheter
pipeline-one = Salgsmulighet
pipeline-new = Legg til salgsmulighet
pipeline-edit = Endre salgsmuligheten
pipeline-views = Visninger
pipeline-list = Liste
pipeline-board = Tavle
pipeline-funnel = Trakt
pipeline-search = Del av tittel eller kunde
pipeline-none = Ingen salgsmuligheter.
pipeline-what = Hva det gjelder
pipeline-what-hint = Med noen få ord, for eksempel: Serviceavtale 2027.
pipeline-account-hint = Skriv navnet på en kunde i listen.
pipeline-no-such-customer = Det finnes ingen kunde med dette navnet. Legg den til først.
pipeline-stage = Fase
pipeline-won = Vunnet
pipeline-lost = Tapt
pipeline-contact = Kontakt
pipeline-no-contact = Ingen bestemt
pipeline-value = Verdi
pipeline-currency = Valuta
pipeline-not-an-amount = Skriv et helt beløp, for eksempel 125 000.
pipeline-likely = Sannsynlighet
pipeline-likely-percent = Sannsynlighet i prosent
pipeline-likely-hint = La stå tomt for å følge fasen. Når fasen endres, tømmes feltet.
pipeline-not-a-percentage = Skriv et tall fra 0 til 100.
pipeline-weighted = Vektet verdi
pipeline-expected = Ventet beslutning
pipeline-since = I denne fasen siden
pipeline-next = Neste steg
pipeline-next-by = Frist
pipeline-next-on = Neste steg { $date }
pipeline-not-yours = Du kan legge til salgsmuligheter for deg selv og dem du leder.
pipeline-created = Salgsmuligheten er lagt til.
pipeline-saved = Salgsmuligheten er lagret.
pipeline-done-moved = Endringen er lagret.

## The way

pipeline-way = Forløp
pipeline-on-to = Videre til: { $stage }
pipeline-move-to = Flytt til
pipeline-move = Flytt
pipeline-moved = Fra { $from } til { $to }
pipeline-began = Begynte i: { $stage }
pipeline-choose = Velg
pipeline-reason = Hvorfor det gikk tapt
pipeline-reason-if-lost = Hvis det er tapt: hvorfor
pipeline-reason-missing = Velg hvorfor det gikk tapt.
pipeline-lost-note = Noen ord om det
pipeline-reason-price = Pris
pipeline-reason-competitor = Kjøpte av noen andre
pipeline-reason-budget = Ikke budsjett
pipeline-reason-no-decision = Ingen beslutning ble tatt
pipeline-reason-timing = Feil tidspunkt
pipeline-reason-no-need = Passer ikke eller trengs ikke
pipeline-reason-silence = Svarer ikke lenger
pipeline-reason-other = Noe annet
pipeline-source = Kilde
pipeline-source-referral = Anbefaling
pipeline-source-list = Liste
pipeline-source-trade-show = Messe
pipeline-source-webinar = Webinar
pipeline-source-web = Nett
pipeline-source-existing = Eksisterende kunde
pipeline-source-lost-deal = Tapt salg
pipeline-source-chat = Chat
pipeline-now-customer = { $name } har kjøpt.
pipeline-make-customer = Merk som kunde
pipeline-forecast = De åpne salgsmulighetene er verdt { $sums }, vektet etter hvor sannsynlig hver av dem er.
pipeline-no-forecast = Ingen åpen salgsmulighet har noen verdi.

## Meetings

pipeline-hint-title = Til neste møte
pipeline-hint = I denne fasen handler møtet om: { $stage }.
pipeline-hint-bring = I denne fasen handler møtet om: { $stage }. Ta gjerne med: { $people }.
pipeline-bring = I denne fasen er det lurt å ta med: { $people }.
pipeline-bring-expert = en teknisk ekspert
pipeline-bring-developer = en utvikler
pipeline-bring-manufacturer = produsenten
pipeline-about = Hvilken salgsmulighet gjelder det?
pipeline-none-chosen = Ingen
pipeline-others = Møter dem også den uken
pipeline-meets = { $name }, { $when }

## The audit log

pipeline-audit-created = La til en salgsmulighet
pipeline-audit-changed = Endret en salgsmulighet
pipeline-audit-moved = Flyttet en salgsmulighet
pipeline-audit-linked = Koblet et møte til en salgsmulighet

## After a meeting

pipeline-sale = Salget
pipeline-what-came-of-it = Hva ble resultatet?
my-week-step = { $step } ({ $name })
my-week-overdue = På tide å møte { $name }
my-week-customers = Kunder å møte snart
my-week-customers-all = Alle det er på tide å møte

## Moves taken back, and dates of series

pipeline-done-undone = Angret. Salgsmuligheten er tilbake i den forrige fasen.
pipeline-done-too-late = Det er for sent å angre: ti minutter er gått, eller salgsmuligheten er endret siden.
pipeline-audit-undone = Angret flytting av en salgsmulighet
pipeline-all-dates = For alle datoene i serien
