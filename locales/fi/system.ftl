system-title = Järjestelmä
system-version = Sparsamin versio
system-started = Käynnissä alkaen
system-database = Tietokanta
system-zone-data = Aikavyöhyketiedot
system-mail = Sähköposti
system-mail-relay = Lähetetään sähköpostipalvelimenne kautta
system-mail-mailbox = Jäävät sisäiseen postilaatikkoon; mitään ei lähetetä
system-waiting = Odottavat viestit
system-late = Vanhin on { $wait } myöhässä
system-failed = Epäonnistuneet viestit
system-consistency = Kokoukset ja niiden varaama aika
system-consistent = Täsmäävät
system-inconsistent = { $count ->
    [one] Yksi ero. Kerro palvelimen ylläpitäjälle.
   *[other] { $count } eroa. Kerro palvelimen ylläpitäjälle.
}
system-hint = Palvelimella sparsam doctor tarkistaa tämän ja muuta.
