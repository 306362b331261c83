rates-title = Kustannusryhmät
rates-heading = Kustannusryhmät: { $team }
rates-intro = Tunnin hinta annetaan ryhmille, ei koskaan yksittäiselle henkilölle. Ylläpitäjät näkevät, mitä kokoukset maksavat, ja esihenkilöt näkevät sen omien alaistensa osalta. Kukaan muu ei näe sitä.
rates-group = Kustannusryhmä
rates-none = Ei ryhmää
rates-empty = Kustannusryhmiä ei ole vielä. Ylläpitäjät lisäävät ne ja valuutan suunnittelusääntöihin.
rates-write = Lisää kustannusryhmiä
rates-people = Kuka kuuluu mihinkin ryhmään, valitaan tiimin tai yksittäisen henkilön sivulla. Uuden niminen ryhmä on aluksi tyhjä.
rates-saved = Kustannusryhmät on tallennettu.
rates-gone = Ryhmää ei enää ole. Valitse toinen.
rates-no-currency = Rahaa ei näytetä
rates-about = Maksaa noin { $cost }
rates-too-few = Kustannusta ei näytetä: alle kahdella näistä henkilöistä on kustannusryhmä.
rates-unrated = { $count ->
    [one] Yksi henkilö ilman kustannusryhmää ei ole mukana laskussa.
   *[other] { $count } henkilöä ilman kustannusryhmää ei ole mukana laskussa.
}
rates-unled = { $count ->
    [one] Yksi kollega tiimiesi ulkopuolelta ei ole mukana laskussa.
   *[other] { $count } kollegaa tiimiesi ulkopuolelta ei ole mukana laskussa.
}
rates-csv-cost = Kustannus ({ $currency })
rates-together = Kaikki yhteensä
audit-person-rate-band-saved = Valitsi kustannusryhmän
