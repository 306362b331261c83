## Public holidays and customary days off

holiday-new-years-day = Nyårsdagen
holiday-epiphany = Trettondedag jul
holiday-maundy-thursday = Skärtorsdagen
holiday-good-friday = Långfredagen
holiday-easter-sunday = Påskdagen
holiday-easter-monday = Annandag påsk
holiday-prayer-day = Stora bönedagen
holiday-may-day = Första maj
holiday-ascension-day = Kristi himmelsfärdsdag
holiday-constitution-day = Grundlagsdagen
holiday-whit-sunday = Pingstdagen
holiday-whit-monday = Annandag pingst
holiday-national-day = Nationaldagen
holiday-midsummer-eve = Midsommarafton
holiday-midsummer-day = Midsommardagen
holiday-all-saints-day = Alla helgons dag
holiday-independence-day = Självständighetsdagen
holiday-christmas-eve = Julafton
holiday-christmas-day = Juldagen
holiday-boxing-day = Annandag jul
holiday-new-years-eve = Nyårsafton

## Half days

half-day-twelfth-night = Trettondagsafton
half-day-maundy-thursday = Skärtorsdagen
half-day-walpurgis-night = Valborgsmässoafton
half-day-day-before-ascension = Dagen före Kristi himmelsfärdsdag
half-day-friday-before-whitsun = Fredagen före pingst
half-day-day-before-midsummer-eve = Dagen före midsommarafton
half-day-all-saints-eve = Dagen före Alla helgons dag
half-day-day-before-christmas-eve = Dagen före julafton
half-day-day-before-new-years-eve = Dagen före nyårsafton

## A working day alone between days off

squeeze-day = Klämdag
