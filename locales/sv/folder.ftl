## Läsa svar ur en brevlåda med IMAP: inställningar, prov och läge

folder-way = Sparsam läser dem ur en brevlåda via IMAP
folder-way-hint = Fungerar med alla e-postleverantörer. Mejl till avsändaradressen ska hamna i en mapp som Sparsam får läsa; där ändras ingenting.
folder-title = Brevlåda
folder-host = IMAP-server
folder-host-hint = Till exempel imap.nordvik.example
folder-security-tls = TLS från början (oftast port 993)
folder-security-starttls = STARTTLS (oftast port 143)
folder-security-plain = Inget, bara till den här datorn (port 143)
folder-name = Mapp
folder-name-hint = INBOX är där mejl kommer in. Skriv en annan mapp så som servern kallar den, till exempel INBOX/Svar.
folder-not-a-port = Skriv ett tal från 1 till 65535, oftast 993 eller 143.
folder-odd-password = Ett lösenord kan inte innehålla en radbrytning.
folder-test = Prova
folder-works = { $count ->
    [one] Det fungerar och är sparat. Det finns ett mejl i mappen.
   *[other] Det fungerar och är sparat. Det finns { $count } mejl i mappen.
}
folder-unsaved = Inget har sparats.

folder-never-read = Inte läst än.
folder-read = Senast läst { $age }.
folder-waiting = { $count ->
    [one] Ett mejl i mappen väntar på att läsas.
   *[other] { $count } mejl i mappen väntar på att läsas.
}
folder-failing = Har inte gått att läsa sedan { $when }.
folder-next = Nästa försök görs { $when } eller tidigare.
folder-matter = Svar via mejl har inte gått att läsa sedan { $when }

folder-no-host = Det finns ingen server med det namnet. Kontrollera stavningen.
folder-refused = Servern går inte att nå. Kontrollera namnet och porten.
folder-certificate = Serverns certifikat är inte betrott eller gäller ett annat namn.
folder-no-encryption = Servern erbjuder inte det valda skyddet. Kontrollera port och skydd.
folder-login = Servern godtog inte användarnamnet eller lösenordet. En del leverantörer kräver ett särskilt lösenord för det här.
folder-no-folder = Det finns ingen sådan mapp i brevlådan, eller så får den inte läsas.
folder-silent = Servern svarade inte i tid. Kontrollera port och skydd.
folder-broken = Anslutningen bröts. Kontrollera port och skydd om det fortsätter.
folder-sealed = Det sparade lösenordet är krypterat med en annan nyckel. Skriv det en gång till.
folder-not-written = Innehållet i ett mejl kunde inte sparas. Serverns logg säger mer.
