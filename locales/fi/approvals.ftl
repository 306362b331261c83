## Viestit: hyväksynnät

approval-mail-subject-asked = Päätöstäsi tarvitaan: { $title }, { $when }
approval-mail-subject-approved = Hyväksytty: { $title }, { $when }
approval-mail-subject-declined = Hylätty: { $title }, { $when }
approval-mail-subject-expired = Ei päätöstä ajoissa: { $title }, { $when }
approval-mail-subject-withdrawn = Muutettu sillä välin: { $title }, { $when }
approval-mail-asked = { $name } pyytää sinua hyväksymään kokouksen, joka ylittää rajoja. Ketään ei ole vielä kutsuttu; aika on varattuna, kunnes päätät.
approval-mail-asked-change = { $name } pyytää sinua hyväksymään kokouksen muutoksen, joka ylittää rajoja. Kokous pysyy ennallaan, kunnes päätät.
approval-mail-approved = { $name } on hyväksynyt kokouksen. Kutsut ovat matkalla.
approval-mail-approved-change = { $name } on hyväksynyt muutoksen. Kaikille asianosaisille ilmoitetaan.
approval-mail-declined = { $name } on hylännyt pyynnön. Ketään ei kutsuttu, aika on taas vapaa ja suunnitelma on luonnoksissasi.
approval-mail-declined-change = { $name } on hylännyt muutoksen. Kokous pysyy ennallaan.
approval-mail-expired = { $name } ei ehtinyt päättää ajoissa. Ketään ei kutsuttu, aika on taas vapaa ja suunnitelma on luonnoksissasi.
approval-mail-expired-change = { $name } ei ehtinyt päättää ajoissa. Kokous pysyy ennallaan.
approval-mail-withdrawn = { $name } on muuttanut kokousta, joten pyyntösi ei ole enää voimassa. Katso kokous sellaisena kuin se nyt on ja pyydä uudelleen, jos se on yhä tarpeen.
approval-mail-decide = Tee päätös
approval-mail-open = Avaa kokous
approval-mail-until = Tee päätös viimeistään { $when } ({ $zone }). Linkki toimii kerran ja vain sinulle.

## Hyväksynnät: mitä pyydetään

approval-passed = Ylittyvät rajat
approval-reason = Perustelu: { $reason }
approval-stands = Alkuperäinen aika: { $when }
approval-title = Hyväksyntä: { $title }
approval-asked-by = Pyytäjä: { $name }, { $when }
approval-now = Tilanne nyt
approval-now-nothing = Mikään raja ei enää ylity.
approval-until = Tee päätös viimeistään { $when }. Muuten aika vapautuu.
approval-note = Viesti, jonka saa { $name } (valinnainen)
approval-approve = Hyväksy
approval-decline = Hylkää
approval-choose = Valitse, hyväksytkö vai hylkäätkö.
approval-own = Olet itse pyytänyt tätä tai suunnittelet kokouksen, joten joku muu päättää.
approval-worse = Luvut ovat muuttuneet pyynnön jälkeen. Katso ne ja päätä uudelleen.
approval-blocked = Raja estää nyt kokouksen. Sen voi vain hylätä.
approval-as = Päätät nimellä { $name }.
approval-done-approved = Hyväksytty. Kaikille asianosaisille ilmoitetaan.
approval-done-declined = Hylätty. Tiedon saa { $name }.
approval-decided-by = { $name }, { $when }
approval-state-open = Odottaa
approval-state-approved = Hyväksytty
approval-state-declined = Hylätty
approval-state-expired = Ei päätöstä ajoissa
approval-state-withdrawn = Peruttu

## Hyväksynnät: luettelot

approvals-title = Hyväksynnät
approvals-waiting = Odottaa sinua
approvals-waiting-none = Mikään ei odota päätöstäsi.
approvals-asked = Pyyntösi
approvals-asked-none = Et ole pyytänyt hyväksyntää.
approvals-matter = { $name } pyytää hyväksyntää: { $title }

## Hyväksynnät: kokouksen sivulla

approval-waits = Päättäjä: { $name }. Aikaa on { $when } asti.
approval-waits-plan = Ketään ei ole vielä kutsuttu. Aika on varattuna.
approval-waits-change = Kokous pysyy ennallaan siihen asti.
approval-proposed = Ehdotettu aika
approval-withdraw = Peru pyyntö
approval-change-it = Muuta
approval-done-asked = Hyväksyntää on pyydetty, päättäjä on { $name }. Muille ei vielä kerrota, ja aika on varattuna.
approval-done-withdrawn = Pyyntö on peruttu, ja aika on taas vapaa.
approval-override-own = { $name }, { $when }
approval-override-allowed = { $name }, hyväksyjä { $approver }, { $when }
approval-nobody = Tämä vaatii hyväksynnän, eikä kukaan muu voi antaa sitä. Pyydä ylläpitäjää nimeämään tiimille esihenkilö.

## Loki: hyväksynnät

audit-meeting-approval-asked = Pyysi hyväksyntää
audit-meeting-approved = Hyväksyi
audit-meeting-approval-declined = Hylkäsi pyynnön
audit-meeting-approval-expired = Hyväksyntää ei saatu ajoissa
audit-meeting-approval-passed-on = Pyysi hyväksyntää toiselta
audit-meeting-approval-withdrawn = Perui pyynnön
