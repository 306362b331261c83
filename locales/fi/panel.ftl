## How a meeting stands with limits, beside the form

panel-title = Rajat
panel-fits = Mikään raja ei ole esteenä.
panel-other-dates = Rajat vaativat jotain sarjan muina päivinä; päivien luettelo kertoo, minä.
panel-people = Kokousaika
panel-load = Nyt { $before }, tämän kokouksen kanssa { $after }. Raja: { $limit }.
panel-left = Jäljellä { $left }
panel-over = { $over } yli rajan
panel-more = Muut rajat: { $name }
panel-others = { $count ->
    [one] Vielä yksi henkilö
   *[other] Vielä { $count } henkilöä
}
panel-level-inform = Tiedoksi
panel-level-warn = Vaatii kuittauksen
panel-level-reason = Vaatii perustelun
panel-level-approve = Vaatii hyväksynnän
panel-level-block = Ei sallittu
panel-tick = Olen nähnyt varoitukset
panel-reason = Miksi kokouksen on ylitettävä raja?
panel-reason-hint = Vähintään kymmenen merkkiä. Perustelu tallennetaan kokouksen yhteyteen.
panel-approver = Hyväksyntää pyydetään: { $name }. Aika pidetään varattuna, eikä muille kerrota vielä mitään.
panel-refused = Näin kokousta ei voi lähettää. Valitse toinen aika, vähemmän ihmisiä tai lyhyempi kokous.
panel-trades = Tämä auttaisi
panel-trade-agenda = Käytä pohjan esityslistaa
panel-trade-shorten = Lyhennä: { $length }
panel-trade-optional = Osallistuminen vapaaehtoiseksi: { $names }
panel-trade-start = Siirrä: { $when }
panel-trade-inform = Vain tulos tiedoksi: { $names }
panel-send-over = Lähetä rajan yli…
panel-send-ask = Pyydä hyväksyntää: { $name }
panel-exceptions = Poikkeuksia käytetty tällä vuosineljänneksellä { $used }/{ $most }.
panel-exceptions-gone = Poikkeuksia käytetty tällä vuosineljänneksellä { $used }/{ $most }. Tämä vaatii hyväksynnän.
