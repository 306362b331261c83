## Kirjautuminen

sign-in-title = Kirjaudu sisään
sign-in-button = Jatka
sign-in-forgotten = Unohditko salasanan?
sign-in-wrong = Osoite ja salasana eivät täsmää. Tarkista molemmat ja yritä uudelleen.
sign-in-slow = Liian monta yritystä. Odota { $seconds ->
    [one] sekunti
   *[other] { $seconds } sekuntia
} ja yritä uudelleen.
sign-in-demo-title = Tutustu demoon
sign-in-demo-hint = Valitse, kuka haluat olla. Sähköposti ei lähde tältä koneelta; kaikki demon viestit ovat postilaatikossa.
label-email = Sähköposti
label-password = Salasana
