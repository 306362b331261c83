label-person = Henkilö
label-role = Rooli
label-state = Tila
teams-title = Tiimit
teams-none = Tiimejä ei ole vielä.
team-label = Tiimi
team-new = Uusi tiimi
team-managers = Vetäjä
team-members = Jäsenet
team-no-manager = Ei kukaan
team-calendar = Tiimin kalenteri
team-empty = Tiimissä ei ole vielä ketään.
team-manages = Vetää tiimiä
team-change = Muuta
team-make-manager = Nimeä vetäjäksi
team-unmake-manager = Poista vetäjän tehtävästä
team-remove = Poista tiimistä
team-add-title = Lisää henkilö
team-add-hint = Tiimin vetäjät näkevät henkilön kokoukset.
team-add-button = Lisää tiimiin
team-rename-title = Tiimin nimi
team-name-hint = Esimerkiksi Myynti, pohjoinen.
team-name-taken = Toisella tiimillä on jo tämä nimi. Valitse toinen.
team-create-button = Luo tiimi
team-created = Tiimi on luotu. Lisää siihen nyt ihmisiä.
team-renamed = Tiimin nimi on vaihdettu.
team-deleted = Tiimi on poistettu. Sen jäsenet ja kokoukset jäävät.
team-member-saved = Tallennettu.
team-member-removed = Henkilö ei ole enää tiimissä.
team-person-gone = Henkilö on lähtenyt yrityksestä. Valitse joku muu.
team-not-a-manager = Tiimiä voi vetää vain henkilö, jolla on esihenkilön rooli. Pyydä ylläpitäjää muuttamaan rooli ensin.
team-delete-link = Poista tiimi…
team-delete-title = Poistetaanko tiimi { $name }?
team-delete-effect = { $count ->
    [one] Yksi henkilö poistuu tiimistä; tili ja kokoukset jäävät. Tiimin kalenteritilaukset lakkaavat heti. Tätä ei voi kumota.
   *[other] { $count } henkilöä poistuu tiimistä; heidän tilinsä ja kokouksensa jäävät. Tiimin kalenteritilaukset lakkaavat heti. Tätä ei voi kumota.
}
team-delete-button = Poista tiimi
