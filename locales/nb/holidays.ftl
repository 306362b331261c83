## Public holidays and customary days off

holiday-new-years-day = Første nyttårsdag
holiday-epiphany = Helligtrekongersdag
holiday-maundy-thursday = Skjærtorsdag
holiday-good-friday = Langfredag
holiday-easter-sunday = Første påskedag
holiday-easter-monday = Andre påskedag
holiday-prayer-day = Store bededag
holiday-may-day = Arbeidernes dag
holiday-ascension-day = Kristi himmelfartsdag
holiday-constitution-day = Grunnlovsdag
holiday-whit-sunday = Første pinsedag
holiday-whit-monday = Andre pinsedag
holiday-national-day = Nasjonaldagen
holiday-midsummer-eve = Midtsommeraften
holiday-midsummer-day = Midtsommerdagen
holiday-all-saints-day = Allehelgensdag
holiday-independence-day = Selvstendighetsdagen
holiday-christmas-eve = Julaften
holiday-christmas-day = Første juledag
holiday-boxing-day = Andre juledag
holiday-new-years-eve = Nyttårsaften

## Half days

half-day-twelfth-night = Helligtrekongersaften
half-day-maundy-thursday = Skjærtorsdag
half-day-walpurgis-night = Valborgsaften
half-day-day-before-ascension = Dagen før Kristi himmelfartsdag
half-day-friday-before-whitsun = Fredagen før pinse
half-day-day-before-midsummer-eve = Dagen før midtsommeraften
half-day-all-saints-eve = Allehelgensaften
half-day-day-before-christmas-eve = Lille julaften
half-day-day-before-new-years-eve = Dagen før nyttårsaften

## A working day alone between days off

squeeze-day = Inneklemt dag
