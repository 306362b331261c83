## Importing files

imports-title = Import
imports-lead = Hent inn kunder, kontakter og salgsmuligheter fra et annet program som CSV-fil. Først ser du hva som ville skje. Ingenting endres før du starter importen, og du kan angre den i 24 timer.
imports-none = Ingen filer ennå.
imports-discarded = Filen er slettet.
imports-new = Importer en fil
imports-file = Fil
imports-rows-are = Innhold
imports-when = Når
imports-who = Av
imports-what = Hva er i filen?
imports-about-accounts = Én kunde per rad: navn, organisasjonsnummer, selger, klasse, telefon, adresse, notater. Bare navnet må være med.
imports-about-contacts = Én person per rad: navn, e-post og kunde. Hvis det er kjent, også stilling, telefon, språk, tidssone og om personen ikke vil ha invitasjoner. Kunder som ikke finnes ennå, legges til.
imports-about-opportunities = Én salgsmulighet per rad: hva den gjelder, og kunden. Hvis det er kjent, også kontakt, selger, fase, kilde, verdi, sannsynlighet, datoer og neste steg. Kundene må allerede finnes, så importer dem først.
imports-about-people = Én kollega per rad: navn og e-post. Hvis det er kjent, også rolle, team, språk og tidssone. Uten rolle blir de medlemmer; ledere leder teamene som er nevnt. Ingen får e-post med mindre du velger det på neste side.
imports-doubles-accounts = En kunde gjenkjennes på organisasjonsnummeret eller ellers på navnet. Store og små bokstaver spiller ingen rolle.
imports-doubles-contacts = En person gjenkjennes på e-postadressen. En fil flytter aldri noen til en annen kunde, og den kan ikke tillate invitasjoner igjen for den som har sagt nei til dem.
imports-doubles-opportunities = En salgsmulighet gjenkjennes på kunden og hva den gjelder. Store og små bokstaver spiller ingen rolle.
imports-doubles-people = En kollega gjenkjennes på e-postadressen. For den som har logget inn, endres ingenting, og roller endres bare på personens side.
imports-for-customer = Alle rader gjelder { $name } med mindre de oppgir en annen kunde.
imports-choose = CSV-fil
imports-choose-cards = CSV-fil, eller kontakter som vCard (.vcf)
imports-choose-hint = Høyst { $most } MB og { $rows } rader. Komma, semikolon eller tabulator; UTF-8, UTF-16 eller Windows-1252.
imports-send = Send filen
imports-file-missing = Velg en fil.
imports-file-empty = Filen er tom.
imports-file-not-text = Dette er ingen tekstfil. Lagre arbeidsboken som CSV og send den.
imports-file-too-large = Filen er større enn { $most } MB. Del den opp.
imports-file-too-wide = Filen har flere enn { $most } kolonner. Utelat noen.
imports-file-no-cards = Kortene i filen kan ikke leses, eller det er flere enn 2 000 av dem.
imports-too-many = Du har { $most } filer som ikke er ferdige. Importer eller slett dem først.

## How far a file has come

imports-state-receiving = Mottas
imports-state-open = Venter på deg
imports-state-checking = Kontrolleres
imports-state-running = Importeres
imports-state-stopped = Stoppet
imports-state-done = Importert
imports-state-undoing = Angres
imports-state-undone = Angret
imports-state-failed = Ble avbrutt
imports-progress = { $at } av { $all } rader
imports-progress-so-far = { $at } rader så langt
imports-leave-page = Du kan forlate siden. Arbeidet fortsetter av seg selv.
imports-reload = Se hvor langt det er kommet
imports-stop = Stopp

## What the columns hold

imports-mapping = Hva inneholder kolonnene?
imports-reading = Hvordan filen er skrevet
imports-encoding = Tegnkoding
imports-separator = Mellom kolonner
imports-separator-semicolon = Semikolon
imports-separator-comma = Komma
imports-separator-tab = Tabulator
imports-separator-bar = Loddrette streker
imports-headed = Første rad inneholder overskrifter
imports-look = Les filen på nytt
imports-column = Kolonne
imports-column-number = Kolonne { $number }
imports-samples = For eksempel
imports-holds = Inneholder
imports-column-none = Utelat
imports-column-twice = To kolonner kan ikke begge inneholde «{ $field }». Utelat den ene.
imports-column-missing = Velg kolonnen som inneholder: { $fields }.
imports-existing = Hvis noe finnes fra før og filen sier noe annet
imports-existing-hint = Tomme celler sletter aldri noe.
imports-existing-update = Bruk det som står i filen
imports-existing-leave = Behold det som finnes
imports-currency = Valuta for beløp uten valuta
imports-currency-hint = Tre bokstaver, for eksempel NOK. Beløp rundes av til hele enheter.
imports-currency-unknown = Den valutaen finnes ikke.
imports-invite = Send nye kolleger en e-post med en lenke for å velge passord
imports-check = Se hva som ville skje
imports-check-hint = Ingenting endres ennå.
imports-discard = Slett filen

## What happens to rows

imports-would = Dette ville skje
imports-happened = Dette har skjedd
imports-count-new = Nye
imports-count-changed = Endrede
imports-count-same = Uendrede
imports-count-double = Dobbelt i filen
imports-count-refused = Ikke importert
imports-run = Importer
imports-nothing = Det er ingenting å importere. Rett filen, eller endre hva kolonnene inneholder.
imports-go-on = Fortsett
imports-stopped-hint = Det som rakk å bli importert, blir stående.
imports-failed-hint = Importen ble avbrutt flere ganger. Det som rakk å bli importert, blir stående. Fortsett senere, eller angre importen.
imports-undo = Angre importen
imports-undo-until = Du kan angre importen til { $when }. Det noen har endret siden, forblir som det er.
imports-undone-count = Angret
imports-stays = Blir stående fordi det er endret eller brukt siden
imports-stays-count = Blir stående
imports-refused-title = Rader som ikke ble importert
imports-refused-would = Rader som ikke ville blitt importert
imports-refused-first = Her vises de første { $most }. Alle er i CSV-filen.
imports-refused-download = Last dem ned som CSV
imports-row = Rad
imports-why = Hvorfor
imports-says = Det står i raden

## Columns

imports-field-first-name = Fornavn
imports-field-last-name = Etternavn
imports-field-org-number = Organisasjonsnummer
imports-field-postcode = Postnummer
imports-field-city = Poststed
imports-field-country = Land
imports-field-do-not-contact = Vil ikke ha invitasjoner (ja eller nei)
imports-field-contact-email = Kontaktens e-post

## Why rows are not taken

imports-reason-no-name = Navn mangler.
imports-reason-no-email = E-postadresse mangler.
imports-reason-bad-email = Ikke en e-postadresse: { $text }
imports-reason-no-customer = Ingen kunde er oppgitt.
imports-reason-unknown-customer = Kunden finnes ikke: { $text }
imports-reason-unknown-contact = Kunden har ingen slik kontakt: { $text }
imports-reason-unknown-owner = Ingen kollega har denne adressen eller dette navnet, eller flere har det: { $text }
imports-reason-unknown-team = Det finnes ikke noe team med dette navnet: { $text }
imports-reason-unknown-word = { $field }: { $text } gjenkjennes ikke.
imports-reason-bad-amount = Ikke et beløp: { $text }
imports-reason-bad-currency = Valutaen finnes ikke: { $text }
imports-reason-no-currency = Et beløp uten valuta.
imports-reason-bad-date = { $field }: { $text } er ikke en dato.
imports-reason-bad-percent = Ikke et tall fra 0 til 100: { $text }
imports-reason-no-lost-reason = Den er tapt, men grunnen mangler.
imports-reason-too-long = { $field } er for langt: { $text } …
imports-reason-row-too-long = Raden er for lang: høyst 64 000 tegn.
imports-reason-too-wide = Raden har flere celler enn det er kolonner.
imports-reason-open-quote = Et anførselstegn åpnes i raden, men lukkes aldri, så alt etter det ble lest som én celle.
imports-reason-not-text = Noe i raden er ikke tekst.
imports-reason-conflict = Rad { $text } gjelder det samme, men sier noe annet.
imports-reason-colleague = En kollega har denne adressen: { $text }
imports-reason-contact = En kontakt hos en kunde har denne adressen: { $text }
imports-reason-other-customer = Adressen tilhører en kontakt hos en annen kunde: { $text }
imports-reason-other-number = Kunden har allerede et annet organisasjonsnummer: { $text }
imports-reason-name-taken = En annen kunde har dette navnet: { $text }
imports-reason-not-yours = Noen andre har ansvaret for det.
imports-reason-left = Kollegaen har sluttet: { $text }
imports-reason-role-differs = Kollegaen har en annen rolle. Endre den på personens side.
imports-reason-too-many-rows = Filen har for mange rader. Denne raden og alle etter den er utelatt.
imports-reason-busy = Noen endret det i samme øyeblikk. Importer raden på nytt.

## Audit log

imports-audit-kind = Import
imports-audit-uploaded = Sendte en fil til import
imports-audit-begun = Startet en import
imports-audit-stopped = Stoppet en import
imports-audit-finished = Fullførte en import
imports-audit-undone = Angret en import
imports-number-taken = En annen kunde har allerede dette organisasjonsnummeret.

## Contacts as files

imports-card = Lagre som vCard
imports-cards = Lagre alle som vCard
imports-contacts-here = Importer kontakter

## Taking data out

export-title = Eksporter alt
export-own-title = Mine data
export-lead = Alt firmaet har i Sparsam, som et ZIP-arkiv med CSV-filer: personer, kunder, møter, referater, grenser og endringsloggen. Passord, hemmeligheter og private notater er ikke med.
export-own-lead = Det Sparsam vet om deg, som et ZIP-arkiv med CSV-filer: kontoen din, tiden din, møtene dine, svar, notater og hva du har gjort. Møtene dine fra de siste to årene og de neste to er også med som kalenderfil.
export-password-hint = Så ingen kan ta dataene hvis skjermen din står ulåst.
export-button = Last ned arkivet
export-effect = Nedlastingen noteres i endringsloggen.
export-readme = Én CSV-fil for hvert slags data; UTF-8, komma, overskrifter i første rad. Rader viser til hverandre med sine id-er. Tider er i UTC. En celle som et regneark ville tatt for en formel, har en apostrof foran.
export-audit-all = Eksporterte alt
export-audit-own = Eksporterte egne data

## For how long data are kept

retention-title = Lagringstider
retention-lead = Hvor mange dager ulike slags data lagres. Det som er eldre, slettes for godt, én gang i timen.
retention-mails = Innholdet i e-poster
retention-imports = Importerte filer
retention-audit = Endringslogg
retention-meetings = Tidligere møter med alt som er skrevet om dem
retention-meetings-hint = Dager etter et møte, fra { $least } til { $most }. La feltet stå tomt for å beholde dem. En serie slettes samlet, og et møte med åpne oppgaver blir værende. Det som er slettet, finnes ikke lenger i kundenes historikk og i tallene.
retention-order = Lagre møter minst like lenge som kontakter: De viser når noen sist ble møtt.
retention-audit-meetings = Slettet tidligere møter
retention-audit-forgotten = Slettede møter
retention-contacts = Kontakter ingen møter lenger
retention-hint = Dager, fra { $least } til { $most }.
retention-contacts-hint = Dager uten møte eller endring, fra { $least } til { $most }. La feltet stå tomt for å beholde dem. Personopplysningene slettes; møtene telles fortsatt. Ingen med en åpen salgsmulighet slettes.
retention-now = Ville blitt slettet nå: { $count }
retention-stays = Ingenting slettes.
retention-look = Se hva som ville blitt slettet
retention-effect = I endringsloggen noteres hvem som valgte hva.
retention-saved = Lagringstidene er lagret.
retention-out-of-bounds = Skriv et antall dager fra { $least } til { $most }.
retention-audit-chosen = Valgte hvor lenge data lagres
retention-audit-applied = Slettet kontakter ingen møter lenger
