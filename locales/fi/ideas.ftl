idea-title = Ehdotetut kohdat: ”{ $title }”
idea-open = Odottaa päätöstä
idea-none = Kukaan ei ole ehdottanut kohtaa.
idea-backlog = Myöhemmille kerroille
idea-suggest = Ehdota kohtaa
idea-note = Miksi (valinnainen)
idea-send = Ehdota
idea-accept = Lisää esityslistalle
idea-take-up = Lisää tälle esityslistalle
idea-decline = Hylkää
idea-drop = Poista
idea-put-off = Säästä myöhemmäksi
idea-decided = Päätetyt
idea-accepted = Esityslistalla
idea-declined = Hylätty
idea-too-long = Enintään { $most }.
idea-slow = { $minutes ->
    [one] Olet ehdottanut monta kohtaa lyhyessä ajassa. Yritä uudelleen minuutin kuluttua.
   *[other] Olet ehdottanut monta kohtaa lyhyessä ajassa. Yritä uudelleen { $minutes } minuutin kuluttua.
}
idea-enough = Viisi ehdotustasi odottaa jo päätöstä.
idea-done = Ehdotettu. Järjestäjä päättää.
idea-done-declined = Hylätty.
idea-done-later = Säästetty sarjan myöhemmälle kerralle.
idea-done-decided = Tästä on jo päätetty.
idea-done-full = Esityslista on täynnä.
idea-waiting = { $count ->
    [one] Yksi ehdotettu kohta
   *[other] { $count } ehdotettua kohtaa
}
idea-link = Ehdota kohtaa
point-next-move = Siirrä seuraavaan kertaan
point-next-copy = Kopioi seuraavaan kertaan
point-stays = Seuraavaa kertaa ei ole, sen esityslista on täynnä tai rajat eivät salli kohdan poistamista tältä kerralta. Kohta pysyy paikallaan.
audit-meeting-idea-made = Ehdotti kohtaa
audit-meeting-idea-declined = Hylkäsi ehdotetun kohdan
audit-meeting-idea-put-off = Säästi ehdotetun kohdan myöhemmäksi
idea-keep = Säästä myöhemmäksi
idea-taken-off = Oli esityslistalla
idea-done-crowded = Sarjan odottavien kohtien lista on täynnä. Ota ensin jotain esityslistalle tai poista jotain.
idea-who-decides = { $name } päättää, otetaanko se esityslistalle.
point-next = Seuraava kerta
point-next-hint = Siirrettäessä kohta vie mukanaan kaiken. Kopioitaessa mukaan tulevat tavoitteet ja linkit, mutta eivät muistiinpanot, toteumat eivätkä kiitokset.
idea-made-by-link = Ehdotuksesi on välitetty.
my-week-ideas = { $count ->
    [one] Yksi kohta on ehdotettu: { $title }
   *[other] { $count } kohtaa on ehdotettu: { $title }
}
