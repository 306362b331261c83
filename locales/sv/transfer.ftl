## Importing files

imports-title = Import
imports-lead = Hämta in kunder, kontakter och affärsmöjligheter från ett annat program som CSV-fil. Först ser du vad som skulle hända. Inget ändras förrän du startar importen, och du kan ångra den i 24 timmar.
imports-none = Inga filer än.
imports-discarded = Filen är borttagen.
imports-new = Importera en fil
imports-file = Fil
imports-rows-are = Innehåll
imports-when = När
imports-who = Av
imports-what = Vad finns i filen?
imports-about-accounts = En kund per rad: namn, organisationsnummer, säljare, klass, telefon, adress, anteckningar. Bara namnet krävs.
imports-about-contacts = En person per rad: namn, e-post och kund. Om det är känt även titel, telefon, språk, tidszon och om personen inte vill ha inbjudningar. Kunder som inte finns än läggs till.
imports-about-opportunities = En affärsmöjlighet per rad: vad den gäller och kunden. Om det är känt även kontakt, säljare, fas, källa, värde, sannolikhet, datum och nästa steg. Kunderna måste redan finnas, så importera dem först.
imports-about-people = En kollega per rad: namn och e-post. Om det är känt även roll, team, språk och tidszon. Utan roll blir de medlemmar; chefer leder de team som anges. Ingen får något mejl om du inte väljer det på nästa sida.
imports-doubles-accounts = En kund känns igen på organisationsnumret eller annars på namnet. Stora och små bokstäver spelar ingen roll.
imports-doubles-contacts = En person känns igen på e-postadressen. En fil flyttar aldrig någon till en annan kund, och den kan inte tillåta inbjudningar igen för den som har tackat nej till dem.
imports-doubles-opportunities = En affärsmöjlighet känns igen på kunden och vad den gäller. Stora och små bokstäver spelar ingen roll.
imports-doubles-people = En kollega känns igen på e-postadressen. För den som har loggat in ändras inget, och roller ändras bara på personens sida.
imports-for-customer = Alla rader gäller { $name } om de inte anger en annan kund.
imports-choose = CSV-fil
imports-choose-cards = CSV-fil, eller kontakter som vCard (.vcf)
imports-choose-hint = Högst { $most } MB och { $rows } rader. Komman, semikolon eller tabbar; UTF-8, UTF-16 eller Windows-1252.
imports-send = Skicka filen
imports-file-missing = Välj en fil.
imports-file-empty = Filen är tom.
imports-file-not-text = Det här är ingen textfil. Spara arbetsboken som CSV och skicka den.
imports-file-too-large = Filen är större än { $most } MB. Dela upp den.
imports-file-too-wide = Filen har fler än { $most } kolumner. Utelämna några.
imports-file-no-cards = Korten i filen går inte att läsa, eller så är de fler än 2 000.
imports-too-many = Du har { $most } filer som inte är klara. Importera dem eller ta bort dem först.

## How far a file has come

imports-state-receiving = Tas emot
imports-state-open = Väntar på dig
imports-state-checking = Kontrolleras
imports-state-running = Importeras
imports-state-stopped = Stoppad
imports-state-done = Importerad
imports-state-undoing = Ångras
imports-state-undone = Ångrad
imports-state-failed = Avbröts
imports-progress = { $at } av { $all } rader
imports-progress-so-far = { $at } rader hittills
imports-leave-page = Du kan lämna sidan. Arbetet fortsätter av sig självt.
imports-reload = Se hur långt det har kommit
imports-stop = Stoppa

## What the columns hold

imports-mapping = Vad innehåller kolumnerna?
imports-reading = Hur filen är skriven
imports-encoding = Teckenkodning
imports-separator = Mellan kolumner
imports-separator-semicolon = Semikolon
imports-separator-comma = Komman
imports-separator-tab = Tabbar
imports-separator-bar = Lodstreck
imports-headed = Första raden innehåller rubriker
imports-look = Läs filen igen
imports-column = Kolumn
imports-column-number = Kolumn { $number }
imports-samples = Till exempel
imports-holds = Innehåller
imports-column-none = Utelämna
imports-column-twice = Två kolumner kan inte båda innehålla ”{ $field }”. Utelämna den ena.
imports-column-missing = Välj kolumnen som innehåller: { $fields }.
imports-existing = Om något redan finns och filen säger något annat
imports-existing-hint = Tomma celler raderar aldrig något.
imports-existing-update = Använd det som står i filen
imports-existing-leave = Behåll det som finns
imports-currency = Valuta för belopp utan valuta
imports-currency-hint = Tre bokstäver, till exempel SEK. Belopp avrundas till hela enheter.
imports-currency-unknown = Den valutan finns inte.
imports-invite = Mejla nya kollegor en länk för att välja lösenord
imports-check = Se vad som skulle hända
imports-check-hint = Inget ändras än.
imports-discard = Ta bort filen

## What happens to rows

imports-would = Det här skulle hända
imports-happened = Det här har hänt
imports-count-new = Nya
imports-count-changed = Ändrade
imports-count-same = Oförändrade
imports-count-double = Dubbla i filen
imports-count-refused = Inte importerade
imports-run = Importera
imports-nothing = Det finns inget att importera. Rätta filen eller ändra vad kolumnerna innehåller.
imports-go-on = Fortsätt
imports-stopped-hint = Det som hann importeras finns kvar.
imports-failed-hint = Importen avbröts flera gånger. Det som hann importeras finns kvar. Fortsätt senare eller ångra importen.
imports-undo = Ångra importen
imports-undo-until = Du kan ångra importen till { $when }. Det som någon har ändrat sedan dess förblir som det är.
imports-undone-count = Ångrade
imports-stays = Står kvar eftersom det har ändrats eller använts sedan dess
imports-stays-count = Står kvar
imports-refused-title = Rader som inte importerades
imports-refused-would = Rader som inte skulle importeras
imports-refused-first = Här visas de första { $most }. Alla finns i CSV-filen.
imports-refused-download = Hämta dem som CSV
imports-row = Rad
imports-why = Varför
imports-says = Det står på raden

## Columns

imports-field-first-name = Förnamn
imports-field-last-name = Efternamn
imports-field-org-number = Organisationsnummer
imports-field-postcode = Postnummer
imports-field-city = Ort
imports-field-country = Land
imports-field-do-not-contact = Vill inte ha inbjudningar (ja eller nej)
imports-field-contact-email = Kontaktens e-post

## Why rows are not taken

imports-reason-no-name = Namn saknas.
imports-reason-no-email = E-postadress saknas.
imports-reason-bad-email = Inte en e-postadress: { $text }
imports-reason-no-customer = Ingen kund är angiven.
imports-reason-unknown-customer = Kunden finns inte: { $text }
imports-reason-unknown-contact = Kunden har ingen sådan kontakt: { $text }
imports-reason-unknown-owner = Ingen kollega har den adressen eller det namnet, eller flera har det: { $text }
imports-reason-unknown-team = Det finns inget team med det namnet: { $text }
imports-reason-unknown-word = { $field }: { $text } känns inte igen.
imports-reason-bad-amount = Inte ett belopp: { $text }
imports-reason-bad-currency = Valutan finns inte: { $text }
imports-reason-no-currency = Ett belopp utan valuta.
imports-reason-bad-date = { $field }: { $text } är inget datum.
imports-reason-bad-percent = Inte ett tal från 0 till 100: { $text }
imports-reason-no-lost-reason = Den är förlorad, men skälet saknas.
imports-reason-too-long = { $field } är för långt: { $text } …
imports-reason-row-too-long = Raden är för lång: högst 64 000 tecken.
imports-reason-too-wide = Raden har fler celler än det finns kolumner.
imports-reason-open-quote = Ett citattecken öppnas på raden men stängs aldrig, så allt efter det lästes som en cell.
imports-reason-not-text = Något på raden är inte text.
imports-reason-conflict = Rad { $text } gäller samma sak men säger något annat.
imports-reason-colleague = En kollega har den adressen: { $text }
imports-reason-contact = En kontakt hos en kund har den adressen: { $text }
imports-reason-other-customer = Adressen tillhör en kontakt hos en annan kund: { $text }
imports-reason-other-number = Kunden har redan ett annat organisationsnummer: { $text }
imports-reason-name-taken = En annan kund har det namnet: { $text }
imports-reason-not-yours = Någon annan ansvarar för det.
imports-reason-left = Kollegan har slutat: { $text }
imports-reason-role-differs = Kollegan har en annan roll. Ändra den på personens sida.
imports-reason-too-many-rows = Filen har för många rader. Den här raden och alla efter den utelämnas.
imports-reason-busy = Någon ändrade det i samma ögonblick. Importera raden igen.

## Audit log

imports-audit-kind = Import
imports-audit-uploaded = Skickade en fil för import
imports-audit-begun = Startade en import
imports-audit-stopped = Stoppade en import
imports-audit-finished = Slutförde en import
imports-audit-undone = Ångrade en import
imports-number-taken = En annan kund har redan det organisationsnumret.

## Contacts as files

imports-card = Spara som vCard
imports-cards = Spara alla som vCard
imports-contacts-here = Importera kontakter

## Taking data out

export-title = Exportera allt
export-own-title = Mina uppgifter
export-lead = Allt som företaget har i Sparsam, som ett ZIP-arkiv med CSV-filer: personer, kunder, möten, mötesanteckningar, gränser och ändringsloggen. Lösenord, hemligheter och privata anteckningar är inte med.
export-own-lead = Det som Sparsam vet om dig, som ett ZIP-arkiv med CSV-filer: ditt konto, din tid, dina möten, svar, anteckningar och vad du har gjort. Dina möten från de senaste två åren och de kommande två finns också som kalenderfil.
export-password-hint = Så att ingen som hittar din skärm olåst kan ta uppgifterna.
export-button = Hämta arkivet
export-effect = Hämtningen antecknas i ändringsloggen.
export-readme = En CSV-fil för varje slags uppgifter; UTF-8, komman, rubriker på första raden. Rader hänvisar till varandra med sina id. Tider är i UTC. En cell som ett kalkylprogram skulle ta för en formel har en apostrof först.
export-audit-all = Exporterade allt
export-audit-own = Exporterade sina egna uppgifter

## For how long data are kept

retention-title = Lagringstider
retention-lead = Hur många dagar olika slags uppgifter sparas. Det som är äldre raderas för gott, en gång i timmen.
retention-mails = Innehållet i mejl
retention-imports = Importerade filer
retention-audit = Ändringslogg
retention-meetings = Tidigare möten med allt som har skrivits om dem
retention-meetings-hint = Dagar efter ett möte, från { $least } till { $most }. Lämna tomt för att behålla dem. En serie raderas i sin helhet, och ett möte med öppna åtgärder blir kvar. Det som har raderats finns inte längre i kundernas historik och i nyckeltalen.
retention-order = Spara möten minst lika länge som kontakter: de visar när någon senast träffades.
retention-audit-meetings = Raderade tidigare möten
retention-audit-forgotten = Raderade möten
retention-contacts = Kontakter som ingen träffar längre
retention-hint = Dagar, från { $least } till { $most }.
retention-contacts-hint = Dagar utan möte eller ändring, från { $least } till { $most }. Lämna tomt för att behålla dem. Personuppgifterna raderas; mötena räknas fortfarande. Ingen med en öppen affärsmöjlighet raderas.
retention-now = Skulle raderas nu: { $count }
retention-stays = Inget raderas.
retention-look = Se vad som skulle raderas
retention-effect = I ändringsloggen antecknas vem som valde vad.
retention-saved = Lagringstiderna är sparade.
retention-out-of-bounds = Skriv ett antal dagar från { $least } till { $most }.
retention-audit-chosen = Valde hur länge uppgifter sparas
retention-audit-applied = Raderade kontakter som ingen träffar längre
