## Customers who want to be reminded

wish-ask = Ska vi påminna dig om mötet? Ett mejl strax före, och bara om du säger till här.
wish-yes = Påminn mig via mejl
wish-on = Du får ett mejl strax före mötet.
wish-no = Ingen påminnelse
audit-meeting-reminder-wish = Valde om en påminnelse ska skickas
