## Pages

pipeline-title = Affärsmöjligheter
pipeline-one = Affärsmöjlighet
pipeline-new = Lägg till affärsmöjlighet
pipeline-edit = Ändra affärsmöjligheten
pipeline-views = Vyer
pipeline-list = Lista
pipeline-board = Tavla
pipeline-funnel = Tratt
pipeline-search = Del av rubrik eller kund
pipeline-none = Inga affärsmöjligheter.
pipeline-what = Vad det gäller
pipeline-what-hint = Med några få ord, till exempel: Serviceavtal 2027.
pipeline-account-hint = Skriv namnet på en kund i listan.
pipeline-no-such-customer = Det finns ingen kund med det namnet. Lägg till den först.
pipeline-stage = Fas
pipeline-won = Vunnen
pipeline-lost = Förlorad
pipeline-contact = Kontakt
pipeline-no-contact = Ingen särskild
pipeline-value = Värde
pipeline-currency = Valuta
pipeline-not-an-amount = Skriv ett helt belopp, till exempel 125 000.
pipeline-likely = Sannolikhet
pipeline-likely-percent = Sannolikhet i procent
pipeline-likely-hint = Lämna tomt för att följa fasen. När fasen ändras töms fältet.
pipeline-not-a-percentage = Skriv ett tal från 0 till 100.
pipeline-weighted = Viktat värde
pipeline-expected = Väntat beslut
pipeline-since = I den här fasen sedan
pipeline-next = Nästa steg
pipeline-next-by = Senast
pipeline-next-on = Nästa steg { $date }
pipeline-not-yours = Du kan lägga till affärsmöjligheter för dig själv och för dem du leder.
pipeline-created = Affärsmöjligheten är tillagd.
pipeline-saved = Affärsmöjligheten är sparad.
pipeline-done-moved = Ändringen är sparad.

## The way

pipeline-way = Förlopp
pipeline-on-to = Vidare till: { $stage }
pipeline-move-to = Flytta till
pipeline-move = Flytta
pipeline-moved = Från { $from } till { $to }
pipeline-began = Började i: { $stage }
pipeline-choose = Välj
pipeline-reason = Varför den förlorades
pipeline-reason-if-lost = Om den är förlorad: varför
pipeline-reason-missing = Välj varför den förlorades.
pipeline-lost-note = Några ord om det
pipeline-reason-price = Priset
pipeline-reason-competitor = Köpte av någon annan
pipeline-reason-budget = Ingen budget
pipeline-reason-no-decision = Inget beslut togs
pipeline-reason-timing = Fel tidpunkt
pipeline-reason-no-need = Passar inte eller behövs inte
pipeline-reason-silence = Svarar inte längre
pipeline-reason-other = Något annat
pipeline-source = Källa
pipeline-source-referral = Rekommendation
pipeline-source-list = Lista
pipeline-source-trade-show = Mässa
pipeline-source-webinar = Webbinarium
pipeline-source-web = Webb
pipeline-source-existing = Befintlig kund
pipeline-source-lost-deal = Förlorad affär
pipeline-source-chat = Chatt
pipeline-now-customer = { $name } har köpt.
pipeline-make-customer = Markera som kund
pipeline-forecast = De öppna affärsmöjligheterna är värda { $sums }, viktat efter hur sannolik var och en är.
pipeline-no-forecast = Ingen öppen affärsmöjlighet har något värde.

## Meetings

pipeline-hint-title = Till nästa möte
pipeline-hint = I den här fasen handlar mötet om: { $stage }.
pipeline-hint-bring = I den här fasen handlar mötet om: { $stage }. Ta gärna med: { $people }.
pipeline-bring = I den här fasen är det bra att ta med: { $people }.
pipeline-bring-expert = en teknisk expert
pipeline-bring-developer = en utvecklare
pipeline-bring-manufacturer = tillverkaren
pipeline-about = Vilken affärsmöjlighet gäller det?
pipeline-none-chosen = Ingen
pipeline-others = Träffar dem också den veckan
pipeline-meets = { $name }, { $when }

## The audit log

pipeline-audit-created = Lade till en affärsmöjlighet
pipeline-audit-changed = Ändrade en affärsmöjlighet
pipeline-audit-moved = Flyttade en affärsmöjlighet
pipeline-audit-linked = Kopplade ett möte till en affärsmöjlighet

## After a meeting

pipeline-sale = Affären
pipeline-what-came-of-it = Vad blev resultatet?
my-week-step = { $step } ({ $name })
my-week-overdue = Dags att träffa { $name }
my-week-customers = Kunder att träffa snart
my-week-customers-all = Alla som det är dags att träffa

## Moves taken back, and dates of series

pipeline-done-undone = Ångrat. Affärsmöjligheten är tillbaka i den tidigare fasen.
pipeline-done-too-late = Det är för sent att ångra: tio minuter har gått, eller så har affärsmöjligheten ändrats sedan dess.
pipeline-audit-undone = Ångrade en flytt av en affärsmöjlighet
pipeline-all-dates = För alla datum i serien
