## Inloggning

sign-in-title = Logga in
sign-in-button = Fortsätt
sign-in-forgotten = Har du glömt lösenordet?
sign-in-wrong = Adress och lösenord hör inte ihop. Kontrollera båda och försök igen.
sign-in-slow = För många försök. Vänta { $seconds ->
    [one] en sekund
   *[other] { $seconds } sekunder
} och försök igen.
sign-in-demo-title = Se dig omkring i demon
sign-in-demo-hint = Välj vem du vill vara. Ingen e-post lämnar den här datorn; allt som demon skickar ligger i brevlådan.
label-email = E-post
label-password = Lösenord
