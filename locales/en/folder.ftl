## Reading answers from a mailbox by IMAP: settings, trying it, how it stands

folder-way = Sparsam reads them from a mailbox by IMAP
folder-way-hint = For any mail provider. Mail to the sender’s address has to land in a folder that Sparsam may read; it changes nothing there.
folder-title = Mailbox
folder-host = IMAP server
folder-host-hint = For example imap.nordvik.example
folder-security-tls = TLS from the start (usually port 993)
folder-security-starttls = STARTTLS (usually port 143)
folder-security-plain = None, only to this computer (port 143)
folder-name = Folder
folder-name-hint = INBOX is where mail arrives. Write another one as the server names it, for example INBOX/Answers.
folder-not-a-port = Write a number from 1 to 65535, usually 993 or 143.
folder-odd-password = A password cannot hold a line break.
folder-test = Test it
# $count (Number) - mails in the folder
folder-works = { $count ->
    [one] It works and is saved. There is one mail in the folder.
   *[other] It works and is saved. There are { $count } mails in the folder.
}
folder-unsaved = Nothing was saved.

## How reading stands

folder-never-read = Not read yet.
# $age (String) - how long ago
folder-read = Last read { $age }.
# $count (Number) - mails
folder-waiting = { $count ->
    [one] One mail in the folder waits to be read.
   *[other] { $count } mails in the folder wait to be read.
}
# $when (String) - day and time
folder-failing = Cannot be read since { $when }.
# $when (String) - day and time
folder-next = The next try is at { $when } or earlier.
# $when (String) - day and time
folder-matter = Answers by mail cannot be read since { $when }

## Why it cannot be read

folder-no-host = There is no server of this name. Check how it is written.
folder-refused = The server cannot be reached. Check its name and the port.
folder-certificate = The server’s certificate is not trusted, or is for another name.
folder-no-encryption = The server does not offer the chosen protection. Check port and protection.
folder-login = The server did not accept the user name or the password. Some providers ask for a password made for this purpose.
folder-no-folder = There is no such folder in this mailbox, or it may not be read.
folder-silent = The server did not answer in time. Check port and protection.
folder-broken = The conversation broke off. Check port and protection if this stays.
folder-sealed = The saved password was sealed with another key. Type it once more.
folder-not-written = What a mail means could not be written down. The log of the server says more.
