help-intro = Korte svar på det folk oftest lurer på.
help-all-topics = Alle hjelpesider

help-week-title = Min uke
help-week-what = Min uke er den første siden. Her ser du hva som venter på svar fra deg, og ukens møter med tid, deltakere og lenke.
help-week-waiting = Det som venter på deg, står øverst: invitasjoner du ikke har svart på, og e-poster fra møtene dine som ikke kunne leveres.

help-calendar-title = Kalender
help-calendar-views = Kalenderen har visninger for dag, uke, måned og liste. Alle viser de samme møtene; listen fungerer best med skjermleser.
help-calendar-week = Ukene har ISO-nummer og begynner på mandag. Tidene vises i din egen tidssone, som du velger i innstillingene.

help-planning-title = Planlegge et møte
help-planning-purpose = Begynn med formålet. Det fyller ut saksliste, varighet og møteform; det du selv har endret, blir stående.
help-planning-people = Inviter kolleger, hele team eller kunder. Obligatoriske deltakere trengs, valgfrie er velkomne, og de informerte får bare sakslisten.
help-planning-agenda = Gi hver sak en tid i minutter og et ønsket resultat. Minuttene legges sammen og holdes opp mot møtets varighet.
help-planning-preview = Før noe sendes, ser du e-posten slik hver enkelt får den, og hvem som allerede har et møte da.
help-planning-undo = Etter at du har sendt, kan du angre en kort stund. Da har ingen rukket å få noe.

help-answering-title = Svare på en invitasjon
help-answering-link = Åpne lenken i e-posten og velg ja, kanskje eller nei. Du trenger ingen konto. Å bare åpne siden er ikke et svar.
help-answering-change = Du kan endre svaret med den samme lenken til en uke etter at møtet er slutt.
help-answering-stop = Kunder kan si nei takk til flere invitasjoner med lenken nederst i e-posten. Etter det kan ingen invitere dem.

help-feeds-title = Abonnere på møtene dine
help-feeds-what = Et kalenderabonnement viser møtene dine i en annen kalender. Du velger dine egne, et teams, bare kundemøter eller opptatt tid uten detaljer.
help-feeds-secret = Adressen til abonnementet er hemmelig og vises én gang. Den som har adressen, kan lese abonnementet. Bytt adresse eller avslutt abonnementet når du vil.
help-feeds-delay = Andre kalendere oppdateres når de selv vil, ofte bare noen ganger om dagen. Invitasjoner på e-post kommer med en gang.

help-settings-title = Innstillinger
help-settings-profile = Velg språk, tidssone, hvordan klokkeslett vises, og lyse eller mørke farger. Sider og e-poster følger ditt valg, aldri avsenderens.
help-settings-hours = Arbeidstiden og lunsjen din viser kollegene når et møte passer for deg.
help-settings-sessions = Du ser hvor du er innlogget, og kan logge ut overalt på én gang.

help-keys-title = Tastatur
help-keys-list = N planlegger et møte. G og så W åpner min uke, G og C kalenderen, G og M møtene, G og T teamet. Ctrl+Enter sender et skjema.
help-keys-off = Tastene gjør ingenting mens du skriver. Du kan slå dem av i innstillingene.

accessibility-aim = Sparsam skal kunne brukes av alle. Målet er WCAG 2.2 på nivå AA.
accessibility-checks = Sidene kontrolleres automatisk (med axe-core) i lyst og mørkt, bredt og smalt. Automatiske kontroller finner ikke alle feil.
accessibility-ways = Alt virker med bare tastatur, ved 400 prosent forstørrelse og uten JavaScript. Ingenting avhenger av farge alene.
accessibility-gaps = Rutenettet i kalenderen er vanskelig å følge med skjermleser; listevisningen viser de samme møtene. Tekster som folk skriver selv, for eksempel titler og sakslister, kan mangle språkmerking.
accessibility-tell = Hvis noe hindrer deg, si fra til firmaet som inviterte deg, eller til din egen administrator. De kan planlegge, svare og endre for deg imens.

privacy-what = Sparsam lagrer navn, e-postadresser, språk, arbeidstider, møter med saksliste, svar og kommentarer. Det trengs for å planlegge møter og sende invitasjoner.
privacy-where = Alt lagres på serveren til firmaet som bruker Sparsam. Sidene henter ingenting fra andre servere. Videolenker fører til videotjenesten som den møteansvarlige har valgt.
privacy-cookie = Det finnes én informasjonskapsel som holder deg innlogget, og under oppsettet én for oppsettkoden. Du blir ikke sporet.
privacy-mails = E-postene har verken bilder eller sporing. At du åpner en e-post, sier oss ingenting; vi vet bare hva du svarer, og hva e-postserveren melder.
privacy-log = Serverloggen har tid og adresse for hver side med hemmeligheter maskert, og i stedet for nettverksadressen til den besøkende en identifikator som byttes hver dag. Endringer og innlogginger lagres med nettverksadresse i en logg for administratorer.
privacy-kept = Utkast og avsluttede innlogginger slettes etter 30 dager. Hvis ikke firmaet har valgt noe annet, slettes e-poster i den innebygde postkassen etter 90 dager, importerte filer etter 30 dager og endringsloggen etter to år. Kontakter som ingen møter lenger, slettes bare hvis firmaet har valgt det. Møter blir værende til firmaet sletter dem.
privacy-rights = Vil du se, rette eller slette det som er lagret om deg, ta kontakt med firmaet som bruker Sparsam. Kunder stopper invitasjoner med lenken i hver e-post.
