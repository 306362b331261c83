## The built-in mailbox

mailbox-title = Mailbox
mailbox-kept = No mail server is set up, so mail does not leave. It is kept here instead.
mailbox-not-kept = Mail leaves through the mail server. Here is what was kept before it was set up.
mailbox-filter = To this address only
mailbox-show = Show
mailbox-show-all = Show all
mailbox-empty = There is no mail yet. What people are sent will appear here.
# $address (String) - as typed
mailbox-none-to = There is no mail to { $address }.
mailbox-subject = Subject
mailbox-to = To
mailbox-at = When
mailbox-pages = More mail
mailbox-newer = Newer
mailbox-older = Older
mailbox-back = Back to the mailbox
mailbox-download = Download the mail
mailbox-html = As a mail program shows it
mailbox-text = Plain text
mailbox-calendar = What goes into the calendar
mailbox-headers = Headers
mailbox-raw = Show as it is written
