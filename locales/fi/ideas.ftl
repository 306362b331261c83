idea-title = Ehdotetut kohdat: ”{ $title }”
idea-open = Odottaa päätöstä
idea-none = Yksikään ehdotus ei odota.
idea-backlog = Myöhemmille kerroille
idea-suggest = Ehdota kohtaa
idea-note = Miksi (valinnainen)
idea-send = Ehdota
idea-accept = Lisää esityslistalle
idea-take-up = Lisää tälle esityslistalle
idea-decline = Hylkää
idea-drop = Poista
idea-put-off = Jätä myöhemmälle kerralle
idea-decided = Päätetyt
idea-accepted = Esityslistalla
idea-declined = Hylätty
idea-too-long = Enintään { $most }.
idea-slow = { $minutes ->
    [one] Olet ehdottanut monta kohtaa lyhyessä ajassa. Yritä uudelleen minuutin kuluttua.
   *[other] Olet ehdottanut monta kohtaa lyhyessä ajassa. Yritä uudelleen { $minutes } minuutin kuluttua.
}
idea-enough = Viisi ehdotustasi odottaa jo päätöstä. Voit ehdottaa lisää, kun jostakin niistä on päätetty.
idea-done = Ehdotus on lähetetty. Järjestäjä päättää, otetaanko kohta esityslistalle.
idea-done-declined = Kohtaa ei oteta esityslistalle.
idea-done-later = Kohta jätettiin sarjan myöhemmälle kerralle.
idea-done-decided = Tästä on jo päätetty.
idea-done-full = Esityslista on täynnä. Poista siitä ensin jokin kohta.
idea-waiting = { $count ->
    [one] Yksi ehdotettu kohta
   *[other] { $count } ehdotettua kohtaa
}
idea-link = Ehdota kohtaa
point-next-move = Siirrä seuraavalle kerralle
point-next-copy = Kopioi seuraavalle kerralle
point-stays = Kohta pysyy paikallaan. Kokous on päättynyt tai peruttu, seuraavaa kertaa ei ole tai sen esityslista on täynnä, tai jokin raja ei salli, että kohta poistetaan tältä kerralta.
audit-meeting-idea-made = Ehdotti kohtaa
audit-meeting-idea-declined = Hylkäsi ehdotetun kohdan
audit-meeting-idea-put-off = Jätti ehdotetun kohdan myöhemmäksi
idea-keep = Jätä myöhemmälle kerralle
idea-taken-off = Oli esityslistalla
idea-done-crowded = Myöhemmille kerroille ei mahdu enempää kohtia. Ota ensin jokin esityslistalle tai poista jokin.
idea-who-decides = { $name } päättää, otetaanko kohta esityslistalle.
point-next = Seuraava kerta
point-next-hint = Jos siirrät kohdan, kaikki siihen kuuluva tulee mukana. Jos kopioit sen, mukaan tulevat tavoitteet ja linkit mutta eivät muistiinpanot, toteumat eivätkä kiitokset.
idea-made-by-link = Kiitos. Ehdotuksesi on välitetty järjestäjälle.
my-week-ideas = { $count ->
    [one] Yksi kohta on ehdotettu: { $title }
   *[other] { $count } kohtaa on ehdotettu: { $title }
}
