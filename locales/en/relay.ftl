## The mail server: settings, trying it, the queue

relay-title = Email
relay-server-title = Mail server
# $address (String) - the sender’s address
relay-sender = Invitations come from { $address }, and calendars send answers there.
relay-by-file = The mail server is set in this server’s configuration and can only be changed there.
# $server (String) - host and port
relay-in-use = Emails are sent through { $server }.
relay-mailbox = No mail server is set up. Emails stay in the built-in mailbox and reach nobody.
relay-host = Server
relay-host-hint = For example smtp.nordvik.example
relay-port = Port
relay-security = Protection
relay-security-tls = TLS from the start (usually port 465)
relay-security-starttls = STARTTLS (usually port 587)
relay-security-plain = None, only to this computer (port 25)
relay-username = User name
relay-username-hint = Leave empty if the server does not ask for one.
relay-password = Password
relay-password-kept = Leave empty to keep the saved one.
relay-password-again = Type the password once more: server, protection or user name has changed.
relay-password-alone = A password needs a user name.
relay-username-alone = A user name needs a password.
relay-from = Sender’s address
relay-from-hint = Invitations come from here, and calendars send answers here.
relay-not-a-host = Enter the name of a server, for example smtp.nordvik.example.
relay-not-a-port = Enter a number from 1 to 65535, usually 465 or 587.
relay-plain-refused = Without protection, only a server on this computer can be used. Choose TLS or STARTTLS.
relay-no-tls = This computer’s certificates cannot be used, so TLS is not possible.
relay-save = Save
relay-save-continue = Save and continue
relay-test = Send me a test invitation
relay-remove = Use the built-in mailbox instead
relay-saved = The mail server is saved.
relay-removed = Emails stay in the built-in mailbox from now on.
relay-again-done = The email is in the queue again.
relay-test-title = Test
# $email (String) - where it goes
relay-test-sent = The server accepts our email, and the settings are saved. A test invitation to { $email } is on its way. Did it land in your calendar?
# $email (String) - where it goes
relay-test-queued = A test invitation to { $email } is on its way. Did it land in your calendar?
# $email (String) - where it goes
relay-test-mailbox = A test invitation to { $email } will be in the built-in mailbox in a moment.
relay-test-said = What the server said, line by line
relay-test-nothing = It said nothing.
relay-test-unsaved = Nothing was saved and nothing was sent.
relay-fault-login = The server did not accept the user name or the password.
relay-fault-refused = The server refused.
relay-fault-connect = The server cannot be reached. Check its name and the port.
relay-fault-silent = The server did not answer in time. Check the port and protection.
relay-fault-broken = The connection was lost. Check the port and protection.
relay-test-meeting = Test from Sparsam, please delete
relay-queue-title = Waiting and failed emails
relay-queue-empty = No emails are waiting, and none have failed.
relay-queue-to = To
relay-queue-state = Status
relay-queue-since = Written
relay-queue-words = Server’s answer
relay-queue-again = Send again
relay-state-waiting = Waiting
relay-state-refused = Refused
relay-state-given-up = Given up
