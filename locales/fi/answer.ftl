reply-title = Tuletko kokoukseen ”{ $title }”?
reply-title-customer = Tuletko tapaamiseen ”{ $title }”?
reply-inviter = { $name } ({ $company }) kutsuu sinut.
reply-when = Milloin
reply-where = Missä
reply-why = Miksi sinä
reply-with = Mukana
reply-yes = Kyllä, tulen
reply-maybe = Ehkä
reply-no = En
reply-no-hint = Kieltäytyminen on täysin sallittua.
reply-as = Vastaat nimellä { $name }.
reply-not-you = Etkö se ole sinä?
reply-not-you-body = Silloin linkkiä ei tarkoitettu sinulle. Älä vastaa tässä, vaan lähetä viesti edelleen järjestäjälle: { $name }, { $email }. Hän voi kutsua sinut itsesi.
reply-change = Muuta vastausta
reply-given = Kiitos, vastauksesi on tallennettu.
reply-given-at = Vastattu { $time }
reply-feed = Tilaa kokouksesi, niin näet ne kaikki omassa kalenterissasi.
reply-meeting-page = Avaa kokous
reply-leads = Sinä vedät tämän kokouksen. Muiden vastaukset ovat kokouksen sivulla.
reply-cancelled = Kokous on peruttu. Sinun ei tarvitse tehdä mitään.
reply-cancelled-customer = Tapaaminen on peruttu. Sinun ei tarvitse tehdä mitään.
reply-over = Kokous on päättynyt. Siihen ei voi enää vastata.
reply-over-customer = Tapaaminen on päättynyt. Siihen ei voi enää vastata.
reply-gone-title = Linkistä ei voi enää vastata
reply-expired = Kokous päättyi yli viikko sitten. Jos sinulla on kysyttävää, kirjoita järjestäjälle: { $name }, { $email }.
reply-expired-customer = Tapaaminen päättyi yli viikko sitten. Jos sinulla on kysyttävää, kirjoita järjestäjälle: { $name }, { $email }.
reply-removed = Sinua ei enää ole kutsuttu tähän kokoukseen. Jos se yllättää, kysy järjestäjältä: { $name }.
reply-removed-customer = Sinua ei enää ole kutsuttu tähän tapaamiseen. Jos se yllättää, kysy järjestäjältä: { $name }.
reply-slow = { $seconds ->
    [one] Se kävi nopeasti. Odota sekunti ja lähetä vastaus uudelleen.
   *[other] Se kävi nopeasti. Odota { $seconds } sekuntia ja lähetä vastaus uudelleen.
}

stop-title = Ei enää kutsuja?
stop-body = { $company } ei enää lähetä kutsuja tälle henkilölle: { $name }. Jo sovitut tapaamiset pysyvät; voit kieltäytyä niistä viestin linkistä.
stop-button = Lopeta kutsut
stop-done = Valmis. { $company } ei enää kutsu sinua.
stop-resume = Muutitko mielesi? Sinut voidaan taas kutsua.
stop-resume-button = Salli kutsut taas
