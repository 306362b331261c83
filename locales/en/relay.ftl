## The mail server: settings, trying it, the queue

relay-title = Mail
relay-server-title = Mail server
# $address (String) - the sender’s address
relay-sender = Invitations come from { $address }, and calendars send answers there.
relay-by-file = The mail server is set in the configuration of this server and can only be changed there.
# $server (String) - host and port
relay-in-use = Mails leave through { $server }.
relay-mailbox = No mail server is set. Mails stay in the built-in mailbox and reach nobody.
relay-host = Server
relay-host-hint = For example smtp.nordvik.example
relay-port = Port
relay-security = Protection
relay-security-tls = TLS from the start (usually port 465)
relay-security-starttls = STARTTLS (usually port 587)
relay-security-plain = None, only to this computer (port 25)
relay-username = User name
relay-username-hint = Leave empty if the server asks for none.
relay-password = Password
relay-password-kept = Leave empty to keep the saved one.
relay-password-again = Type the password once more: server, protection or user name have changed.
relay-password-alone = A password needs a user name.
relay-username-alone = A user name needs a password.
relay-from = Sender’s address
relay-from-hint = Invitations come from here, and calendars send answers here.
relay-not-a-host = Write the name of a server, for example smtp.nordvik.example.
relay-not-a-port = Write a number from 1 to 65535, usually 465 or 587.
relay-plain-refused = Without protection only a server on this computer is possible. Choose TLS or STARTTLS.
relay-no-tls = This computer’s certificates cannot be used, so TLS is not possible.
relay-save = Save
relay-save-continue = Save and continue
relay-test = Send me a test invitation
relay-remove = Use the built-in mailbox instead
relay-saved = The mail server is saved.
relay-removed = Mails stay in the built-in mailbox from now on.
relay-again-done = The mail is in the queue again.
relay-test-title = Test
# $email (String) - where it goes
relay-test-sent = The server takes our mail and is saved. A test invitation to { $email } is on its way. Did it land in your calendar?
# $email (String) - where it goes
relay-test-queued = A test invitation to { $email } is on its way. Did it land in your calendar?
# $email (String) - where it goes
relay-test-mailbox = A test invitation to { $email } lies in the built-in mailbox in a moment.
relay-test-said = What the server said, line by line
relay-test-nothing = It said nothing.
relay-test-unsaved = Nothing was saved and nothing was sent.
relay-fault-login = The server did not accept the user name or the password.
relay-fault-refused = The server said no.
relay-fault-connect = The server cannot be reached. Check its name and the port.
relay-fault-silent = The server did not answer in time. Check port and protection.
relay-fault-broken = The conversation broke off. Check port and protection.
relay-test-meeting = Test from Sparsam, please delete
relay-queue-title = Waiting and failed mails
relay-queue-empty = No mail waits, and none has failed.
relay-queue-to = To
relay-queue-state = State
relay-queue-since = Written
relay-queue-words = The server’s words
relay-queue-again = Send again
relay-state-waiting = Waiting
relay-state-refused = Refused
relay-state-given-up = Given up
