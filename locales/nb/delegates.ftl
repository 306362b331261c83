delegates-title = Planlegging for meg
delegates-lead = Kolleger som du velger her, planlegger møter på dine vegne: Du er fortsatt møteansvarlig, og historikken nevner dere begge. De ser alle møtene dine med saksliste og referat og kan flytte og avlyse dem du er ansvarlig for. De ser ikke de private notatene dine og avgjør ikke godkjenninger for deg.
delegates-none = Ingen planlegger møter for deg.
delegates-add = Hvem kan planlegge for meg
delegates-choose = Velg en kollega
delegates-allow = Tillat
delegates-end = Fjern
delegates-for = Du kan planlegge for { $names }.
delegates-too-many =
    { $most ->
        [one] Høyst én kollega kan planlegge for én person, og ingen planlegger for flere.
       *[other] Høyst { $most } kolleger kan planlegge for én person, og ingen planlegger for flere enn det.
    }
delegates-done-added = Kollegaen din kan nå planlegge møter på dine vegne.
delegates-done-removed = Kollegaen din planlegger ikke lenger møter på dine vegne.
delegates-whose = Hvem sitt møte
delegates-oneself = { $name } (mitt eget)
delegates-not-any-more = Du planlegger ikke lenger for denne kollegaen. Kontroller hvem sitt møte det er.
history-on-behalf = { $who } på vegne av { $organizer }
audit-key-on-behalf-of = På vegne av
audit-person-delegate-added = Lot noen planlegge på sine vegne
audit-person-delegate-removed = Lar ikke lenger noen planlegge på sine vegne
mail-opening-for-you = { $by } har planlagt dette møtet på dine vegne. E-posten legger det i kalenderen din.
mail-opening-on-behalf = { $by } sender dette på vegne av den møteansvarlige.
series-mail-opening-for-you = { $by } har planlagt denne serien på dine vegne. E-posten legger alle datoene i kalenderen din.
delegates-mails = { $count ->
    [one] Én person får en invitasjon på e-post, og { $organizer } en kopi.
   *[other] { $count } personer får en invitasjon på e-post, og { $organizer } en kopi.
}
