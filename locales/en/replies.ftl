## Answers that come back by mail: what became of them

reply-answered = The answer has been accepted.
reply-proposed = Proposes another time.
reply-sent-again = Asked for the invitation; it was sent again.
reply-undeliverable = One of our emails did not arrive.
reply-unverified = We could not confirm who sent this email.
reply-from-another = The email was sent from a different address from the one it answers for.
reply-uninvited = Answers without being invited.
reply-delegated = Is sending somebody else instead.
reply-stopped = With this answer, the meeting would exceed a limit.
reply-outdated = Is for an earlier time of the meeting.
reply-overtaken = A later answer had already come in.
reply-closed = The meeting is over, cancelled or no longer includes this person.
reply-other-date = Refers to a date the meeting does not have.
reply-no-answer = Does not say yes, maybe or no.
reply-organizer = The organiser does not answer their own invitation.
reply-not-ours = Tries to change a meeting; only Sparsam does that.
reply-bad-proposal = Proposes a time that is not possible.
reply-wrong-address = Was sent to the address of another meeting.
reply-no-meeting = There is no such meeting.
reply-test-came = The answer to your test invitation has arrived.
reply-test-came-tagged = The answer to your test invitation has arrived, at the address with a plus.
reply-test-proven = Its sender is verified: answers like this are counted at once.
reply-test-unproven = Its sender is not verified: answers like this wait for a click. Check the name of your mail server above.
reply-automatic = An automatic email; nothing needs to be done.
reply-unreadable = Its calendar part cannot be read.
reply-no-calendar = An ordinary email without a calendar answer.
reply-too-large = Too large to be read.
reply-passed-over = Could not be read despite several tries; it is still in the folder.

## On the page of the meeting

reply-waiting-title = Answers waiting for you
reply-history-title = Answers by email
reply-by-mail = By email
# $name (String) - who answers
# $answer (String) - yes, maybe or no
reply-says = { $name }: { $answer }
# $name (String) - who stays away
# $other (String) - who comes instead
reply-sends = { $name } is sending { $other }
# $name (String) - who proposes
# $when (String) - a date with times
reply-proposes = { $name } proposes { $when }
# $name (String) - who asks
reply-asks = { $name } asks for the invitation
# $address (String) - the sender’s address
# $time (String) - a time in running text
reply-came = From { $address }, { $time }
reply-apply = Accept the answer
reply-invite = Invite them
reply-ignore = Ignore
reply-dismiss = Tell them they are not invited
# $was (String) - the time it answers
# $now (String) - the time of the meeting
reply-moved = The meeting has moved since: this answer is for { $was }, and the meeting is now { $now }.
# $now (String) - the time of the meeting
reply-moved-unknown = It is no longer known which time this answer is for. The meeting is now { $now }.
# $name (String) - who decided
reply-applied-by = { $name } accepted it.
# $name (String) - who decided
reply-ignored-by = { $name } ignored it.
reply-done-applied = The answer has been accepted.
reply-done-ignored = The answer is ignored.
reply-done-late = They have answered since then; that answer stays.
reply-done-dismissed = They will be told, and the meeting is removed from their calendar.
reply-done-moved = The meeting has moved since, and this answer is for the earlier time. Everybody taking part has been asked again.
reply-done-stopped = A limit is in the way. Change the meeting on its own page, where the limits are shown.
reply-done-refused = That is not possible any more.
meeting-how-to-answer-mail = People can answer in their calendar, with the link in their email or on this page.
mail-answer-anywhere = Answer with these links or in your calendar, whichever you prefer.
audit-meeting-reply-applied = Accepted an answer by email
audit-meeting-reply-ignored = Ignored an answer by email

## On the page of the mail server

inbound-title = Answers by email
inbound-intro = When people press Accept or Decline in their own calendar, Sparsam records their answer.
inbound-way = How answers come in
inbound-way-off = Not at all: people answer with the link in their email
inbound-way-deliver = The mail server passes them on
inbound-way-deliver-hint = For a server of your own: it runs “sparsam deliver” for each email to the sender’s address.
inbound-trusted = Your receiving mail server’s name
inbound-trusted-hint = As it appears first in the Authentication-Results header of emails you receive, for example mx.nordvik.example. Without it, every answer waits for a click.
inbound-not-a-name = Use only letters, digits, dots and hyphens.
inbound-plus = Give each meeting an address of its own
# $address (String) - an example
inbound-plus-hint = Only if your mail server also accepts email to { $address }.
inbound-save = Save
inbound-saved = The setting is saved.
inbound-came-title = What came in
inbound-came-none = No email has come in yet.
inbound-came-when = Came in
inbound-came-from = From
inbound-came-outcome = Result
inbound-came-meeting = Meeting
inbound-test-hint = To test all of it, send yourself a test invitation above and accept it in your calendar program: the answer is then listed here, with the address it came to and whether its sender is verified.
