## Importing files

imports-title = Import
imports-lead = Bring in customers, contacts and opportunities from another program as a CSV file. First you see what would happen. Nothing changes until you start the import, and you can undo it for 24 hours.
imports-none = No files yet.
imports-discarded = The file is deleted.
imports-new = Import a file
imports-file = File
imports-rows-are = Content
imports-when = When
imports-who = By
imports-what = What is in the file?
imports-about-accounts = One customer per row: name, organisation number, seller, class, phone, address, notes. Only the name is required.
imports-about-contacts = One person per row: name, email and customer. If known, also job title, phone, language, time zone and whether they want no invitations. Customers that are not here yet are added.
imports-about-opportunities = One opportunity per row: what it is about and the customer. If known, also contact, seller, stage, source, value, likelihood, dates and next step. The customers must already be here, so import them first.
imports-about-people = One colleague per row: name and email. If known, also role, teams, language and time zone. Without a role they become members; managers manage the teams named. Nobody gets an email unless you choose that on the next page.
imports-doubles-accounts = A customer is recognised by its organisation number, or otherwise by its name. Capital letters make no difference.
imports-doubles-contacts = A person is recognised by their email address. A file never moves anybody to another customer, and it cannot allow invitations again for somebody who has declined them.
imports-doubles-opportunities = An opportunity is recognised by its customer and what it is about. Capital letters make no difference.
imports-doubles-people = A colleague is recognised by their email address. Nothing changes for those who have signed in, and roles are changed only on the person’s page.
# $name (String)
imports-for-customer = All rows are about { $name }, unless they name another customer.
imports-choose = CSV file
imports-choose-cards = CSV file, or contacts as vCard (.vcf)
# $most (Number)
# $rows (String)
imports-choose-hint = At most { $most } MB and { $rows } rows. Commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252.
imports-send = Send the file
imports-file-missing = Choose a file.
imports-file-empty = The file is empty.
imports-file-not-text = This is not a text file. Save the workbook as CSV and send that file.
# $most (Number)
imports-file-too-large = The file is larger than { $most } MB. Split it into several files.
# $most (Number)
imports-file-too-wide = The file has more than { $most } columns. Leave some out.
imports-file-no-cards = The cards in this file cannot be read, or there are more than 2 000 of them.
# $most (Number)
imports-too-many = You have { $most } unfinished files. Import or delete them first.

## How far a file has come

imports-state-receiving = Being received
imports-state-open = Waiting for you
imports-state-checking = Being checked
imports-state-running = Being imported
imports-state-stopped = Stopped
imports-state-done = Imported
imports-state-undoing = Being undone
imports-state-undone = Undone
imports-state-failed = Interrupted
# $at (String)
# $all (String)
imports-progress = { $at } of { $all } rows
# $at (String)
imports-progress-so-far = { $at } rows so far
imports-leave-page = You can leave this page. The work continues by itself.
imports-reload = See how far it has come
imports-stop = Stop

## What the columns hold

imports-mapping = What do the columns contain?
imports-reading = How the file is written
imports-encoding = Character encoding
imports-separator = Between columns
imports-separator-semicolon = Semicolons
imports-separator-comma = Commas
imports-separator-tab = Tabs
imports-separator-bar = Bars
imports-headed = The first row contains headings
imports-look = Read the file again
imports-column = Column
# $number (Number)
imports-column-number = Column { $number }
imports-samples = For example
imports-holds = Contains
imports-column-none = Leave out
# $field (String)
imports-column-twice = Two columns cannot both contain “{ $field }”. Leave one out.
# $fields (String)
imports-column-missing = Choose the column that contains: { $fields }.
imports-existing = If something is already here and the file says something else
imports-existing-hint = Empty cells never erase anything.
imports-existing-update = Use what the file says
imports-existing-leave = Keep it as it is
imports-currency = Currency of amounts without one
imports-currency-hint = Three letters, for example SEK. Amounts are rounded to whole units.
imports-currency-unknown = There is no such currency.
imports-invite = Email new colleagues a link to set a password
imports-check = See what would happen
imports-check-hint = Nothing is changed yet.
imports-discard = Delete the file

## What happens to rows

imports-would = What would happen
imports-happened = What has happened
imports-count-new = New
imports-count-changed = Changed
imports-count-same = Unchanged
imports-count-double = Twice in the file
imports-count-refused = Not imported
imports-run = Import
imports-nothing = There is nothing to import. Correct the file, or change what the columns contain.
imports-go-on = Continue
imports-stopped-hint = What has been imported so far is kept.
imports-failed-hint = The import was interrupted several times. What has been imported so far is kept. Continue later, or undo it.
imports-undo = Undo the import
# $when (String)
imports-undo-until = You can undo the import until { $when }. Anything that somebody has changed in the meantime stays as it is.
imports-undone-count = Undone
imports-stays = Kept, because it has been changed or used since
imports-stays-count = Kept
imports-refused-title = Rows that were not imported
imports-refused-would = Rows that would not be imported
# $most (Number)
imports-refused-first = The first { $most } are shown here. The CSV file has them all.
imports-refused-download = Download them as CSV
imports-row = Row
imports-why = Why
imports-says = The row says

## Columns

imports-field-first-name = First name
imports-field-last-name = Last name
imports-field-org-number = Organisation number
imports-field-postcode = Postcode
imports-field-city = Town
imports-field-country = Country
imports-field-do-not-contact = Wants no invitations (yes or no)
imports-field-contact-email = Contact’s email

## Why rows are not taken

imports-reason-no-name = There is no name.
imports-reason-no-email = There is no email address.
# $text (String)
imports-reason-bad-email = Not an email address: { $text }
imports-reason-no-customer = No customer is named.
# $text (String)
imports-reason-unknown-customer = There is no such customer: { $text }
# $text (String)
imports-reason-unknown-contact = The customer has no such contact: { $text }
# $text (String)
imports-reason-unknown-owner = No colleague has this address or name, or several have: { $text }
# $text (String) - what the cell says
imports-reason-unknown-team = There is no team of this name: { $text }
# $field (String)
# $text (String)
imports-reason-unknown-word = { $field }: { $text } is not recognised.
# $text (String)
imports-reason-bad-amount = Not an amount of money: { $text }
# $text (String)
imports-reason-bad-currency = There is no such currency: { $text }
imports-reason-no-currency = An amount without a currency.
# $field (String)
# $text (String)
imports-reason-bad-date = { $field }: { $text } is not a date.
# $text (String)
imports-reason-bad-percent = Not a number from 0 to 100: { $text }
imports-reason-no-lost-reason = It is lost, but the reason is missing.
# $field (String)
# $text (String)
imports-reason-too-long = { $field } is too long: { $text } …
imports-reason-row-too-long = The row is too long: at most 64 000 characters.
imports-reason-too-wide = The row has more cells than there are columns.
imports-reason-open-quote = A quotation mark is opened in this row but never closed, so everything after it was read as one cell.
imports-reason-not-text = Something in the row is not text.
# $text (String)
imports-reason-conflict = Row { $text } is about the same thing but says something else.
# $text (String)
imports-reason-colleague = A colleague has this address: { $text }
# $text (String)
imports-reason-contact = A contact of a customer has this address: { $text }
# $text (String)
imports-reason-other-customer = The address belongs to a contact of another customer: { $text }
# $text (String)
imports-reason-other-number = The customer already has another organisation number: { $text }
# $text (String)
imports-reason-name-taken = Another customer has this name: { $text }
imports-reason-not-yours = Somebody else is responsible for it.
# $text (String)
imports-reason-left = This colleague has left: { $text }
imports-reason-role-differs = This colleague has another role. Change it on their page.
imports-reason-too-many-rows = The file has too many rows. This row and all after it are left out.
imports-reason-busy = Somebody changed it at the same moment. Import the row again.

## Audit log

imports-audit-kind = Import
imports-audit-uploaded = Sent a file to import
imports-audit-begun = Started an import
imports-audit-stopped = Stopped an import
imports-audit-finished = Finished an import
imports-audit-undone = Undid an import
imports-number-taken = Another customer already has this organisation number.

## Contacts as files

imports-card = Save as vCard
imports-cards = Save all as vCard
imports-contacts-here = Import contacts

## Taking data out

export-title = Export everything
export-own-title = My data
export-lead = Everything the company has in Sparsam, as a ZIP archive of CSV files: people, customers, meetings, minutes, limits and the audit log. Passwords, secrets and private notes are not included.
export-own-lead = What Sparsam knows about you, as a ZIP archive of CSV files: your account, your time, your meetings, answers, notes and what you have done. Your meetings of the last two years and the next two are also there as a calendar file.
export-password-hint = So that nobody who finds your screen unlocked can take the data.
export-button = Download the archive
export-effect = The download is noted in the audit log.
export-readme = One CSV file for each kind of data; UTF-8, commas, headings in the first row. Rows refer to each other by their ids. Times are in UTC. A cell that a spreadsheet would take for a formula has an apostrophe in front.
export-audit-all = Exported everything
export-audit-own = Exported their own data

## For how long data are kept

retention-title = Data retention
retention-lead = How many days each kind of data is kept. Anything older is deleted for good, once an hour.
retention-mails = Contents of emails
retention-imports = Imported files
retention-audit = Audit log
retention-meetings = Past meetings, with everything written about them
# $least (Number)
# $most (Number)
retention-meetings-hint = Days after a meeting, from { $least } to { $most }. Leave empty to keep them. A series goes as a whole, and a meeting with open actions stays. Customers’ history and figures no longer have what is deleted.
retention-order = Keep meetings at least as long as contacts: they tell when somebody was last met.
retention-audit-meetings = Deleted past meetings
retention-audit-forgotten = Meetings deleted
retention-contacts = Contacts nobody meets any more
# $least (Number)
# $most (Number)
retention-hint = Days, from { $least } to { $most }.
# $least (Number)
# $most (Number)
retention-contacts-hint = Days without a meeting or a change, from { $least } to { $most }. Leave empty to keep them. Their personal details are erased; their meetings are still counted. Nobody with an open opportunity is erased.
# $count (String)
retention-now = Would be deleted now: { $count }
retention-stays = Nothing is deleted.
retention-look = See what would be deleted
retention-effect = The audit log notes who chose what.
retention-saved = The retention times are saved.
# $least (Number)
# $most (Number)
retention-out-of-bounds = Enter a number of days from { $least } to { $most }.
retention-audit-chosen = Chose how long data is kept
retention-audit-applied = Erased contacts nobody meets any more
