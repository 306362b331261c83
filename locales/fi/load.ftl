## The page of a team's meeting load

load-title = Kokousaika
load-heading = Kokousaika: { $team }
load-intro = Kokoustunnit henkilöittäin ja viikoittain.
load-own-only = Näet omat tuntisi ja tiimin keskiarvon.
load-weeks = Viikot
load-weeks-option = { $count } viikkoa
load-show = Näytä
load-person = Henkilö
load-average = Tiimin keskiarvo
load-cell-hours = tuntia
load-cell-over = , rajan yli
load-legend = Vahvempi väri tarkoittaa enemmän tunteja. ▲ punaisella tarkoittaa, että raja ylittyy.
load-empty = Tarvitaan kaksi viikkoa, joilla on kokouksia.
load-export = Lataa CSV-tiedostona

load-selling-title = Myyntiaika
load-selling = { $time } myyntiin, { $share } % työajasta
load-selling-how = Työaika ilman pyhä- ja vapaapäiviä, sisäiset kokoukset vähennettynä.
load-purpose-title = Tunnit tarkoituksen mukaan
load-purpose-column = Tarkoitus
load-hours-column = Tunnit
load-customers-title = Asiakkaat, joihin aikaa on käytetty
load-customer-column = Asiakas
load-customers-export = Lataa asiakkaat CSV-tiedostona
load-cost-title = Kustannukset kuukausittain
load-month-column = Kuukausi
load-cost-column = Kustannus
load-unpriced-column = Ilman tuntihintaa
load-cost-note = Kokoustunnit kerrottuna ryhmän tuntihinnalla siltä osin kuin kuukausi kuuluu näihin viikkoihin. Ilman tuntihintaa olevien henkilöiden tunnit eivät sisälly kustannukseen.
load-breaches-title = Rajan yli
load-breach = { $name }, { $week }. { $used }
load-breaches-more = { $count ->
    [one] Yksi muu on merkitty taulukkoon.
   *[other] { $count } muuta on merkitty taulukkoon.
}
load-breaches-none = Kukaan ei ylittänyt viikkorajaa.
load-passed-title = Ylitetyt rajat ja syyt
load-passed-when = Milloin
load-passed-who = Kuka
load-passed-meeting = Kokous
load-passed-level = Mitä vaadittiin
load-passed-reason = Syy
load-passed-allowed = Hyväksyjä: { $name }
load-passed-no-reason = Ei vaadittu
load-passed-hidden = Jonkun toisen kokous
load-passed-none = Yhtään rajaa ei ole ylitetty.
load-back-title = Takaisin saatu aika
load-back-cancelled = Perutut kokoukset
load-back-shortened = Lyhennetyt kokoukset
load-back-written = Lähetetty kirjallisesti
load-back-none = Aikaa ei ole saatu takaisin.

load-progress = { $which }: { $used } / { $most }

## The exported table

load-csv-week = Viikko
load-csv-hours = Kokoustunnit
load-csv-meetings = Kokoukset
load-csv-internal = Sisäisten kokousten tunnit
load-csv-customer = Asiakastapaamisten tunnit
load-csv-working = Työtunnit
load-csv-selling = Myyntiaika tunteina
load-csv-over = Rajan yli

## The meter of my week

load-meter = { $used } / { $limit }
load-meter-left = { $left } jäljellä
load-meter-full = Raja on saavutettu
load-meter-over = { $over } yli rajan

## The Monday mail

digest-subject = Viikkosi { $week }: { $meetings ->
    [one] yksi kokous
   *[other] { $meetings } kokousta
}, { $time }
digest-subject-empty = Viikkosi { $week }: ei kokouksia
digest-meetings = { $meetings ->
    [one] Sinulla on tällä viikolla yksi kokous
   *[other] Sinulla on tällä viikolla { $meetings } kokousta
}: { $time }.
digest-selling = Myyntiin jää { $time }.
digest-empty = Ei kokouksia. Myyntiin jää { $time }.
digest-empty-hours = Ei kokouksia. Myyntiin jää { $hours ->
    [one] yksi tunti
   *[other] { $hours } tuntia
}.
digest-below-hours = Olet { $left } alle { $hours ->
    [one] yhden
   *[other] { $hours }
} tunnin rajasi.
digest-below = Olet { $left } alle rajasi, joka on { $limit }.
digest-at = Olet saavuttanut rajasi, joka on { $limit }.
digest-over-hours = Olet { $over } yli { $hours ->
    [one] yhden
   *[other] { $hours }
} tunnin rajasi.
digest-over = Olet { $over } yli rajasi, joka on { $limit }.
digest-near = Rajat, joita lähestyt:
digest-unanswered = { $count ->
    [one] Yksi kutsu odottaa vastaustasi.
   *[other] { $count } kutsua odottaa vastaustasi.
}
digest-approvals = { $count ->
    [one] Yksi hyväksyntäpyyntö odottaa sinua.
   *[other] { $count } hyväksyntäpyyntöä odottaa sinua.
}
digest-proposals = { $count ->
    [one] Yksi uusi aikaehdotus kokoukseesi odottaa vastaustasi.
   *[other] { $count } uutta aikaehdotusta kokouksiisi odottaa vastaustasi.
}
digest-open = Avaa oma viikko
digest-footer = Lähetetään maanantaisin osoitteeseen { $email }, koska käytät Sparsamia. Yritys: { $company }.
digest-stop = Lopeta tämän viestin lähettäminen

## Settings of mails

settings-mail-title = Sähköposti

load-adjust = Muuta rajoja
load-prime-title = Paras myyntiaika
load-prime-cut = Sisäiset kokoukset veivät suojatusta myyntiajasta { $cut } (yhteensä { $kept }).
load-prime-elsewhere = Sen ulkopuolella sisäisiä kokouksia oli { $time }.
load-prime-how = Aika, jonka ihmiset varaavat myyntiin, ilman pyhä- ja vapaapäiviä. Asiakastapaamiset eivät vähennä sitä.

load-protected-whole = Suojattu myyntiaika: kaikki jäljellä ({ $kept }).
load-protected-left = Suojattu myyntiaika: { $left } jäljellä, yhteensä { $kept }. Sisäiset kokoukset vievät { $cut }.
load-protected-gone = Suojattu myyntiaika: { $kept } on mennyt kokonaan sisäisiin kokouksiin.
load-protected-none = Tällä viikolla ei ole suojattua myyntiaikaa: se osuu pyhä- tai vapaapäiviin.
