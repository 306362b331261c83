## Importing files

imports-title = Import
imports-lead = Hent inn kunder, kontakter og salgsmuligheter fra et annet program som CSV-fil. Først ser du hva som ville skje; ingenting endres før du sier fra, og i 24 timer kan det angres.
imports-none = Ingen filer ennå.
imports-discarded = Filen er fjernet.
imports-new = Importer en fil
imports-file = Fil
imports-rows-are = Rader
imports-when = Når
imports-who = Av
imports-what = Hva er i filen?
imports-about-accounts = Én kunde per rad: navn, organisasjonsnummer, selger, klasse, telefon, adresse, notater. Bare navnet må være med.
imports-about-contacts = Én person per rad: navn, e-post og kunde, og hvis det er kjent stilling, telefon, språk, tidssone og om personen ikke vil ha invitasjoner. Kunder som ikke finnes ennå, legges til.
imports-about-opportunities = Én salgsmulighet per rad: hva den gjelder og kunden, og hvis det er kjent kontakt, selger, steg, kilde, verdi, sannsynlighet, datoer og neste steg. Kundene må finnes; importer dem først.
imports-about-people = Én kollega per rad: navn og e-post, og hvis det er kjent rolle, språk og tidssone. Uten rolle blir de medlemmer. Ingen får e-post med mindre du velger det på neste side.
imports-doubles-accounts = Samme kunde gjenkjennes på organisasjonsnummeret eller ellers på navnet, med store eller små bokstaver.
imports-doubles-contacts = Samme person gjenkjennes på e-postadressen. Ingen flyttes til en annen kunde av en fil, og en fil kan ikke tillate invitasjoner igjen som noen har frabedt seg.
imports-doubles-opportunities = Samme salgsmulighet gjenkjennes på kunden og hva den gjelder, med store eller små bokstaver.
imports-doubles-people = Samme kollega gjenkjennes på e-postadressen. Den som har logget inn, forblir uendret, og roller endres bare på personens side.
imports-for-customer = Alle rader gjelder { $name } med mindre de nevner en annen kunde.
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
imports-too-many = Du har { $most } filer som ikke er ferdige. Importer eller fjern dem først.

## How far a file has come

imports-state-receiving = Mottas
imports-state-open = Venter på deg
imports-state-checking = Gås gjennom
imports-state-running = Importeres
imports-state-stopped = Stoppet
imports-state-done = Importert
imports-state-undoing = Angres
imports-state-undone = Angret
imports-state-failed = Ble avbrutt
imports-progress = { $at } av { $all } rader
imports-progress-so-far = { $at } rader så langt
imports-leave-page = Du kan forlate siden. Det går videre av seg selv.
imports-reload = Se hvor langt det er kommet
imports-stop = Stopp

## What the columns hold

imports-mapping = Hva inneholder kolonnene?
imports-reading = Hvordan filen er skrevet
imports-encoding = Tegn
imports-separator = Mellom kolonner
imports-separator-semicolon = Semikolon
imports-separator-comma = Komma
imports-separator-tab = Tabulator
imports-separator-bar = Loddrette streker
imports-headed = Første rad er overskrifter
imports-look = Se på nytt
imports-column = Kolonne
imports-column-number = Kolonne { $number }
imports-samples = For eksempel
imports-holds = Inneholder
imports-column-none = Utelat
imports-column-twice = To kolonner kan ikke begge inneholde «{ $field }». Utelat den ene.
imports-column-missing = Velg kolonnen som inneholder: { $fields }.
imports-existing = Hvis noe finnes fra før og filen sier noe annet
imports-existing-hint = Tomme celler sletter aldri noe.
imports-existing-update = Bruk det filen sier
imports-existing-leave = La det være
imports-currency = Valuta for beløp uten valuta
imports-currency-hint = Tre bokstaver, for eksempel NOK. Beløp rundes av til hele enheter.
imports-currency-unknown = Den valutaen finnes ikke.
imports-invite = Send nye kolleger e-posten med en lenke for å velge passord
imports-check = Se hva som ville skje
imports-check-hint = Ingenting endres ennå.
imports-discard = Fjern filen

## What happens to rows

imports-would = Hva som ville skje
imports-happened = Hva som har skjedd
imports-count-new = Nye
imports-count-changed = Endrede
imports-count-same = Uendrede
imports-count-double = Dobbelt i filen
imports-count-refused = Ikke tatt
imports-run = Importer
imports-nothing = Det er ingenting å importere. Rett filen eller velg noe annet for kolonnene.
imports-go-on = Fortsett
imports-stopped-hint = Det som ble importert til da, blir stående.
imports-failed-hint = Det ble avbrutt gang på gang. Det som ble importert til da, blir stående; fortsett senere eller angre.
imports-undo = Angre importen
imports-undo-until = Mulig til { $when }. Det noen har endret siden, forblir som det er.
imports-undone-count = Angret
imports-stays = Blir stående fordi det er endret eller brukt siden
imports-stays-count = Blir stående
imports-refused-title = Rader som ikke ble tatt
imports-refused-would = Rader som ikke ville bli tatt
imports-refused-first = De første { $most } vises her; alle er i filen.
imports-refused-download = Last dem ned som CSV
imports-row = Rad
imports-why = Hvorfor
imports-says = Raden sier

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
imports-reason-bad-email = Ingen e-postadresse: { $text }
imports-reason-no-customer = Ingen kunde er oppgitt.
imports-reason-unknown-customer = Kunden finnes ikke: { $text }
imports-reason-unknown-contact = Kunden har ingen slik kontakt: { $text }
imports-reason-unknown-owner = Ingen kollega har denne adressen eller dette navnet, eller flere har det: { $text }
imports-reason-unknown-word = { $field }: { $text } er ikke kjent her.
imports-reason-bad-amount = Ikke et beløp: { $text }
imports-reason-bad-currency = Valutaen finnes ikke: { $text }
imports-reason-no-currency = Et beløp uten valuta.
imports-reason-bad-date = { $field }: ikke en dato: { $text }
imports-reason-bad-percent = Ikke et tall fra 0 til 100: { $text }
imports-reason-no-lost-reason = Tapt, men ikke hvorfor.
imports-reason-too-long = { $field } er for langt: { $text } …
imports-reason-row-too-long = Raden er for lang: høyst 64 000 tegn.
imports-reason-too-wide = Det er flere celler enn kolonner.
imports-reason-open-quote = Et anførselstegn åpnes i raden og lukkes aldri; alt etterpå ble lest som én celle.
imports-reason-not-text = Noe i raden er ikke tekst.
imports-reason-conflict = Rad { $text } gjelder det samme og sier noe annet.
imports-reason-colleague = En kollega har denne adressen: { $text }
imports-reason-contact = En kontakt hos en kunde har denne adressen: { $text }
imports-reason-other-customer = Adressen tilhører en kontakt hos en annen kunde: { $text }
imports-reason-other-number = Kunden er kjent med et annet organisasjonsnummer: { $text }
imports-reason-name-taken = En annen kunde har dette navnet: { $text }
imports-reason-not-yours = Noen andre har ansvaret.
imports-reason-left = Kollegaen har sluttet: { $text }
imports-reason-role-differs = Kollegaen har en annen rolle. Endre den på personens side.
imports-reason-too-many-rows = Denne raden og alle som følger, er flere enn en fil kan ha.
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
export-lead = Alt firmaet har i Sparsam som ett ZIP-arkiv med CSV-filer: personer, kunder, møter, referater, grenser, loggen. Passord, hemmeligheter og private notater er utelatt.
export-own-lead = Det Sparsam vet om deg, som ett ZIP-arkiv med CSV-filer: kontoen din, tiden din, møtene dine, svar, notater og hva du har gjort.
export-password-hint = Så ingen tar dataene hvis skjermen din står ulåst.
export-button = Last ned arkivet
export-effect = Det noteres i loggen.
export-readme = Én CSV-fil for hvert slags data; UTF-8, komma, første rad er overskrifter. Rader viser til hverandre med sine id-er. Tider er i UTC. En celle som et regneark ville tatt for en formel, har en apostrof foran.
export-audit-all = Eksporterte alt
export-audit-own = Eksporterte egne data

## For how long data are kept

retention-title = Lagringstid
retention-lead = Hvor mange dager ulike data lagres. Det som er eldre, glemmes hver time, for godt.
retention-mails = Hva e-poster inneholdt
retention-imports = Importerte filer
retention-audit = Logg
retention-contacts = Kontakter ingen møter lenger
retention-hint = Dager, fra { $least } til { $most }.
retention-contacts-hint = Dager uten møte og uten endring, fra { $least } til { $most }; la stå tomt for å beholde dem. Hvem de var, slettes, møtene deres telles fortsatt. Ingen med en åpen salgsmulighet slettes.
retention-now = Ville blitt glemt nå: { $count }
retention-stays = Beholdes.
retention-look = Se hva som ville forsvinne
retention-effect = I loggen noteres hvem som valgte hva.
retention-saved = Lagringstidene er lagret.
retention-out-of-bounds = Skriv et antall dager fra { $least } til { $most }.
retention-audit-chosen = Valgte hvor lenge data lagres
retention-audit-applied = Slettet kontakter ingen møter lenger
