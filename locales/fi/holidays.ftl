## Public holidays and customary days off

holiday-new-years-day = Uudenvuodenpäivä
holiday-epiphany = Loppiainen
holiday-maundy-thursday = Kiirastorstai
holiday-good-friday = Pitkäperjantai
holiday-easter-sunday = Pääsiäispäivä
holiday-easter-monday = Toinen pääsiäispäivä
holiday-prayer-day = Suuri rukouspäivä
holiday-may-day = Vappu
holiday-ascension-day = Helatorstai
holiday-constitution-day = Perustuslain päivä
holiday-whit-sunday = Helluntaipäivä
holiday-whit-monday = Toinen helluntaipäivä
holiday-national-day = Kansallispäivä
holiday-midsummer-eve = Juhannusaatto
holiday-midsummer-day = Juhannuspäivä
holiday-all-saints-day = Pyhäinpäivä
holiday-independence-day = Itsenäisyyspäivä
holiday-christmas-eve = Jouluaatto
holiday-christmas-day = Joulupäivä
holiday-boxing-day = Tapaninpäivä
holiday-new-years-eve = Uudenvuodenaatto

## Half days

half-day-twelfth-night = Loppiaisaatto
half-day-maundy-thursday = Kiirastorstai
half-day-walpurgis-night = Vapunaatto
half-day-day-before-ascension = Helatorstain aatto
half-day-friday-before-whitsun = Helluntaita edeltävä perjantai
half-day-day-before-midsummer-eve = Juhannusaaton aatto
half-day-all-saints-eve = Pyhäinpäivän aatto
half-day-day-before-christmas-eve = Jouluaaton aatto
half-day-day-before-new-years-eve = Uudenvuodenaaton aatto

## A working day alone between days off

squeeze-day = Välipäivä
