## Toisen ajan ehdottaminen: vastauslinkin takana

proposal-link = Ehdota toista aikaa
proposal-title = Toinen aika: ”{ $title }”
proposal-planned = Sovittu aika
proposal-lead = Nämä ajat sopivat muille. Valintasi menee järjestäjälle, joka päättää: { $name }. Siihen asti sovittu aika on voimassa.
proposal-times = Ajat, jotka sopivat muille
proposal-none = Lähiviikoilta ei löydy toista kaikille sopivaa aikaa.
proposal-otherwise = Eikö mikään sovi? Vastaa ei ja kirjoita vastaukseen, milloin sinulle sopisi.
proposal-to-answer = Takaisin vastaukseen
proposal-send = Ehdota tätä aikaa
proposal-taken = Tuo aika ei enää sovi muille. Valitse jokin näistä.
proposal-taken-none = Tuo aika ei enää sovi muille, eikä muuta sopivaa ole juuri nyt.
proposal-slow = { $minutes ->
    [one] Olet tehnyt monta ehdotusta lyhyessä ajassa. Yritä uudelleen minuutin kuluttua.
   *[other] Olet tehnyt monta ehdotusta lyhyessä ajassa. Yritä uudelleen { $minutes } minuutin kuluttua.
}
proposal-own = Ehdotuksesi
proposal-own-open = { $name } ei ole vielä päättänyt.
proposal-own-declined = { $name } pitää kiinni sovitusta ajasta.
proposal-withdraw = Peru ehdotus

## Kannan lähettäminen osallistumisen sijaan

input-link = Lähetä kantani kirjallisesti
input-title = Kantasi: ”{ $title }”
input-lead = Vastaat ei, ja tähän kirjoittamasi on esillä, kun muut kokoontuvat.
input-point = Mistä kohdasta
input-whole = Koko kokous
input-whole-customer = Koko tapaaminen
input-body = Kantasi
input-body-hint = Muutama rivi riittää.
input-send = Lähetä ja vastaa ei
input-own = Kirjallisesti lähettämäsi kanta
input-heading = Kirjallisesti lähetetyt kannat
input-about = Kohdasta ”{ $point }”

## Ehdotetut ajat kokouksen sivulla

proposals-heading = Ehdotetut ajat
proposals-by = { $name }, { $when }
proposals-by-mail = { $name }, sähköpostitse, { $when }
proposals-fits = Pysyy kaikissa rajoissa
proposals-passes = Rajoja ylittyy
proposals-busy = Varattuna silloin: { $names }
proposals-gone = Aika on jo mennyt
proposals-accept = Siirrä kokous tähän
proposals-decline = Hylkää
proposals-earlier = Aiemmat ehdotukset
proposals-accepted = Hyväksytty
proposals-declined = Hylätty
proposals-overtaken = Rauennut
proposals-done-declined = Hylätty. Ajan ehdottaja saa tiedon.
proposals-done-over = Ehdotus on jo ratkaistu tai sen aika on mennyt.

## Viestit ehdotetuista ajoista

proposal-mail-subject-offered = Toista aikaa ehdotettu: { $title }, { $when }
proposal-mail-subject-declined = Aika pysyy: { $title }, { $when }
proposal-mail-offered = { $name } ehdottaa toista aikaa. Kunnes päätät, sovittu aika on voimassa.
proposal-mail-declined = { $name } ei hyväksynyt ehdottamaasi aikaa. Sovittu aika on edelleen voimassa.
proposal-mail-planned = Sovittu aika: { $when }
proposal-mail-suggested = Ehdotuksesi: { $when }
proposal-mail-decide = Tee päätös
proposal-mail-answer = Vastaa

## Tapahtumaloki: ehdotukset ja kannat

audit-meeting-proposal-made = Ehdotti toista aikaa
audit-meeting-proposal-accepted = Hyväksyi ehdotetun ajan
audit-meeting-proposal-declined = Hylkäsi ehdotetun ajan
audit-meeting-proposal-withdrawn = Perui aikaehdotuksen
audit-meeting-input-sent = Lähetti kantansa kirjallisesti
my-week-proposal = { $name } ehdottaa toista aikaa: { $title }
