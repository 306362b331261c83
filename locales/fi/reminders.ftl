## Mails that remind of a meeting

reminder-subject-today = Tänään { $time }: { $title }
reminder-subject-tomorrow = Huomenna { $time }: { $title }
reminder-subject = { $when }: { $title }
reminder-unanswered = Et ole vielä vastannut. { $name } tarvitsee tiedon, tuletko.
reminder-reading = Ennen tätä kokousta on luettavaa. Linkit ovat alla.
reminder-asked = Pyysit muistutusta tästä kokouksesta.
reminder-settings = Valitse, mitä muistutuksia saat

## When reminders go out

reminder-title = Muistutukset
reminder-lead = Kuinka paljon ennen kokousta muistutus lähetetään. Sen voivat saada kaikki tulevat, jos on luettavaa, ne, jotka eivät ole vastanneet, ja ne, jotka ovat pyytäneet muistutuksia omissa asetuksissaan. Muistutukset odottavat työaikaa, jos kokoukseen on yli 24 tuntia.
reminder-to-reading = Kaikille tuleville, jos on luettavaa
reminder-to-unanswered = Niille, jotka eivät ole vastanneet
reminder-to-asked = Niille, jotka ovat pyytäneet
reminder-none = Ei muistutusta
reminder-minutes-before = { $count ->
    [one] 1 minuutti ennen
   *[other] { $count } minuuttia ennen
}
reminder-hours-before = { $count ->
    [one] 1 tunti ennen
   *[other] { $count } tuntia ennen
}
reminder-days-before = { $count ->
    [one] 1 päivä ennen
   *[other] { $count } päivää ennen
}
reminder-saved = Muistutukset on tallennettu.

## Settings of mails

settings-mail-hint = Viestit, jotka voivat odottaa, tulevat työaikanasi.
settings-mail-summary = Kooste
settings-mail-summary-hint = Kokouksesi, kuinka lähellä rajojasi olet ja mikä odottaa sinua. Lähetetään työpäiväsi alkaessa.
settings-mail-weekly = Maanantaisin
settings-mail-daily = Joka työpäivä
settings-mail-never = Ei lainkaan
settings-mail-answers = Vastaukset kokouksiini
settings-mail-answers-hint = Vastaukset näkyvät joka tapauksessa kokouksen sivulla.
settings-mail-at-once = Jokainen heti
settings-mail-in-summary = Koosteessa
settings-mail-reminders = Muistutukset
settings-mail-reminders-hint = Kokouksen tarkoitus ratkaisee, kuinka ajoissa muistutus tulee. Siirretystä tai perutusta kokouksesta tai sellaisesta, johon olet vastannut kieltävästi, ei muistuteta. Ennen kokousta luettava tulee, ellet valitse, ettei muistutuksia tule.
settings-mail-unanswered = Kokouksista, joihin en ole vastannut
settings-mail-all = Kaikista kokouksistani
