agendas-title = Esityslistapohjat
agendas-one = Esityslistapohja
agendas-lead = Esityslistoja, joista on hyvä aloittaa. Kokous saa oman kopionsa, joten pohjan muuttaminen myöhemmin ei muuta yhtään kokousta.
agendas-empty = Pohjia ei ole vielä. Tallenna kokouksen tai suunnitelman esityslista pohjaksi tai kirjoita uusi pohja täällä.
agendas-new = Uusi esityslistapohja
agendas-edit = Muokkaa pohjaa
agendas-edit-lead = Kokous saa oman kopionsa. Kokoukset, joissa tämä esityslista on jo käytössä, pysyvät ennallaan.
agendas-name = Nimi
agendas-whose = Kuka saa käyttää sitä
agendas-own = Vain minä
agendas-team = Tiimi { $team }
agendas-all = Kaikki
agendas-purpose = Mihin se on tarkoitettu
agendas-any-purpose = Mikä tahansa kokous
agendas-organizer = Järjestäjä
agendas-save = Tallenna pohja
agendas-points = { $count ->
    [one] Yksi kohta
   *[other] { $count } kohtaa
}
agendas-plan = Suunnittele kokous tällä pohjalla
agendas-use = Käytä tätä esityslistaa
agendas-keep = Tallenna esityslista pohjaksi
agendas-keep-as = Tallenna esityslista pohjaksi nimellä
agendas-manage = Kaikki esityslistapohjat
agendas-choice = { $name } ({ $whose })
agendas-no-points = Kirjoita vähintään yksi kohta.
agendas-too-many = Pohjia on jo { $most }. Poista ensin jokin niistä.
agendas-remove = Poista
agendas-remove-effect = Sillä suunnitellut kokoukset säilyttävät esityslistansa.
agendas-remove-button = Poista pohja
agendas-done-kept = Pohja on tallennettu.
agendas-done-removed = Pohja on poistettu. Kokoukset säilyttävät esityslistansa.
agendas-audit-created = Tallensi esityslistapohjan
agendas-audit-changed = Muutti esityslistapohjaa
agendas-audit-removed = Poisti esityslistapohjan
