## Vastausten lukeminen postilaatikosta IMAPilla: asetukset, kokeilu ja tilanne

folder-way = Sparsam lukee ne postilaatikosta IMAPilla
folder-way-hint = Sopii kaikille sähköpostin tarjoajille. Lähettäjän osoitteeseen tulevien viestien on päädyttävä kansioon, jonka Sparsam saa lukea; siellä ei muuteta mitään.
folder-title = Postilaatikko
folder-host = IMAP-palvelin
folder-host-hint = Esimerkiksi imap.nordvik.example
folder-security-tls = TLS alusta alkaen (yleensä portti 993)
folder-security-starttls = STARTTLS (yleensä portti 143)
folder-security-plain = Ei suojausta, vain tähän tietokoneeseen (portti 143)
folder-name = Kansio
folder-name-hint = Viestit saapuvat kansioon INBOX. Kirjoita muu kansio niin kuin palvelin sen nimeää, esimerkiksi INBOX/Vastaukset.
folder-not-a-port = Kirjoita luku väliltä 1–65535, yleensä 993 tai 143.
folder-odd-password = Salasanassa ei voi olla rivinvaihtoa.
folder-test = Kokeile
folder-works = { $count ->
    [one] Yhteys toimii ja on tallennettu. Kansiossa on yksi viesti.
   *[other] Yhteys toimii ja on tallennettu. Kansiossa on { $count } viestiä.
}
folder-unsaved = Mitään ei tallennettu.

folder-never-read = Ei vielä luettu.
folder-read = Luettu viimeksi { $age }.
folder-waiting = { $count ->
    [one] Kansiossa odottaa yksi viesti lukemista.
   *[other] Kansiossa odottaa { $count } viestiä lukemista.
}
folder-failing = Lukeminen ei ole onnistunut tämän jälkeen: { $when }.
folder-next = Seuraava yritys viimeistään { $when }.
folder-matter = Sähköpostitse tulevien vastausten lukeminen ei ole onnistunut tämän jälkeen: { $when }

folder-no-host = Tämän nimistä palvelinta ei ole. Tarkista kirjoitusasu.
folder-refused = Palvelimeen ei saada yhteyttä. Tarkista sen nimi ja portti.
folder-certificate = Palvelimen varmenteeseen ei luoteta, tai se on toiselle nimelle.
folder-no-encryption = Palvelin ei tarjoa valittua suojausta. Tarkista portti ja suojaus.
folder-login = Palvelin ei hyväksynyt käyttäjätunnusta tai salasanaa. Jotkin palvelut vaativat tähän erillisen salasanan.
folder-no-folder = Postilaatikossa ei ole tällaista kansiota, tai sitä ei saa lukea.
folder-silent = Palvelin ei vastannut ajoissa. Tarkista portti ja suojaus.
folder-broken = Yhteys katkesi kesken. Tarkista portti ja suojaus, jos tämä jatkuu.
folder-sealed = Tallennettu salasana on salattu toisella avaimella. Kirjoita se uudelleen.
folder-not-written = Viestin sisältöä ei voitu tallentaa. Palvelimen loki kertoo enemmän.
