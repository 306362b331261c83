system-title = System
system-version = Version av Sparsam
system-started = I gång sedan
system-database = Databas
system-zone-data = Tidszonsdata
system-mail = E-post
system-mail-relay = Skickas via er e-postserver
system-mail-mailbox = Stannar i den inbyggda brevlådan; inget skickas
system-waiting = Mejl som väntar
system-late = Det äldsta är { $wait } försenat
system-failed = Mejl som inte kom fram
system-consistency = Möten och tiden de tar
system-consistent = Stämmer överens
system-inconsistent = { $count ->
    [one] En skillnad. Säg till den som sköter servern.
   *[other] { $count } skillnader. Säg till den som sköter servern.
}
system-hint = På servern kontrollerar sparsam doctor detta och mer.
