system-title = Järjestelmä
system-version = Sparsamin versio
system-started = Käynnissä alkaen
system-database = Tietokanta
system-zone-data = Aikavyöhyketiedot
system-mail = Sähköposti
system-mail-relay = Lähtee sähköpostipalvelimenne kautta
system-mail-mailbox = Jää sisäiseen postilaatikkoon; mitään ei lähde
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
