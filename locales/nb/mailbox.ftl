## Den innebygde postkassen

mailbox-title = Postkasse
mailbox-kept = Ingen e-postserver er satt opp, så e-post blir ikke sendt. Den blir liggende her i stedet.
mailbox-not-kept = E-post sendes gjennom e-postserveren. Her ligger det som ble lagret før den ble satt opp.
mailbox-filter = Bare til denne adressen
mailbox-show = Vis
mailbox-show-all = Vis alle
mailbox-empty = Her er det ingen e-post ennå. Det som sendes, dukker opp her.
mailbox-none-to = Det er ingen e-post til { $address }.
mailbox-subject = Emne
mailbox-to = Til
mailbox-at = Når
mailbox-pages = Mer e-post
mailbox-newer = Nyere
mailbox-older = Eldre
mailbox-back = Tilbake til postkassen
mailbox-download = Last ned e-posten
mailbox-html = Slik et e-postprogram viser den
mailbox-text = Ren tekst
mailbox-calendar = Det som havner i kalenderen
mailbox-headers = Meldingshoder
mailbox-raw = Vis kildeteksten
