help-intro = Korta svar på det som folk oftast undrar.
help-all-topics = Alla hjälpsidor

help-week-title = Min vecka
help-week-what = Min vecka är första sidan. Här ser du vad som väntar på ditt svar och veckans möten med tid, deltagare och länk.
help-week-waiting = Det som väntar på dig står överst: inbjudningar du inte har svarat på och mejl från dina möten som inte kunde levereras.

help-calendar-title = Kalender
help-calendar-views = Kalendern har vyer för dag, vecka, månad och lista. Alla visar samma möten; listan fungerar bäst med skärmläsare.
help-calendar-week = Veckorna har ISO-nummer och börjar på måndag. Tiderna visas i din egen tidszon, som du väljer i inställningarna.

help-planning-title = Planera ett möte
help-planning-purpose = Börja med syftet. Det fyller i dagordning, längd och mötesform; det du själv har ändrat står kvar.
help-planning-people = Bjud in kollegor, hela team eller kunder. Obligatoriska deltagare behövs, valfria är välkomna och informerade får bara dagordningen.
help-planning-agenda = Ge varje punkt en tid i minuter och ett önskat resultat. Minuterna räknas ihop mot mötets längd.
help-planning-preview = Innan något skickas ser du mejlet så som var och en får det, och vem som redan har ett möte då.
help-planning-undo = Efter att du har skickat kan du ångra dig en kort stund. Då har ingen hunnit få något.

help-answering-title = Svara på en inbjudan
help-answering-link = Öppna länken i mejlet och välj ja, kanske eller nej. Du behöver inget konto. Att bara öppna sidan räknas inte som svar.
help-answering-change = Du kan ändra ditt svar med samma länk fram till en vecka efter att mötet har slutat.
help-answering-stop = Kunder kan tacka nej till fler inbjudningar med länken längst ned i mejlet. Därefter kan ingen bjuda in dem.

help-feeds-title = Prenumerera på dina möten
help-feeds-what = En kalenderprenumeration visar dina möten i en annan kalender. Du väljer dina egna, ett teams, bara kundmöten eller upptagen tid utan detaljer.
help-feeds-secret = Prenumerationens adress är hemlig och visas en gång. Den som har adressen kan läsa prenumerationen. Byt adress eller avsluta prenumerationen när du vill.
help-feeds-delay = Andra kalendrar uppdateras när de själva vill, ofta bara några gånger om dagen. Inbjudningar via mejl kommer direkt.

help-settings-title = Inställningar
help-settings-profile = Välj språk, tidszon, hur klockslag visas och ljusa eller mörka färger. Sidor och mejl följer ditt val, aldrig avsändarens.
help-settings-hours = Din arbetstid och din lunch visar kollegorna när ett möte passar dig.
help-settings-sessions = Du ser var du är inloggad och kan logga ut överallt på en gång.

help-keys-title = Tangentbord
help-keys-list = N planerar ett möte. G och sedan W öppnar min vecka, G och C kalendern, G och M mötena, G och T teamet. Ctrl+Enter skickar ett formulär.
help-keys-off = Tangenterna gör ingenting medan du skriver. Du kan stänga av dem i inställningarna.

accessibility-aim = Sparsam ska gå att använda för alla. Målet är WCAG 2.2 på nivå AA.
accessibility-checks = Sidorna kontrolleras automatiskt (med axe-core) i ljust och mörkt, brett och smalt. Automatiska kontroller hittar inte alla fel.
accessibility-ways = Allt fungerar med enbart tangentbord, vid 400 procents förstoring och utan JavaScript. Inget beror enbart på färg.
accessibility-gaps = Kalenderns rutnät är svårt att följa med skärmläsare; listvyn visar samma möten. Texter som folk skriver själva, till exempel rubriker och dagordningar, kan sakna språkmärkning.
accessibility-tell = Om något hindrar dig, säg till företaget som bjöd in dig eller din egen administratör. De kan planera, svara och ändra åt dig under tiden.

privacy-what = Sparsam sparar namn, e-postadresser, språk, arbetstider, möten med dagordning, svar och kommentarer. Det behövs för att planera möten och skicka inbjudningar.
privacy-where = Allt sparas på servern hos företaget som använder Sparsam. Sidorna hämtar ingenting från andra servrar. Videolänkar leder till den videotjänst som den mötesansvariga har valt.
privacy-cookie = Det finns en kaka som håller dig inloggad och, under installationen, en för installationskoden. Du spåras inte.
privacy-mails = Mejlen har varken bilder eller spårning. Att du öppnar ett mejl säger oss ingenting; vi vet bara vad du svarar och vad e-postservern meddelar.
privacy-log = Serverns logg har tid och adress för varje sida med hemligheter maskerade, och i stället för besökarens nätverksadress en beteckning som byts varje dag. Ändringar och inloggningar sparas med nätverksadress i en logg för administratörer.
privacy-kept = Utkast och avslutade inloggningar raderas efter 30 dagar. Om företaget inte har valt något annat raderas mejl i den inbyggda brevlådan efter 90 dagar, importerade filer efter 30 dagar och ändringsloggen efter två år. Kontakter som ingen längre träffar raderas bara om företaget har valt det. Möten finns kvar tills företaget tar bort dem.
privacy-rights = Om du vill se, rätta eller ta bort det som sparas om dig, vänd dig till företaget som använder Sparsam. Kunder stoppar inbjudningar med länken i varje mejl.
