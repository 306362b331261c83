agendas-title = Dagordningsmallar
agendas-one = Dagordningsmall
agendas-lead = Dagordningar att utgå från. Varje möte får en egen kopia, så inget möte ändras om mallen ändras senare.
agendas-empty = Det finns inga mallar än. Spara dagordningen från ett möte eller en plan som mall, eller skriv en här.
agendas-new = Ny dagordningsmall
agendas-edit = Ändra mallen
agendas-edit-lead = Varje möte får en egen kopia. Möten som redan använder dagordningen förblir som de är.
agendas-name = Namn
agendas-whose = Vilka som får använda den
agendas-own = Bara jag
agendas-team = Teamet { $team }
agendas-all = Alla
agendas-purpose = Vad den är till för
agendas-any-purpose = Alla slags möten
agendas-organizer = Den mötesansvariga
agendas-save = Spara mallen
agendas-points = { $count ->
    [one] En punkt
   *[other] { $count } punkter
}
agendas-plan = Planera ett möte med den
agendas-use = Använd den här dagordningen
agendas-keep = Spara dagordningen som mall
agendas-keep-as = Spara dagordningen som mall med namnet
agendas-manage = Alla dagordningsmallar
agendas-choice = { $name } ({ $whose })
agendas-no-points = Skriv minst en punkt.
agendas-too-many = Det finns redan { $most } mallar. Ta bort en först.
agendas-remove = Ta bort
agendas-remove-effect = Möten som har planerats med den behåller sin dagordning.
agendas-remove-button = Ta bort mallen
agendas-done-kept = Mallen är sparad.
agendas-done-removed = Mallen är borttagen. Mötena behåller sina dagordningar.
agendas-audit-created = Sparade en dagordningsmall
agendas-audit-changed = Ändrade en dagordningsmall
agendas-audit-removed = Tog bort en dagordningsmall
