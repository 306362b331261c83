delegates-title = Planera åt mig
delegates-lead = Kollegor som du väljer här planerar möten åt dig: du är fortfarande mötesansvarig, och historiken nämner er båda. De ser alla dina möten med dagordning och mötesanteckningar och kan flytta och ställa in dem som du ansvarar för. De ser inte dina privata anteckningar och beslutar inte om godkännanden åt dig.
delegates-none = Ingen planerar möten åt dig.
delegates-add = Vem får planera åt mig
delegates-choose = Välj en kollega
delegates-allow = Tillåt
delegates-end = Ta bort
delegates-for = Du får planera åt { $names }.
delegates-too-many =
    { $most ->
        [one] Högst en kollega kan planera åt en person, och ingen planerar åt fler.
       *[other] Högst { $most } kollegor kan planera åt en person, och ingen planerar åt fler än så.
    }
delegates-done-added = Din kollega kan nu planera möten åt dig.
delegates-done-removed = Din kollega planerar inte längre möten åt dig.
delegates-whose = Vems möte
delegates-oneself = { $name } (mitt eget)
delegates-not-any-more = Du planerar inte längre åt den här kollegan. Kontrollera vems möte det är.
history-on-behalf = { $who } åt { $organizer }
audit-key-on-behalf-of = Åt
audit-person-delegate-added = Lät någon planera åt sig
audit-person-delegate-removed = Låter inte längre någon planera åt sig
mail-opening-for-you = { $by } har planerat det här mötet åt dig. Mejlet lägger in det i din kalender.
mail-opening-on-behalf = { $by } skickar det här för den mötesansvarigas räkning.
series-mail-opening-for-you = { $by } har planerat den här serien åt dig. Mejlet lägger alla datum i din kalender.
delegates-mails = { $count ->
    [one] En person får en inbjudan via mejl, och { $organizer } en kopia.
   *[other] { $count } personer får en inbjudan via mejl, och { $organizer } en kopia.
}
