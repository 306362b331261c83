## Customers who want to be reminded

wish-ask = Haluatko muistutuksen tapaamisesta? Yksi viesti vähän ennen sitä, ja vain jos pyydät sen tässä.
wish-yes = Muistuta minua sähköpostilla
wish-on = Saat yhden viestin vähän ennen tapaamista.
wish-no = Ei muistutusta
audit-meeting-reminder-wish = Ilmoitti, haluaako muistutuksen
