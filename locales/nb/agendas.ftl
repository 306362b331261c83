agendas-title = Sakslistemaler
agendas-one = Sakslistemal
agendas-lead = Sakslister å starte med. Hvert møte får sin egen kopi, så ingen møter endres om malen endres senere.
agendas-empty = Det finnes ingen maler ennå. Lagre sakslisten til et møte eller en plan som mal, eller skriv en her.
agendas-new = Ny sakslistemal
agendas-edit = Endre malen
agendas-edit-lead = Hvert møte får sin egen kopi. Møter som allerede bruker sakslisten, forblir som de er.
agendas-name = Navn
agendas-whose = Hvem som kan bruke den
agendas-own = Bare jeg
agendas-team = Teamet { $team }
agendas-all = Alle
agendas-purpose = Hva den er til
agendas-any-purpose = Alle slags møter
agendas-organizer = Den møteansvarlige
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
agendas-too-many = Det finnes allerede { $most } maler. Fjern en først.
agendas-remove = Fjern
agendas-remove-effect = Møter som er planlagt med den, beholder sakslisten sin.
agendas-remove-button = Fjern malen
agendas-done-kept = Malen er lagret.
agendas-done-removed = Malen er fjernet. Møtene beholder sakslistene sine.
agendas-audit-created = Lagret en sakslistemal
agendas-audit-changed = Endret en sakslistemal
agendas-audit-removed = Fjernet en sakslistemal
