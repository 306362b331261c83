## Lese svar fra en postkasse med IMAP: innstillinger, prøve og status

folder-way = Sparsam leser dem fra en postkasse via IMAP
folder-way-hint = Fungerer med alle e-postleverandører. E-post til avsenderadressen må havne i en mappe som Sparsam får lese; der blir ingenting endret.
folder-title = Postkasse
folder-host = IMAP-server
folder-host-hint = For eksempel imap.nordvik.example
folder-security-tls = TLS fra starten (vanligvis port 993)
folder-security-starttls = STARTTLS (vanligvis port 143)
folder-security-plain = Ingen, bare til denne datamaskinen (port 143)
folder-name = Mappe
folder-name-hint = INBOX er der e-posten kommer inn. Skriv en annen mappe slik serveren kaller den, for eksempel INBOX/Svar.
folder-not-a-port = Skriv et tall fra 1 til 65535, vanligvis 993 eller 143.
folder-odd-password = Et passord kan ikke inneholde linjeskift.
folder-test = Prøv
folder-works = { $count ->
    [one] Det fungerer og er lagret. Det ligger én e-post i mappen.
   *[other] Det fungerer og er lagret. Det ligger { $count } e-poster i mappen.
}
folder-unsaved = Ingenting er lagret.

folder-never-read = Ikke lest ennå.
folder-read = Sist lest { $age }.
folder-waiting = { $count ->
    [one] Én e-post i mappen venter på å bli lest.
   *[other] { $count } e-poster i mappen venter på å bli lest.
}
folder-failing = Har ikke kunnet leses siden { $when }.
folder-next = Neste forsøk gjøres { $when } eller tidligere.
folder-matter = Svar på e-post har ikke kunnet leses siden { $when }

folder-no-host = Det finnes ingen server med dette navnet. Kontroller skrivemåten.
folder-refused = Serveren kan ikke nås. Kontroller navnet og porten.
folder-certificate = Sertifikatet til serveren er ikke klarert, eller gjelder et annet navn.
folder-no-encryption = Serveren tilbyr ikke den valgte beskyttelsen. Kontroller port og beskyttelse.
folder-login = Serveren godtok ikke brukernavnet eller passordet. Noen leverandører krever et eget passord til dette.
folder-no-folder = Det finnes ingen slik mappe i postkassen, eller den får ikke leses.
folder-silent = Serveren svarte ikke i tide. Kontroller port og beskyttelse.
folder-broken = Forbindelsen ble brutt. Kontroller port og beskyttelse hvis det fortsetter.
folder-sealed = Det lagrede passordet er kryptert med en annen nøkkel. Skriv det en gang til.
folder-not-written = Innholdet i en e-post kunne ikke lagres. Loggen på serveren sier mer.
