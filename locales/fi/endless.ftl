## Series that never end

endless-choice = Jatka ilman loppua, jos joku muu hyväksyy sen
endless-title = Ilman päättymispäivää: { $title }
endless-means = Jos hyväksyt, uudet kerrat suunnitellaan automaattisesti ennen viimeistä, 13 kerrallaan. Sarjan järjestäjä saa joka kerta toteuman, ja voit lopettaa tämän milloin tahansa.
endless-until = Tee päätös viimeistään { $when }. Muuten sarja päättyy suunnitellusti.
endless-own = Pyysit tätä itse tai järjestät sarjan, joten joku muu päättää.
endless-done-approved = Hyväksytty. Sarja jatkuu automaattisesti.
endless-done-declined = Hylätty. Sarja päättyy viimeiseen kertaansa, ellei järjestäjä jatka sitä.
endless-waits = Kysymys siitä, saako sarja jatkua ilman loppua, odottaa päättäjää: { $name }.
endless-stands = Sarjalla ei ole päättymispäivää: uudet kerrat suunnitellaan automaattisesti.
endless-withdraw = Anna sen päättyä
endless-withdraw-question = Peru pyyntö
endless-open = Avaa pyyntö
endless-done-asked = Joltakin muulta on kysytty, saako sarja jatkua ilman loppua. Siihen asti se päättyy suunnitellusti.
endless-done-ends = Sarjalla on taas päättymispäivä. Mitään ei peruttu.
endless-matter = { $name } kysyy, saako sarja jatkua ilman loppua: { $title }
endless-label = Ei päättymispäivää, jos joku muu hyväksyy sen
endless-label-hint = Yllä olevat kerrat suunnitellaan nyt. Kun pyyntö on hyväksytty, uudet kerrat seuraavat automaattisesti.
endless-why = Miksi sarjan ei pitäisi päättyä?

## Mails about series that never end

endless-mail-subject-asked = Ilman päättymispäivää? { $title }
endless-mail-subject-approved = Hyväksytty ilman päättymispäivää: { $title }
endless-mail-subject-declined = Hylätty: { $title } päättyy
endless-mail-subject-expired = Ei päätöstä ajoissa: { $title } päättyy
endless-mail-subject-prolonged = { $title } jatkuu, viimeinen kerta { $day }
endless-mail-asked = { $name } pyytää sinua hyväksymään, että sarja jatkuu ilman päättymispäivää. Uudet kerrat suunniteltaisiin silloin automaattisesti, 13 kerrallaan.
endless-mail-approved = { $name } on hyväksynyt pyynnön. Uudet kerrat suunnitellaan automaattisesti ennen viimeistä.
endless-mail-declined = { $name } on hylännyt pyynnön. Sarja päättyy viimeiseen kertaansa, ellet jatka sitä.
endless-mail-expired = { $name } ei ehtinyt päättää ajoissa. Sarja päättyy viimeiseen kertaansa, ellet jatka sitä.
endless-mail-prolonged = Sarjalla ei ole päättymispäivää, joten uusia kertoja on suunniteltu. Viimeinen toistaiseksi: { $when }.
endless-mail-last = Viimeinen kerta toistaiseksi: { $when }
endless-mail-until = Tee päätös viimeistään { $when } ({ $zone }). Linkki toimii kerran ja vain sinulle.

## Audit log: series that never end

endless-audit-asked = Pyysi sarjaa ilman päättymispäivää
endless-audit-approved = Hyväksyi sarjan ilman päättymispäivää
endless-audit-declined = Hylkäsi sarjan ilman päättymispäivää
endless-audit-expired = Sarjasta ilman loppua ei päätetty ajoissa
endless-audit-withdrawn = Antoi sarjan taas päättyä
endless-audit-ended = Sarja ilman loppua ei voinut jatkua
