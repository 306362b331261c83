## Importing files

imports-title = Import
imports-lead = Bring in customers, contacts and opportunities from another program as a CSV file. First you see what would happen; nothing changes until you say so, and for 24 hours it can be taken back.
imports-none = No files yet.
imports-discarded = The file is thrown away.
imports-new = Import a file
imports-file = File
imports-rows-are = Rows
imports-when = When
imports-who = By
imports-what = What is in the file?
imports-about-accounts = One customer a row: name, organisation number, seller, class, phone, address, notes. Only the name must be there.
imports-about-contacts = One person a row: name, e-mail and customer, and if known job title, phone, language, time zone and whether they want no invitations. Customers that are not known yet are added.
imports-about-opportunities = One opportunity a row: what it is about and the customer, and if known contact, seller, stage, source, value, likelihood, dates and next step. The customers must be known; import them first.
imports-about-people = One colleague a row: name and e-mail, and if known role, language and time zone. Without a role they become members. Nobody gets a mail unless you say so on the next page.
imports-doubles-accounts = The same customer is known by its organisation number, or else by its name, in capitals or not.
imports-doubles-contacts = The same person is known by the mail address. Nobody moves to another customer by a file, and a file cannot allow invitations again that somebody has declined.
imports-doubles-opportunities = The same opportunity is known by its customer and what it is about, in capitals or not.
imports-doubles-people = The same colleague is known by the mail address. Whoever has signed in stays as they are, and roles are changed on the page of a person only.
# $name (String)
imports-for-customer = All rows are about { $name }, unless they name another customer.
imports-choose = CSV file
imports-choose-cards = CSV file, or contacts as vCard (.vcf)
# $most (Number)
# $rows (String)
imports-choose-hint = At most { $most } MB and { $rows } rows. Commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252.
imports-send = Send the file
imports-file-missing = Choose a file.
imports-file-empty = There is nothing in this file.
imports-file-not-text = This is no text file. Save the workbook as CSV and send that.
# $most (Number)
imports-file-too-large = The file is larger than { $most } MB. Divide it.
# $most (Number)
imports-file-too-wide = The file has more than { $most } columns. Leave some out.
imports-file-no-cards = The cards in this file cannot be read, or there are more than 2 000 of them.
# $most (Number)
imports-too-many = You have { $most } files that are not done with. Import them or throw them away first.

## How far a file has come

imports-state-receiving = Comes in
imports-state-open = Waits for you
imports-state-checking = Is looked through
imports-state-running = Is imported
imports-state-stopped = Stopped
imports-state-done = Imported
imports-state-undoing = Is taken back
imports-state-undone = Taken back
imports-state-failed = Broke off
# $at (String)
# $all (String)
imports-progress = { $at } of { $all } rows
# $at (String)
imports-progress-so-far = { $at } rows so far
imports-leave-page = You can leave this page. It goes on by itself.
imports-reload = See how far it is
imports-stop = Stop

## What the columns hold

imports-mapping = What do the columns hold?
imports-reading = How the file is written
imports-encoding = Letters
imports-separator = Between columns
imports-separator-semicolon = Semicolons
imports-separator-comma = Commas
imports-separator-tab = Tabs
imports-separator-bar = Bars
imports-headed = The first row names the columns
imports-look = Look again
imports-column = Column
# $number (Number)
imports-column-number = Column { $number }
imports-samples = For example
imports-holds = Holds
imports-column-none = Leave out
# $field (String)
imports-column-twice = Two columns cannot both hold “{ $field }”. Leave one out.
# $fields (String)
imports-column-missing = Choose the column that holds: { $fields }.
imports-existing = If something is known already and the file says otherwise
imports-existing-hint = Empty cells never erase anything.
imports-existing-update = Take what the file says
imports-existing-leave = Leave it as it is
imports-currency = Currency of amounts without one
imports-currency-hint = Three letters, for example SEK. Amounts are rounded to whole units.
imports-currency-unknown = There is no such currency.
imports-invite = Send new colleagues the mail with a link to set a password
imports-check = See what would happen
imports-check-hint = Nothing is changed yet.
imports-discard = Throw the file away

## What happens to rows

imports-would = What would happen
imports-happened = What has happened
imports-count-new = New
imports-count-changed = Changed
imports-count-same = As they were
imports-count-double = Twice in the file
imports-count-refused = Not taken
imports-run = Import
imports-nothing = There is nothing to import. Correct the file, or say otherwise what the columns hold.
imports-go-on = Go on
imports-stopped-hint = What was imported until then stays.
imports-failed-hint = It broke off again and again. What was imported until then stays; go on later, or take it back.
imports-undo = Take it back
# $when (String)
imports-undo-until = Possible until { $when }. What somebody has changed since stays as it is.
imports-undone-count = Taken back
imports-stays = Stays, because it was changed or used since
imports-stays-count = Stay
imports-refused-title = Rows that were not taken
imports-refused-would = Rows that would not be taken
# $most (Number)
imports-refused-first = The first { $most } are shown here; all of them are in the file.
imports-refused-download = Download them as CSV
imports-row = Row
imports-why = Why
imports-says = The row says

## Columns

imports-field-first-name = First name
imports-field-last-name = Family name
imports-field-org-number = Organisation number
imports-field-postcode = Postcode
imports-field-city = Town
imports-field-country = Country
imports-field-do-not-contact = Wants no invitations (yes or no)
imports-field-contact-email = E-mail of the contact

## Why rows are not taken

imports-reason-no-name = There is no name.
imports-reason-no-email = There is no mail address.
# $text (String)
imports-reason-bad-email = Not a mail address: { $text }
imports-reason-no-customer = No customer is named.
# $text (String)
imports-reason-unknown-customer = There is no such customer: { $text }
# $text (String)
imports-reason-unknown-contact = The customer has no such contact: { $text }
# $text (String)
imports-reason-unknown-owner = No colleague has this address or name, or several have: { $text }
# $field (String)
# $text (String)
imports-reason-unknown-word = { $field }: { $text } is not known here.
# $text (String)
imports-reason-bad-amount = Not an amount of money: { $text }
# $text (String)
imports-reason-bad-currency = There is no such currency: { $text }
imports-reason-no-currency = An amount without a currency.
# $field (String)
# $text (String)
imports-reason-bad-date = { $field }: not a date: { $text }
# $text (String)
imports-reason-bad-percent = Not a number from 0 to 100: { $text }
imports-reason-no-lost-reason = Lost, but not why.
# $field (String)
# $text (String)
imports-reason-too-long = { $field } is too long: { $text } …
imports-reason-row-too-long = The row is too long: at most 64 000 characters.
imports-reason-too-wide = There are more cells than columns.
imports-reason-open-quote = A quotation mark is opened in this row and never closed; all that follows was read as one cell.
imports-reason-not-text = Something in the row is no text.
# $text (String)
imports-reason-conflict = Row { $text } is about the same and says something else.
# $text (String)
imports-reason-colleague = A colleague has this address: { $text }
# $text (String)
imports-reason-contact = A contact of a customer has this address: { $text }
# $text (String)
imports-reason-other-customer = The address belongs to a contact of another customer: { $text }
# $text (String)
imports-reason-other-number = The customer is known under another organisation number: { $text }
# $text (String)
imports-reason-name-taken = Another customer has this name: { $text }
imports-reason-not-yours = Somebody else is responsible for it.
# $text (String)
imports-reason-left = This colleague has left: { $text }
imports-reason-role-differs = This colleague has another role. Change it on their page.
imports-reason-too-many-rows = This row and all that follow are beyond the most rows of a file.
imports-reason-busy = Somebody changed it at the same moment. Import the row again.

## Audit log

imports-audit-kind = Import
imports-audit-uploaded = Sent a file to import
imports-audit-begun = Began an import
imports-audit-stopped = Stopped an import
imports-audit-finished = Finished an import
imports-audit-undone = Took an import back
imports-number-taken = Another customer has this organisation number already.

## Contacts as files

imports-card = Save as vCard
imports-cards = Save all as vCard
imports-contacts-here = Import contacts

## Taking data out

export-title = Export everything
export-own-title = My data
export-lead = Everything the company has in Sparsam as one ZIP archive of CSV files: people, customers, meetings, minutes, limits, the audit log. Passwords, secrets and private notes are left out.
export-own-lead = What Sparsam knows about you as one ZIP archive of CSV files: your account, your time, your meetings, answers, notes and what you did.
export-password-hint = So that nobody takes the data who finds your screen unlocked.
export-button = Download the archive
export-effect = It is noted in the audit log.
export-readme = One CSV file for each kind of data; UTF-8, commas, the first row names the columns. Rows refer to each other by their ids. Times are in UTC. A cell that a spreadsheet would take for a formula has an apostrophe in front.
export-audit-all = Exported everything
export-audit-own = Exported their own data

## For how long data are kept

retention-title = Retention
retention-lead = For how many days kinds of data are kept. What is older is forgotten every hour, for good.
retention-mails = What mails said
retention-imports = Imported files
retention-audit = Audit log
retention-contacts = Contacts nobody meets any more
# $least (Number)
# $most (Number)
retention-hint = Days, from { $least } to { $most }.
# $least (Number)
# $most (Number)
retention-contacts-hint = Days without a meeting and without a change, from { $least } to { $most }; leave it empty to keep them. Who they were is erased, their meetings are still counted. Nobody with an open opportunity is erased.
# $count (String)
retention-now = Would be forgotten now: { $count }
retention-stays = Is kept.
retention-look = See what would go
retention-effect = It is noted in the audit log who chose what.
retention-saved = The retention is saved.
# $least (Number)
# $most (Number)
retention-out-of-bounds = Write a number of days from { $least } to { $most }.
retention-audit-chosen = Chose how long data are kept
retention-audit-applied = Erased contacts nobody meets any more
