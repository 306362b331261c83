## Answers that come back by mail: what became of them

reply-answered = The answer counts.
reply-proposed = Another time is proposed.
reply-sent-again = Asked for the invitation; it was sent again.
reply-undeliverable = A mail of ours did not arrive.
reply-unverified = Nobody has proved that this mail comes from its sender.
reply-from-another = The mail was sent from another address than the one it answers for.
reply-uninvited = Answers without being invited.
reply-delegated = Sends somebody else instead.
reply-stopped = With this answer the meeting would go past a limit.
reply-outdated = Answers an earlier time of the meeting.
reply-overtaken = A later answer was there already.
reply-closed = The meeting is over, was cancelled or goes on without this person.
reply-other-date = Speaks of a date that the meeting does not have.
reply-no-answer = Says neither yes, maybe nor no.
reply-organizer = The organiser does not answer their own invitation.
reply-not-ours = Tries to change a meeting; only Sparsam does that.
reply-bad-proposal = Proposes a time that cannot be used.
reply-wrong-address = Was sent to the address of another meeting.
reply-no-meeting = There is no such meeting.
reply-automatic = An automatic mail; nothing follows from it.
reply-unreadable = Its calendar part cannot be read.
reply-no-calendar = An ordinary mail without an answer for the calendar.
reply-too-large = Too large to be read.
reply-passed-over = Could not be read, however often it was tried; it is still in the folder.

## On the page of the meeting

reply-waiting-title = Answers that wait for you
reply-history-title = Answers by mail
reply-by-mail = By mail
# $name (String) - who answers
# $answer (String) - yes, maybe or no
reply-says = { $name }: { $answer }
# $name (String) - who stays away
# $other (String) - who comes instead
reply-sends = { $name } sends { $other }
# $name (String) - who proposes
# $when (String) - a date with times
reply-proposes = { $name } proposes { $when }
# $name (String) - who asks
reply-asks = { $name } asks for the invitation
# $address (String) - the sender’s address
# $time (String) - a time in running text
reply-came = From { $address }, { $time }
reply-apply = Let it count
reply-invite = Invite them
reply-ignore = Ignore
reply-dismiss = Tell them they are not invited
# $was (String) - the time it answers
# $now (String) - the time of the meeting
reply-moved = The meeting has moved since: this answers { $was }, and it is now { $now }.
# $now (String) - the time of the meeting
reply-moved-unknown = Nobody knows any more which time this answers. The meeting is now { $now }.
# $name (String) - who decided
reply-applied-by = { $name } let it count.
# $name (String) - who decided
reply-ignored-by = { $name } ignored it.
reply-done-applied = The answer counts.
reply-done-ignored = The answer is ignored.
reply-done-late = They have answered since; that answer stays.
reply-done-dismissed = They are told, and their calendar takes the meeting out.
reply-done-moved = The meeting has moved since, and this answers the earlier time. Whoever takes part was asked anew.
reply-done-stopped = A limit is in the way. Change the meeting on its own page, where the limits are shown.
reply-done-refused = That is not possible any more.
meeting-how-to-answer-mail = People answer in their calendar, with the link in their mail, or on this page.
mail-answer-anywhere = Answer with these links or in your calendar, as you like.
audit-meeting-reply-applied = Let an answer by mail count
audit-meeting-reply-ignored = Ignored an answer by mail

## On the page of the mail server

inbound-title = Answers by mail
inbound-intro = People press Accept or Decline in their own calendar, and Sparsam knows.
inbound-way = How answers come in
inbound-way-off = Not at all: people answer with the link in their mail
inbound-way-deliver = The mail server hands them over
inbound-way-deliver-hint = For a server of your own: it runs “sparsam deliver” for each mail to the sender’s address.
inbound-trusted = Your receiving mail server’s name
inbound-trusted-hint = As it stands first in the Authentication-Results of mails you get, for example mx.nordvik.example. Without it every answer waits for a click.
inbound-not-a-name = Write a name of letters, digits, dots and hyphens.
inbound-plus = Give each meeting an address of its own
# $address (String) - an example
inbound-plus-hint = Only if your mail server also takes mail to { $address }.
inbound-save = Save
inbound-saved = How answers come in is saved.
inbound-came-title = What came in
inbound-came-none = No mail has come in yet.
inbound-came-when = Came in
inbound-came-from = From
inbound-came-outcome = What became of it
inbound-came-meeting = Meeting
