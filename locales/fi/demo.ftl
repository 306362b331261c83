demo-removal-title = Poista demoyritys
demo-removal-what = Nordvik AB poistuu henkilöineen, asiakkaineen, kokouksineen, viesteineen ja lokeineen. Poistoa ei voi perua.
demo-removal-then = Kaikki kirjataan ulos, ja otat käyttöön oman yrityksesi.
demo-removal-button = Poista demoyritys
