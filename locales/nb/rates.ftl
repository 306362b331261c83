rates-title = Kostnadsgrupper
rates-heading = Kostnadsgrupper i { $team }
rates-intro = Hva en time koster, settes for grupper, aldri for én person. Administratorer ser hva møter koster, og ledere ser det for sine medarbeidere. Ingen andre gjør det.
rates-group = Kostnadsgruppe
rates-none = Ingen gruppe
rates-empty = Det finnes ingen kostnadsgrupper ennå. Administratorer legger dem til, med valutaen, i planleggingsreglene.
rates-write = Legg til kostnadsgrupper
rates-people = Hvem som er i hvilken gruppe, velges på siden til hvert team eller til den enkelte. En gruppe med nytt navn begynner tom.
rates-saved = Kostnadsgruppene er lagret.
rates-gone = Gruppen finnes ikke lenger. Velg en annen.
rates-no-currency = Ingen penger vises
rates-about = Koster omtrent { $cost }
rates-too-few = Ingen kostnad vises: færre enn to av disse personene har en kostnadsgruppe.
rates-unrated = { $count ->
    [one] Én person uten kostnadsgruppe er ikke regnet med.
   *[other] { $count } personer uten kostnadsgruppe er ikke regnet med.
}
rates-unled = { $count ->
    [one] Én kollega utenfor teamene dine er ikke regnet med.
   *[other] { $count } kolleger utenfor teamene dine er ikke regnet med.
}
rates-csv-cost = Kostnad i { $currency }
rates-together = Alle til sammen
audit-person-rate-band-saved = Valgte kostnadsgruppe
