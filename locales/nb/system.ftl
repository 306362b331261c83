system-title = System
system-version = Versjon av Sparsam
system-started = I gang siden
system-database = Database
system-zone-data = Tidssonedata
system-mail = E-post
system-mail-relay = Sendes gjennom e-postserveren deres
system-mail-mailbox = Blir liggende i den innebygde postkassen; ingenting sendes
system-waiting = E-poster som venter
system-late = Den eldste er { $wait } forsinket
system-failed = E-poster som ikke kom fram
system-consistency = Møter og tiden de tar
system-consistent = Stemmer overens
system-inconsistent = { $count ->
    [one] Ett avvik. Si fra til den som driver serveren.
   *[other] { $count } avvik. Si fra til den som driver serveren.
}
system-hint = På serveren kontrollerer sparsam doctor dette og mer.
