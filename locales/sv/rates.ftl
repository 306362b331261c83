rates-title = Kostnadsgrupper
rates-heading = Kostnadsgrupper i { $team }
rates-intro = Vad en timme kostar anges för grupper, aldrig för en enskild person. Administratörer ser vad möten kostar, och chefer ser det för sina medarbetare. Ingen annan gör det.
rates-group = Kostnadsgrupp
rates-none = Ingen grupp
rates-empty = Det finns inga kostnadsgrupper än. Administratörer lägger till dem, med valutan, i planeringsreglerna.
rates-write = Lägg till kostnadsgrupper
rates-people = Vem som hör till vilken grupp väljs på varje teams sida eller på en enskild persons. En grupp med nytt namn börjar tom.
rates-saved = Kostnadsgrupperna är sparade.
rates-gone = Gruppen finns inte längre. Välj en annan.
rates-no-currency = Inga pengar visas
rates-about = Kostar ungefär { $cost }
rates-too-few = Ingen kostnad visas: färre än två av personerna har en kostnadsgrupp.
rates-unrated = { $count ->
    [one] En person utan kostnadsgrupp är inte medräknad.
   *[other] { $count } personer utan kostnadsgrupp är inte medräknade.
}
rates-unled = { $count ->
    [one] En kollega utanför dina team är inte medräknad.
   *[other] { $count } kollegor utanför dina team är inte medräknade.
}
rates-csv-cost = Kostnad i { $currency }
rates-together = Alla tillsammans
audit-person-rate-band-saved = Valde kostnadsgrupp
