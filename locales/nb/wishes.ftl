## Customers who want to be reminded

wish-ask = Skal vi minne deg om møtet? Én e-post like før, og bare hvis du sier fra her.
wish-yes = Minn meg på det på e-post
wish-on = Du får én e-post like før møtet.
wish-no = Ingen påminnelse
audit-meeting-reminder-wish = Valgte om det skal sendes påminnelse
