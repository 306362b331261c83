## Lähetä kirjallisena: suunnittelussa ja sivulla ennen lähetystä

written-button = Lähetä kirjallisena
written-saves = { $people ->
    [one] Yksi henkilö × { $length } = { $saved } takaisin
   *[other] { $people } henkilöä × { $length } = { $saved } takaisin
}
written-title = Lähetä kirjallisena
written-lead = Kokouksen sijaan nämä henkilöt saavat sähköpostitse esityslistan ja sen, mitä kirjoitat tähän. Kenenkään kalenteriin ei tule mitään, ja suunnitelman luonnos poistetaan, kun viesti on lähetetty.
written-words = Mitä kaikkien on hyvä tietää
written-words-hint = Se, mitä olisit sanonut kokouksessa; linkkejä voi käyttää. Enintään { $max } merkkiä. Kentän voi jättää tyhjäksi, jos esityslistalla on kohtia.
written-words-missing = Esityslista on tyhjä, joten kirjoita, mitä kaikkien on hyvä tietää.
written-answer-by = Vastaukset viimeistään
written-answer-by-hint = Jätä tyhjäksi, jos et tarvitse vastausta. Esimerkiksi { $example }, perjantai tai huomenna. Vastaukset tulevat sinulle sähköpostitse.
written-answer-by-range = Valitse tämä päivä tai myöhempi, enintään vuoden päähän.
written-who = Ketkä saavat viestin
written-send = { $people ->
    [one] Lähetä yhdelle henkilölle
   *[other] Lähetä { $people } henkilölle
}
written-back = Takaisin suunnitelmaan
written-mails-title = Tällaisena viesti näkyy
written-sent-already = Tämä on jo lähetetty. Jos lähetät uudelleen, kaikki saavat toisen viestin.

## Kirjalliset tiedotteet: viesti

written-mail-subject = Kokouksen sijaan: { $title }
written-mail-subject-customer = Tapaamisen sijaan: { $title }
written-mail-subject-answer = Kokouksen sijaan: { $title }. Vastaa viimeistään { $day }
written-mail-subject-answer-customer = Tapaamisen sijaan: { $title }. Vastaa viimeistään { $day }
written-mail-opening = { $author } kirjoittaa sinulle sen sijaan, että kutsuisi sinut kokoukseen.
written-mail-opening-customer = { $author }, { $company }, kirjoittaa sinulle sen sijaan, että ehdottaisi tapaamista.
written-mail-points = Mistä on kyse
written-mail-answer = Vastaathan viimeistään { $day } suoraan tähän viestiin.
written-mail-open = Avaa tiedote Sparsamissa
written-mail-footer = Sait tämän viestin, koska { $author }, { $company }, olisi muuten kutsunut sinut kokoukseen.
written-mail-footer-customer = Sait tämän viestin, koska { $author }, { $company }, olisi muuten kutsunut sinut tapaamiseen.

## Kirjalliset tiedotteet: sivu ja luettelo

updates-title = Kirjalliset tiedotteet
updates-chip = Lähetetty kirjallisena
updates-sent-by = { $name }, { $when }
updates-answer-by = Vastauksia toivotaan viimeistään { $day }.
updates-people = Saajat
updates-sent = Lähetetty
updates-author = Kirjoittaja
updates-empty = Ei vielä kirjallisia tiedotteita. Kun kokousta ei tarvita, valitse suunnittelussa ”Lähetä kirjallisena”.
updates-done-sent = { $people ->
    [one] Lähetetty kirjallisena yhdelle henkilölle. Kenenkään kalenteri ei muuttunut.
   *[other] Lähetetty kirjallisena { $people } henkilölle. Kenenkään kalenteri ei muuttunut.
}
updates-done-silent = Tämä henkilö ei halua täältä enempää viestejä, joten viestiä ei lähetetty uudelleen.

## Kirjalliset tiedotteet: muutosloki

audit-kind-update = Kirjallinen tiedote
audit-update-sent = Lähetti kirjallisen tiedotteen
audit-key-answer-by = Vastaukset viimeistään
written-mail-subject-point = Kirjallisena: { $title }
written-mail-point = { $author } kirjoittaa sinulle tästä sen sijaan, että asia käsiteltäisiin kokouksessa ”{ $meeting }”.
written-mail-point-customer = { $author } kirjoittaa sinulle tästä sen sijaan, että asia käsiteltäisiin tapaamisessa ”{ $meeting }”.
written-mail-footer-point = Sait tämän viestin, koska { $author }, { $company }, kirjoittaa sinulle eikä ota tätä esiin kokouksessa, johon sinut on kutsuttu.
