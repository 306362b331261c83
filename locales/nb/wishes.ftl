## Customers who want to be reminded

wish-ask = Skal vi minne deg om møtet? Én e-post like før, og bare hvis du sier fra her.
wish-yes = Minn meg med en e-post
wish-on = Du får én e-post like før møtet.
wish-no = Ingen påminnelse
audit-meeting-reminder-wish = Sa fra om påminnelse
