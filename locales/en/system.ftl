## The state of the system

system-title = System
system-version = Version of Sparsam
system-started = Running since
system-database = Database
system-zone-data = Time zone data
system-mail = Mail
system-mail-relay = Leaves through your mail server
system-mail-mailbox = Stays in the built-in mailbox; nothing leaves
system-waiting = Mails waiting

# $wait (String) - a length of time
system-late = The oldest is { $wait } late
system-failed = Mails that failed
system-consistency = Meetings and the time they take
system-consistent = Agree

# $count (Number) - rows that differ
system-inconsistent = { $count ->
    [one] One difference. Tell whoever runs the server.
   *[other] { $count } differences. Tell whoever runs the server.
}
system-hint = On the server, sparsam doctor checks this and more.
