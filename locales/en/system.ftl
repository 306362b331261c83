## The state of the system

system-title = System
system-version = Version of Sparsam
system-started = Running since
system-database = Database
system-zone-data = Time zone data
system-mail = Email
system-mail-relay = Sent through your mail server
system-mail-mailbox = Kept in the built-in mailbox; nothing is sent
system-waiting = Emails waiting

# $wait (String) - a length of time
system-late = The oldest is { $wait } late
system-failed = Emails that failed
system-consistency = Meetings and the time they take
system-consistent = Agree

# $count (Number) - rows that differ
system-inconsistent = { $count ->
    [one] One difference. Tell whoever runs the server.
   *[other] { $count } differences. Tell whoever runs the server.
}
system-hint = On the server, sparsam doctor checks this and more.
