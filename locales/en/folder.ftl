## Reading answers from a mailbox by IMAP: settings, trying it, how it stands

folder-way = Sparsam reads them from a mailbox over IMAP
folder-way-hint = For any email provider. Email to the sender’s address has to land in a folder that Sparsam may read; it changes nothing there.
folder-title = Mailbox
folder-host = IMAP server
folder-host-hint = For example imap.nordvik.example
folder-security-tls = TLS from the start (usually port 993)
folder-security-starttls = STARTTLS (usually port 143)
folder-security-plain = None, only to this computer (port 143)
folder-name = Folder
folder-name-hint = INBOX is where email arrives. Enter another one as the server names it, for example INBOX/Answers.
folder-not-a-port = Enter a number from 1 to 65535, usually 993 or 143.
folder-odd-password = A password cannot contain a line break.
folder-test = Test it
# $count (Number) - mails in the folder
folder-works = { $count ->
    [one] It works and is saved. There is one email in the folder.
   *[other] It works and is saved. There are { $count } emails in the folder.
}
folder-unsaved = Nothing was saved.

## How reading stands

folder-never-read = Not read yet.
# $age (String) - how long ago
folder-read = Last read { $age }.
# $count (Number) - mails
folder-waiting = { $count ->
    [one] One email in the folder is waiting to be read.
   *[other] { $count } emails in the folder are waiting to be read.
}
# $when (String) - day and time
folder-failing = Could not be read since { $when }.
# $when (String) - day and time
folder-next = The next try is at { $when } or earlier.
# $when (String) - day and time
folder-matter = Answers by email cannot be read (since { $when })

## Why it cannot be read

folder-no-host = There is no server with this name. Check the spelling.
folder-refused = The server cannot be reached. Check its name and the port.
folder-certificate = The server’s certificate is not trusted, or is for another name.
folder-no-encryption = The server does not offer the chosen protection. Check the port and protection.
folder-login = The server did not accept the user name or the password. Some providers ask for a password made for this purpose.
folder-no-folder = There is no such folder in this mailbox, or it may not be read.
folder-silent = The server did not answer in time. Check the port and protection.
folder-broken = The connection was lost. Check the port and protection if this continues.
folder-sealed = The saved password was encrypted with another key. Type it once more.
folder-not-written = The content of an email could not be saved. The server log says more.
