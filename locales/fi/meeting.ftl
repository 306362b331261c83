meeting-join = Liity videoyhteyteen
meeting-move = Siirrä
meeting-call-off = Peru
meeting-edit = Muokkaa
meeting-copy = Kopioi
meeting-print = Tulosta
meeting-download = Kalenteritiedosto (.ics)
meeting-over = Päättynyt
meeting-where = Missä
meeting-planned-by = Järjestäjä: { $name }
meeting-cancelled-because = Peruttu: { $reason }
meeting-agenda = Esityslista
meeting-no-agenda = Ei vielä esityslistaa. Myös osallistujat näkevät sen.
meeting-agenda-sum = Suunniteltu { $used }, kokouksen kesto { $length }
meeting-agenda-over = { $over } yli kokouksen keston
meeting-everyone = Kaikki
meeting-people = Osallistujat
meeting-taken-out = Eivät enää kutsuttuja
meeting-answered-of = { $answered }/{ $asked } on vastannut
meeting-you = sinä
meeting-your-answer = Vastauksesi
meeting-send-answer = Lähetä vastaus
meeting-comment-to = Viesti järjestäjälle (valinnainen): { $name }
meeting-how-to-answer = Kutsuun vastataan sähköpostin linkistä tai tällä sivulla. Kalenteriohjelmassa annetut vastaukset eivät vielä tule tänne.
meeting-mails-stay = Sähköpostipalvelinta ei ole määritetty. Viestit jäävät sisäiseen postilaatikkoon eivätkä tavoita ketään.
meeting-open-mailbox = Avaa postilaatikko
meeting-notes = Muistiinpanot
meeting-history = Historia

delivery-waiting = Viesti odottaa, lähtee { $time }
delivery-due = Viesti on lähdössä
delivery-retrying = { $count ->
    [one] Yritetty kerran
   *[other] Yritetty { $count } kertaa
}, uusi yritys { $time }
delivery-accepted = Sähköpostipalvelin vastaanotti { $time }
delivery-stored = Sisäisessä postilaatikossa, { $time }
delivery-refused = Sähköpostipalvelin hylkäsi { $time }
delivery-given-up = { $count ->
    [one] Ei perillä yhden yrityksen jälkeen
   *[other] Ei perillä { $count } yrityksen jälkeen
}
delivery-none = Viestiä ei lähetetty
delivery-said = Palvelin vastasi:
delivery-send-again = Lähetä uudelleen
delivery-correct = Korjaa osoite
delivery-address = Oikea osoite
delivery-colleague = Ylläpitäjä korjaa työtoverin osoitteen.
delivery-taken = Tämä osoite on jo jollakulla toisella.
delivery-changed-meanwhile = Kokousta muutettiin tällä välin. Tarkista osoite ja lähetä se uudelleen.

move-title = Siirrä kokous ”{ $title }”
move-now = Nyt
move-new-time = Uusi aika
move-date = Päivä
move-date-hint = Esimerkiksi { $example } tai ”huomenna”
move-clock = Alkaa
move-length = Kesto
move-zone = Aikavyöhyke
move-reason = Syy (valinnainen)
move-reason-hint = Tulee mukaan viestiin.
move-show = Näytä, mitä tapahtuu
move-send = { $count ->
    [0] Siirrä kokous
    [one] Siirrä ja ilmoita yhdelle
   *[other] Siirrä ja ilmoita { $count } henkilölle
}
move-past = Aika on jo mennyt. Valitse myöhempi aika.
move-unchanged = Kokous on jo tähän aikaan. Valitse toinen aika.
move-length-range = Kokous kestää 5 minuutista 24 tuntiin.
move-effect = Mitä tapahtuu
move-asked-again = Nämä henkilöt saavat viestin, ja heiltä kysytään uudelleen:
move-only-told = Nämä henkilöt saavat viestin:
move-nobody-told = Kenellekään ei tarvitse lähettää viestiä.
move-overlaps = Muut kokoukset samaan aikaan
move-no-overlaps = Kenelläkään ei ole muuta kokousta samaan aikaan.
move-busy = varattu

cancel-title = Peru kokous ”{ $title }”
cancel-gives-back = Osallistujat saavat yhteensä { $time } takaisin.
cancel-reason = Syy
cancel-reason-optional = Syy (valinnainen)
cancel-reason-hint = Tulee mukaan viestiin. Mukana on asiakkaita, joten kerro syy.
cancel-reason-missing = Mukana on asiakkaita. Kerro heille syy.
cancel-told = Nämä henkilöt saavat tiedon:
cancel-nobody-told = Kenellekään ei ole vielä kerrottu kokouksesta, joten viestejä ei lähetetä.
cancel-send = { $count ->
    [0] Peru kokous
    [one] Peru ja ilmoita yhdelle
   *[other] Peru ja ilmoita { $count } henkilölle
}
cancel-keep = Pidä kokous

stale-title = Joku muu muutti kokousta tällä välin
stale-body = Mitään ei lähetetty. Vertaa ja lähetä omasi uudelleen, jos se vielä sopii.
stale-typed = Mitä halusit
stale-now = Mikä on nyt voimassa
stale-who = Muutettu tällä välin

sent-planned = { $count ->
    [one] Kutsu on matkalla yhdelle henkilölle. Se lähtee { $time }.
   *[other] Kutsut ovat matkalla { $count } henkilölle. Ne lähtevät { $time }.
}
sent-moved = Kokous on siirretty. { $count ->
    [one] Yksi henkilö saa
   *[other] { $count } henkilöä saa
} tiedon { $time }.
sent-cancelled = Kokous on peruttu. { $count ->
    [one] Yksi henkilö saa
   *[other] { $count } henkilöä saa
} tiedon { $time }.
sent-edited = Tallennettu. { $count ->
    [one] Yksi henkilö saa
   *[other] { $count } henkilöä saa
} tiedon { $time }.
sent-nobody = Valmis. Kenellekään ei tarvitse lähettää viestiä.
sent-quietly = Tallennettu. Kenellekään ei ilmoitettu; muutos kerrotaan seuraavassa viestissä.
done-undone = Kumottu. Kokous on ennallaan, eikä viestejä lähetetty.
done-unplanned = Kumottu: mitään ei lähetetty. Suunnitelmasi on tässä luonnoksena.
done-answered = Vastauksesi on tallennettu.
done-again = Viesti on taas matkalla.
done-forgotten = Tätä viestiä ei voi lähettää uudelleen: viestien sisältö poistetaan jonkin ajan kuluttua. Jos kokous on vielä edessä, muuta sitä tai korjaa osoite, niin lähtee uusi viesti.
done-outdated = Tätä viestiä ei lähetetty uudelleen: sen sisältö ei enää pidä paikkaansa tai siitä on jo uudempi viesti.
done-too-late = Kumoaminen ei enää onnistu: viestejä on lähtenyt tai kokousta on muutettu. Voit yhä siirtää, muokata tai perua sen.
sent-later = { $count ->
    [one] Yksi viesti odottaa toista päivää, koska yhden järjestäjän viestejä lähtee enintään { $most } päivässä.
   *[other] { $count } viestiä odottaa toista päivää, koska yhden järjestäjän viestejä lähtee enintään { $most } päivässä.
}

history-planned = Suunniteltu
history-edited = Muokattu
history-moved = Siirretty
history-cancelled = Peruttu
history-handed-over = Luovutettu
history-address = Osoite korjattu
history-undone = Kumottu
history-sent-again = Viesti lähetetty uudelleen
history-answered = { $name } vastasi: { $answer }
history-change = { $what }: { $before } → { $after }
history-added = Lisätty: { $what }
history-removed = Poistettu: { $what }
history-agenda = Esityslistaa muutettiin
history-title = Otsikko
history-purpose = Tarkoitus
history-time = Aika
history-format = Kokoustapa
history-place = Paikka
history-video = Videolinkki
history-nothing = ei mitään
