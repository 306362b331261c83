agendas-title = Sakslistemaler
agendas-one = Sakslistemal
agendas-lead = Sakslister å begynne med. Et møte får en kopi, så ingen møter endres når malen endres senere.
agendas-empty = Det finnes ingen maler ennå. Lagre sakslisten til et møte eller en plan som mal, eller skriv en her.
agendas-new = Ny sakslistemal
agendas-edit = Endre malen
agendas-edit-lead = Møter som begynte med den, beholder sakslisten sin.
agendas-name = Navn
agendas-whose = Hvem som kan bruke den
agendas-own = Bare jeg
agendas-team = Teamet { $team }
agendas-all = Alle
agendas-purpose = Hva den er til
agendas-any-purpose = Alle slags møter
agendas-organizer = Arrangøren
agendas-save = Lagre malen
agendas-points = { $count ->
    [one] Én sak
   *[other] { $count } saker
}
agendas-plan = Planlegg et møte med den
agendas-use = Bruk denne sakslisten
agendas-keep = Lagre sakslisten som mal
agendas-keep-as = Lagre sakslisten som mal med navnet
agendas-manage = Alle sakslistemaler
agendas-choice = { $name } ({ $whose })
agendas-no-points = Skriv minst én sak.
agendas-too-many = Det finnes allerede { $most } maler. Fjern én først.
agendas-remove = Fjern
agendas-remove-effect = Møter som begynte med den, beholder sakslisten sin.
agendas-remove-button = Fjern malen
agendas-done-kept = Malen er lagret.
agendas-done-removed = Malen er fjernet. Møtene beholder sakslistene sine.
agendas-audit-created = Lagret en sakslistemal
agendas-audit-changed = Endret en sakslistemal
agendas-audit-removed = Fjernet en sakslistemal
