planner-title = Planera ett möte
planner-edit-title = Ändra mötet
planner-purpose-legend = Vad är mötet till för?
planner-purpose-fill = Fyll i för det här syftet
planner-stage-label = Var i affären är ni?
planner-template-use = Använd mallen för det här syftet
planner-filled-in = Dagordning, längd eller mötesform följer nu syftet. Titta igenom dem och skicka igen.
planner-kept-agenda = Dagordningen är kvar som du skrev den.
planner-kept-length = Längden är kvar som du valde den.
planner-kept-format = Mötesformen är kvar som du valde den.
planner-title-label = Rubrik
planner-title-hint = Skriv vad som ska beslutas, till exempel ”Enas om decembermålen”.
planner-title-missing = Skriv en rubrik som säger vad som ska beslutas.
planner-people-legend = Vilka behöver vara med?
planner-who-label = Lägg till personer eller ett team
planner-who-hint = Namn, e-postadress eller team. Ta bara med dem som beslutar eller ska göra något.
planner-add = Lägg till
planner-who-nobody = Ingen här heter så. Skriv en e-postadress för att bjuda in någon ny.
planner-who-several = Det finns flera träffar. Välj nedan vem du menar.
planner-who-left = De här kunde inte läggas till och står kvar i fältet: { $names }
planner-who-which = Vem menar du?
planner-who-own = Den mötesansvariga är alltid med och står inte i listan.
planner-who-team-empty = Det finns ingen att bjuda in i det teamet.
planner-who-gone = Kan inte bjudas in längre: { $name }.
planner-who-silent = Vill inte ha fler inbjudningar: { $name }. Ta bort dem från listan eller ring i stället.
planner-nobody = Ingen än.
planner-nobody-invited = Lägg till minst en person.
planner-too-many-people = Ett möte rymmer högst { $max } personer, du inräknad.
planner-customer = Kund
planner-new-hint = Ny här. När du skickar läggs personen och företaget till bland kunderna.
planner-new-name = Namn
planner-new-account = Företag
planner-new-account-hint = Om fältet är tomt blir det { $domain }.
planner-role = Deltar som
planner-why = Därför är du inbjuden
planner-remove = Ta bort
planner-open = Kunder ser alla som är inbjudna
planner-open-hint = Annars ser en kund bara den mötesansvariga och sig själv. Kollegor ser alltid alla.
planner-agenda-legend = Dagordning
planner-agenda-empty = Inga punkter än. Det ser deltagarna också.
planner-moved = { $item } är nu nummer { $at } av { $n }.
planner-edge = Den kan inte flyttas längre.
planner-point = Punkt { $number }
planner-point-title = Vad den handlar om
planner-point-minutes = Minuter
planner-point-owner = Leds av
planner-point-wanted = Till för att
planner-point-kind = Typ
planner-point-add = Lägg till en punkt
planner-point-remove = Ta bort ”{ $title }”
planner-up = Flytta upp ”{ $title }”
planner-down = Flytta ner ”{ $title }”
planner-point-too-long = En punkt tar högst ett dygn.
planner-too-many-points = En dagordning rymmer högst { $max } punkter.
planner-owner-everyone = Alla
planner-beyond = ryms inte
planner-sum = Punkterna tar { $sum }.
planner-sum-within = Punkterna tar { $sum } av { $length }.
planner-sum-over = Punkterna tar { $sum }, mötet varar { $length }: { $over } för mycket.
planner-when-legend = När?
planner-when-sent = Tiden är densamma.
planner-move = Flytta mötet
planner-date = Datum
planner-date-hint = Till exempel { $example }, onsdag eller i morgon.
planner-time = Börjar
planner-time-hint = Till exempel 14 eller 14:30.
planner-length = Längd
planner-length-hint = Till exempel 30 eller 1 tim 30 min.
planner-length-range = Ett möte varar { $min } till { $max }.
planner-zone = Tidszon
planner-zone-hint = Var och en ser tiden i sin egen tidszon.
planner-echo = { $date }, vecka { $week }
planner-past = Tiden har redan passerat. Välj en senare tid.
planner-where-legend = Var?
planner-video-legend = Videolänk
planner-room-hint = Du har inget fast rum än.
planner-room-settings = Ange det i inställningarna
planner-no-server = Det finns ingen videoserver som kan skapa ett eget rum för mötet. Klistra in en länk i stället.
planner-no-room = Den mötesansvariga har inget fast rum. Klistra in en länk i stället.
planner-link = Länk
planner-link-hint = För en inklistrad länk. Den börjar med https://.
planner-place-label = Rum, adress eller telefonnummer
planner-impact-title = Innan du skickar
planner-mails = { $count ->
    [one] En person får en inbjudan via mejl, och du en kopia till kalendern.
   *[other] { $count } personer får en inbjudan via mejl, och du en kopia till kalendern.
}
planner-languages = Mejlen skrivs på: { $languages }.
planner-people-time = { $time } av deltagarnas tid.
planner-overlaps = Samtidigt
planner-overlap-title = { $name }: { $title }, { $when }
planner-overlap-busy = { $name }: upptagen, { $when }
planner-overlap-held = { $name }: tid reserverad av { $owner }, { $when }
planner-no-overlaps = Ingen här har något annat möte då.
planner-mode-relay = Mejlen skickas via er e-postserver.
planner-mode-mailbox = Ingen e-postserver är inställd: mejlen stannar i den inbyggda brevlådan.
planner-send = { $count ->
    [one] Skicka en inbjudan
   *[other] Skicka { $count } inbjudningar
}
planner-send-nobody = Skicka inbjudningar
planner-send-change = Spara och meddela
planner-send-quiet = Spara
planner-quiet = Spara utan att meddela
planner-quiet-hint = För sådant som inte är värt ett mejl: rubrik, agenda, plats eller länk. Kalenderflöden visar det direkt, andra får veta det med nästa mejl. Nya personer bjuds ändå in, och de som tas bort får ändå besked.
planner-hold = Reservera tiden tills inbjudan skickas
planner-hold-hint = Gäller när du sparar utkastet: alla som måste vara med räknas då som upptagna, i högst tre dagar. Ingen får e-post.
planner-hold-when = Välj först en kommande dag, tid och längd. Sedan kan tiden reserveras.
planner-hold-many = { $count } av dina utkast reserverar redan tid. Skicka eller ta bort ett av dem, eller spara utan att reservera tiden.
planner-held = { $first } är reserverad för { $names } till { $until }.
planner-held-dates = { $count } tillfällen är reserverade för { $names } till { $until }.
planner-held-not = Inte reserverat, eller inte alla tillfällen, för: { $names }. De har något annat då eller har lagts till efteråt; spara igen för att försöka.
planner-held-nothing = Tiden är inte reserverad nu. Spara utkastet för att reservera den; har alla något annat då finns inget att reservera.
planner-hold-large = Tiden för så många personer vid så många tillfällen kan inte reserveras (högst { $most }, personer gånger tillfällen). Spara utan den.
planner-save-draft = Spara utkast
planner-update-preview = Uppdatera förhandsvisningen
planner-show-mail = Visa mejlet
planner-mails-title = Så ser inbjudan ut
planner-saved = Sparat { $time }. Ingen har fått veta något.
planner-kept = Sparat { $time }
planner-delete-draft = Ta bort utkastet
planner-sent-already = Formuläret är redan skickat. Skickar du igen planeras ett möte till.
planner-over = Mötet är över och kan inte ändras längre.
planner-cancelled = Mötet är inställt och kan inte ändras längre.
planner-stale = Någon annan ändrade mötet efter att du öppnade det. Det du skrev står nedan; skickar du det ersätter det deras version.
planner-stale-table = Båda versionerna
planner-stale-yours = Som du skrev
planner-stale-theirs = Som det är nu
planner-told-nobody = Ingen får mejl: inget som de känner till har ändrats.
planner-told-later = Ingen får mejl nu. Nästa mejl tar med det.
planner-told-update = { $count ->
    [one] En person får en uppdatering: { $names }.
   *[other] { $count } personer får en uppdatering: { $names }.
}
planner-told-invited = { $count ->
    [one] En person bjuds in: { $names }.
   *[other] { $count } personer bjuds in: { $names }.
}
planner-told-gone = { $count ->
    [one] En person får veta att personen inte längre behövs: { $names }.
   *[other] { $count } personer får veta att de inte längre behövs: { $names }.
}
planner-told-stands = Svaren gäller: ingen tillfrågas på nytt.
planner-limits-tick = Bekräfta att du har sett varningarna.
planner-limits-reason = Ange ett skäl på minst tio tecken.
planner-limits-other = En gräns tillåter inte detta. Välj en annan tid, färre personer eller ett kortare möte.
