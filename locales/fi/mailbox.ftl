## Sisäinen postilaatikko

mailbox-title = Postilaatikko
mailbox-kept = Sähköpostipalvelinta ei ole määritetty, joten viestejä ei lähetetä. Ne säilytetään täällä.
mailbox-not-kept = Viestit lähtevät sähköpostipalvelimen kautta. Täällä on se, mikä säilytettiin ennen sen määrittämistä.
mailbox-filter = Vain tähän osoitteeseen
mailbox-show = Näytä
mailbox-show-all = Näytä kaikki
mailbox-empty = Täällä ei ole vielä viestejä. Lähetettävät viestit ilmestyvät tänne.
mailbox-none-to = Osoitteeseen { $address } ei ole viestejä.
mailbox-subject = Aihe
mailbox-to = Vastaanottaja
mailbox-at = Milloin
mailbox-pages = Lisää viestejä
mailbox-newer = Uudemmat
mailbox-older = Vanhemmat
mailbox-back = Takaisin postilaatikkoon
mailbox-download = Lataa viesti
mailbox-html = Sellaisena kuin sähköpostiohjelma sen näyttää
mailbox-text = Pelkkä teksti
mailbox-calendar = Mitä kalenteriin tulee
mailbox-headers = Otsakkeet
mailbox-raw = Näytä lähdeteksti
