## The built-in mailbox

mailbox-title = Mailbox
mailbox-kept = No mail server is set up, so emails are not sent. They are kept here instead.
mailbox-not-kept = Emails are sent through the mail server. Here is what was kept before it was set up.
mailbox-filter = To this address only
mailbox-show = Show
mailbox-show-all = Show all
mailbox-empty = There are no emails yet. Everything sent to people will appear here.
# $address (String) - as typed
mailbox-none-to = There are no emails to { $address }.
mailbox-subject = Subject
mailbox-to = To
mailbox-at = When
mailbox-pages = More emails
mailbox-newer = Newer
mailbox-older = Older
mailbox-back = Back to the mailbox
mailbox-download = Download the email
mailbox-html = As an email program shows it
mailbox-text = Plain text
mailbox-calendar = What goes into the calendar
mailbox-headers = Headers
mailbox-raw = Show the source
