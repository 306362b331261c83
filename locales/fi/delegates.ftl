delegates-title = Suunnittelu puolestani
delegates-lead = Tässä valitsemasi työtoverit suunnittelevat kokouksia puolestasi: olet edelleen järjestäjä, ja historiassa näkyvät molempien nimet. He näkevät kaikki kokouksesi esityslistoineen ja muistioineen ja voivat siirtää ja perua ne, jotka sinä järjestät. He eivät näe omia muistiinpanojasi eivätkä päätä hyväksynnöistä puolestasi.
delegates-none = Kukaan ei suunnittele kokouksia puolestasi.
delegates-add = Kuka saa suunnitella puolestani
delegates-choose = Valitse työtoveri
delegates-allow = Salli
delegates-end = Poista
delegates-for = Saat suunnitella näiden puolesta: { $names }.
delegates-too-many =
    { $most ->
        [one] Yhden henkilön puolesta voi suunnitella enintään yksi työtoveri, eikä kukaan suunnittele useamman puolesta.
       *[other] Yhden henkilön puolesta voi suunnitella enintään { $most } työtoveria, eikä kukaan suunnittele useamman kuin niin monen puolesta.
    }
delegates-done-added = Työtoverisi voi nyt suunnitella kokouksia puolestasi.
delegates-done-removed = Työtoverisi ei enää suunnittele kokouksia puolestasi.
delegates-whose = Kenen kokous
delegates-oneself = { $name } (oma)
delegates-not-any-more = Et enää suunnittele tämän työtoverin puolesta. Tarkista, kenen kokous se on.
history-on-behalf = { $who }, järjestäjän puolesta: { $organizer }
audit-key-on-behalf-of = Kenen puolesta
audit-person-delegate-added = Salli jonkun suunnitella puolestaan
audit-person-delegate-removed = Ei enää salli jonkun suunnitella puolestaan
mail-opening-for-you = { $by } on suunnitellut tämän kokouksen puolestasi. Tämä viesti vie sen kalenteriisi.
mail-opening-on-behalf = { $by } lähettää tämän järjestäjän puolesta.
series-mail-opening-for-you = { $by } on suunnitellut tämän sarjan puolestasi. Tämä viesti vie kaikki päivät kalenteriisi.
delegates-mails = { $count ->
    [one] Yksi henkilö saa kutsun sähköpostitse. Kopion saa { $organizer }.
   *[other] { $count } henkilöä saa kutsun sähköpostitse. Kopion saa { $organizer }.
}
