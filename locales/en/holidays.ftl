## Public holidays and customary days off

holiday-new-years-day = New Year’s Day
holiday-epiphany = Epiphany
holiday-maundy-thursday = Maundy Thursday
holiday-good-friday = Good Friday
holiday-easter-sunday = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-prayer-day = Great Prayer Day
holiday-may-day = May Day
holiday-ascension-day = Ascension Day
holiday-constitution-day = Constitution Day
holiday-whit-sunday = Whit Sunday
holiday-whit-monday = Whit Monday
holiday-national-day = National Day
holiday-midsummer-eve = Midsummer Eve
holiday-midsummer-day = Midsummer Day
holiday-all-saints-day = All Saints’ Day
holiday-independence-day = Independence Day
holiday-christmas-eve = Christmas Eve
holiday-christmas-day = Christmas Day
holiday-boxing-day = Boxing Day
holiday-new-years-eve = New Year’s Eve

## Half days

half-day-twelfth-night = Twelfth Night
half-day-maundy-thursday = Maundy Thursday
half-day-walpurgis-night = Walpurgis Night
half-day-day-before-ascension = Day before Ascension Day
half-day-friday-before-whitsun = Friday before Whitsun
half-day-day-before-midsummer-eve = Day before Midsummer Eve
half-day-all-saints-eve = All Saints’ Eve
half-day-day-before-christmas-eve = Day before Christmas Eve
half-day-day-before-new-years-eve = Day before New Year’s Eve

## A working day alone between days off

squeeze-day = Bridge day
