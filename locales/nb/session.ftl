## Innlogging

sign-in-title = Logg inn
sign-in-button = Fortsett
sign-in-forgotten = Har du glemt passordet?
sign-in-wrong = Adresse og passord hører ikke sammen. Sjekk begge og prøv igjen.
sign-in-slow = For mange forsøk. Vent { $seconds ->
    [one] ett sekund
   *[other] { $seconds } sekunder
} og prøv igjen.
sign-in-demo-title = Se deg rundt i demoen
sign-in-demo-hint = Velg hvem du vil være. Ingen e-post forlater denne datamaskinen; alt demoen sender, ligger i postkassen.
label-email = E-post
label-password = Passord
