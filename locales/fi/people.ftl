admin-mail-title = Sähköposti
list-previous = Edelliset
list-next = Seuraavat
people-title = Henkilöt
people-invite = Kutsu ihmisiä
people-search = Nimi tai osoite
people-search-button = Hae
people-found = { $count ->
    [one] Yksi henkilö
   *[other] { $count } henkilöä
}
people-invited = { $count ->
    [one] Yksi henkilö on kutsuttu. Viestissä kerrotaan, miten salasana asetetaan.
   *[other] { $count } henkilöä on kutsuttu. Viestissä kerrotaan, miten salasana asetetaan.
}
people-who = Ketä kutsut?
people-who-hint = Yksi henkilö riville: anna@nordvik.example tai Anna Lind <anna@nordvik.example>.
people-role-hint = Katselija vain vastaa. Jäsen suunnittelee omat kokouksensa. Esihenkilö myös tiimiensä kokoukset. Ylläpitäjä tekee kaiken.
people-teams-hint = Esihenkilöt vetävät valitsemiasi tiimejä.
people-invite-button = Lähetä kutsut
people-invite-effect = Kaikki saavat viestin, jossa on linkki salasanan asettamiseen.
people-too-many = Kutsu kerralla enintään { $max } henkilöä.
people-unreadable = Tämän rivin lopussa ei ole sähköpostiosoitetta: { $line }
people-taken = Nämä osoitteet ovat jo käytössä: { $people }
person-history = Tilin muutokset
person-deeds = Mitä henkilö on tehnyt
person-place-title = Rooli ja tiimit
person-place-effect = Roolin muuttuessa henkilö kirjataan ulos kaikkialta.
person-team-no = Ei tiimissä
person-team-member = Jäsen
person-team-manager = Vetää tiimiä
person-placed = Rooli ja tiimit on tallennettu: { $name }.
person-last-admin = Muita ylläpitäjiä ei ole. Anna rooli ensin jollekulle toiselle.
person-needs-role = Tiimin vetäjän roolin on oltava esihenkilö tai ylläpitäjä.
person-address-title = Korjaa osoite
person-address-hint = Henkilö kirjautuu sillä. Tulevien kokousten kutsut lähetetään siihen uudelleen.
person-address-button = Korjaa osoite
person-address-corrected = Osoite on korjattu: { $name }.
person-address-taken = Osoite on jo jonkun toisen käytössä.
person-welcome-title = Ei ole vielä kirjautunut
person-welcome-effect = Uudessa viestissä on uusi linkki; vanha lakkaa toimimasta.
person-welcome-button = Lähetä tervetuloviesti uudelleen
person-welcomed = { $name } saa uuden tervetuloviestin.
person-leave-title = Lähtö
person-leave-hint = Sulkee tilin ja hoitaa henkilön kokoukset. Näet ensin, mitä tapahtuu.
person-leave-link = Poista käytöstä…
person-not-oneself = Et voi poistaa itseäsi käytöstä. Pyydä toista ylläpitäjää tekemään se.
person-heir-gone = Tämä kollega ei voi vetää kokouksia. Valitse joku muu.
person-meetings-new = Sivulta puuttui kokouksia. Katso luettelo ja valitse.
person-meetings-too-many = Tulevia kokouksia on yli { $max }, eikä niin montaa voi käsitellä kerralla. Peru ensin osa niistä.
person-deactivated = { $name } on poistettu käytöstä.
person-reactivated = { $name } voi taas kirjautua. Valitse tiimit.
person-reactivate-title = Paluu
person-reactivate-effect = Henkilö voi taas kirjautua. Vanhat tilaukset ja linkit eivät palaudu; tiimit valitaan uudelleen.
person-reactivate-button = Ota taas käyttöön
person-meetings-left = { $count ->
    [one] Yksi tuleva kokous on vailla vetäjää.
   *[other] { $count } tulevaa kokousta on vailla vetäjää.
}
leave-title = { $name } lähtee
leave-what = Mitä tapahtuu heti
leave-sessions = { $count ->
    [one] Yksi selain kirjataan ulos, eikä tilillä voi enää kirjautua.
   *[other] { $count } selainta kirjataan ulos, eikä tilillä voi enää kirjautua.
}
leave-feeds = { $count ->
    [one] Yksi kalenteritilaus lakkaa toimimasta.
   *[other] { $count } kalenteritilausta lakkaa toimimasta.
}
leave-links = Henkilön saamien viestien linkit lakkaavat toimimasta.
leave-teams = Henkilö poistuu näistä tiimeistä: { $teams }.
leave-orphans = Nämä tiimit jäävät ilman vetäjää: { $teams }.
leave-kept = Menneet kokoukset, vastaukset ja tapahtumaloki säilyvät ennallaan.
leave-no-meetings = Henkilöllä ei ole vedettävänään tulevia kokouksia.
leave-meetings = { $count ->
    [one] Yksi tuleva kokous
   *[other] { $count } tulevaa kokousta
}
leave-when = Milloin
leave-meeting = Kokous
leave-people = Osallistujia
leave-choice = Mitä kaikille näille kokouksille tehdään?
leave-hand-over = Kollega vetää ne
leave-hand-over-hint = Kaikille kerrotaan. Kokous, johon ei jää muita, perutaan.
leave-call-off = Ne perutaan
leave-call-off-hint = Kaikille kerrotaan, ja kokoukset poistuvat heidän kalentereistaan.
leave-heir = Kollega, jos joku vetää ne
leave-reason = Syy, jos ne perutaan
leave-reason-hint = Lähetetään kaikille kutsutuille, myös asiakkaille. Voi jättää tyhjäksi.
leave-button = Poista käytöstä: { $name }
leave-settle-button = Hoida nämä kokoukset
