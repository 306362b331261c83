## Places

nav-customers = Customers
customers-title = Customers
customers-one = Customer
customers-new = Add a customer
customers-edit = Edit the customer
customers-name = Name of the company
customers-stale = Somebody else saved this in the meantime. What you typed is still here; the saved version is on the customer’s page. Save again to replace it.
customers-name-taken = Another customer already has this name.
customers-search = Name of a customer or contact
customers-show = Show
customers-any = All
customers-whose = Whose
customers-everybodys = Everybody’s
customers-mine = Mine
customers-teams = My teams’
customers-none = No customers yet.
customers-none-found = No customers match.
customers-owner = Seller
# $name (String)
customers-owned-by = Looked after by { $name }
customers-nobody = Nobody
customers-phone = Phone
customers-address = Postal address
customers-notes = Notes
customers-notes-hint = All colleagues can read this.
customers-facts = At a glance
customers-timeline = What has happened
customers-nothing-yet = Nothing yet.
customers-planned = Planned
# $name (String)
customers-meeting-of = Meeting with { $name }
# $count (Number)
customers-passed = { $count ->
    [one] one limit exceeded
   *[other] { $count } limits exceeded
}
customers-created = The customer is added.
customers-saved = The customer is saved.

## Rhythm

customers-rhythm = Rhythm
customers-rhythm-hint = The longest time between two meetings. What is set here overrides the class.
customers-as-class = Same as the class
customers-no-target = No rhythm
# $days (Number)
customers-every = Every { $days } days
customers-last = Last meeting
customers-next = Next meeting
customers-never = None yet
customers-not-planned = None planned
customers-due = Due
# $date (String)
customers-due-on = due { $date }
customers-earliest = Limits allow from
customers-earliest-never = No day within a year
customers-too-often = Too often
customers-fine = Fine
customers-due-soon = Due soon
customers-overdue = Overdue
customers-targets = Rhythm of the classes
customers-targets-lead = How soon the next meeting with a customer of each class is due. Limits say how often at most; together they form one scale, from too often to overdue.
customers-targets-saved = The rhythm is saved.
customers-class-rhythm = Rhythm
customers-class-agenda = Agenda
customers-class-usual = As usual for the stage
customers-class-lead = New meetings with a customer of the class begin with the agenda that you choose here, from those that the whole organisation keeps.

## The audit log

customers-audit-created = Added a customer
customers-audit-changed = Changed a customer
customers-audit-rhythm = Changed the rhythm of the classes
contacts-audit-created = Added a contact
contacts-audit-changed = Changed a contact
contacts-audit-agreed = Noted a consent
contacts-audit-withdrew = Noted that a consent was withdrawn

## Contacts

contacts-title = Contacts
contacts-new = Add a contact
contacts-edit = Edit the contact
contacts-none = No contacts yet.
contacts-job = Job title
contacts-email-hint = Invitations already sent keep the address they went to.
contacts-language-hint = Invitations are written in this language.
contacts-rhythm-hint = For this person alone, in addition to the company’s.
contacts-taken = Somebody else already has this address.
contacts-created = The contact is added.
contacts-saved = The contact is saved.
contacts-permission = May we contact them?
contacts-silent = No invitations
contacts-may-be-invited = They may be invited to meetings.
# $date (String)
contacts-stopped-by-link = Requested with the link in an email on { $date }.
# $date (String)
# $how (String)
contacts-stopped-on = Since { $date }: { $how }
contacts-stop-source = How they asked for no more invitations
contacts-stop = No more invitations
contacts-resume = Allow invitations again
contacts-no-consent = No consent to other emails has been noted.
# $date (String)
# $how (String)
contacts-agreed-on = Agreed to be contacted on { $date }: { $how }
contacts-agree-source = How they agreed to be contacted
contacts-agree = Note the consent
contacts-withdraw = The consent was withdrawn
contacts-done-stopped = They will no longer be invited.
contacts-done-resumed = They may be invited again.
contacts-done-agreed = The consent is noted.
contacts-done-withdrawn = The consent has been removed.
contacts-is-erased = This contact has been erased. Their meetings are still counted.

## Erasure

contacts-erase = Erase the contact
# $name (String)
contacts-erase-title = Erase { $name }?
contacts-erase-what = Name, address, phone number, notes and what they wrote are replaced here, in all meetings and in emails already sent. This cannot be undone.
contacts-erase-stays = Meetings are still counted. Emails about a meeting that is cancelled now are still sent, and older entries in the audit log are cleared later. What colleagues wrote in their own words, such as titles and minutes, stays.
# $when (String)
contacts-goes-on = The meeting on { $when } goes ahead without them.
# $when (String)
contacts-called-off = The meeting on { $when } is cancelled.
# $name (String)
contacts-erase-button = Erase { $name }
contacts-erased-name = Erased contact
contacts-done-erased = The contact has been erased.
contacts-audit-erased = Erased a contact
