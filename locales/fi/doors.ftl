## Salasanat, jotka asetetaan sähköpostin linkillä

forgotten-title = Unohditko salasanasi?
forgotten-lead = Kirjoita sähköpostiosoitteesi. Jos sillä on täällä tili, saat linkin sähköpostiisi minuutin kuluessa.
forgotten-button = Lähetä linkki
forgotten-sent-title = Katso sähköpostisi
forgotten-sent-body = Jos osoitteella on täällä tili, linkki on matkalla. Se toimii yhden tunnin. Eikö viestiä näy? Katso roskapostikansio tai kysy ylläpitäjältä.
forgotten-back = Takaisin kirjautumiseen
reset-title = Aseta uusi salasana
reset-lead = Käyttäjä { $email }. Sinut kirjataan ulos kaikkialta muualta.
welcome-title = Tervetuloa: { $company }
welcome-lead = Hei { $name }! Valitse salasana. Kirjaudut osoitteella { $email }.
door-button = Tallenna ja kirjaudu
door-password = Uusi salasana
door-password-rule = Vähintään { $min } merkkiä, mieluiten { $advised } tai enemmän. Välilyönnit ja kaikki kirjaimet käyvät, ja liittäminen on sallittu. Älä käytä nimeäsi, osoitettasi tai yleistä salasanaa.
door-password-too-short = Salasana on liian lyhyt. Käytä vähintään { $min } merkkiä.
door-password-too-long = Salasana on liian pitkä. Käytä enintään { $max } merkkiä.
door-password-common = Tämä on ensimmäisiä salasanoja, joita arvattaisiin. Valitse toinen.
door-password-like-account = Nimesi tai osoitteesi on helppo arvata. Valitse jotain muuta.
