## Proposing another time: behind the answer link

proposal-link = Propose another time
# $title (String) - title of the meeting
proposal-title = Another time for “{ $title }”
proposal-planned = Planned time
# $name (String) - somebody in the meeting
proposal-lead = These times suit the others. Your choice goes to { $name }, who decides. Until then, the planned time applies.
proposal-times = Times that suit the others
proposal-none = There is no other time in the coming weeks that suits everybody.
proposal-otherwise = Do none of them suit you? Answer no, and write in your answer when you could come.
proposal-to-answer = Back to your answer
proposal-send = Propose this time
proposal-taken = That time no longer suits the others. Choose one of these.
proposal-taken-none = That time no longer suits the others, and there is no other at the moment.
# $minutes (Number) - how long to wait
proposal-slow = { $minutes ->
    [one] You have proposed several times in a short while. Try again in one minute.
   *[other] You have proposed several times in a short while. Try again in { $minutes } minutes.
}
proposal-own = Your proposal
# $name (String) - somebody in the meeting
proposal-own-open = { $name } has not decided yet.
# $name (String) - somebody in the meeting
proposal-own-declined = { $name } is keeping the planned time.
proposal-withdraw = Withdraw the proposal

## Sending input instead of attending

input-link = Send my input instead
# $title (String) - title of the meeting
input-title = Your input on “{ $title }”
input-lead = You answer no, and the others see what you write here when they meet.
input-point = About which point
input-whole = The whole meeting
input-whole-customer = The whole meeting
input-body = Your input
input-body-hint = A few lines are enough.
input-send = Send and answer no
input-own = What you sent in writing
input-heading = Sent in writing
# $point (String) - a point of the agenda
input-about = On “{ $point }”

## Proposed times on the page of a meeting

proposals-heading = Proposed times
# $name (String) - somebody in the meeting
# $when (String) - a time in words
proposals-by = { $name }, { $when }
# $name (String) - somebody in the meeting
# $when (String) - a time in words
proposals-by-mail = { $name }, by email, { $when }
proposals-fits = Within all limits
proposals-passes = Over a limit
# $names (String) - people, separated by commas
proposals-busy = Busy then: { $names }
proposals-gone = This time has passed
proposals-accept = Move the meeting here
proposals-decline = Decline
proposals-earlier = Earlier proposals
proposals-accepted = Accepted
proposals-declined = Declined
proposals-overtaken = No longer relevant
proposals-done-declined = Declined. The person who proposed the time will be told.
proposals-done-over = This proposal has already been decided, or its time has passed.

## Mails about proposed times

# $title (String) - title of the meeting
# $when (String) - a time in words
proposal-mail-subject-offered = Another time proposed: { $title }, { $when }
# $title (String) - title of the meeting
# $when (String) - a time in words
proposal-mail-subject-declined = The time stays the same: { $title }, { $when }
# $name (String) - somebody in the meeting
proposal-mail-offered = { $name } proposes another time. Until you decide, the planned time applies.
# $name (String) - somebody in the meeting
proposal-mail-declined = The time you proposed does not suit { $name }. The planned time still applies.
# $when (String) - a time in words
proposal-mail-planned = Planned time: { $when }
# $when (String) - a time in words
proposal-mail-suggested = Your proposal: { $when }
proposal-mail-decide = Decide
proposal-mail-answer = Answer

## Audit log: proposals and input

audit-meeting-proposal-made = Proposed another time
audit-meeting-proposal-accepted = Accepted a proposed time
audit-meeting-proposal-declined = Declined a proposed time
audit-meeting-proposal-withdrawn = Withdrew a proposed time
audit-meeting-input-sent = Sent input in writing
# $name (String) - who proposes it
# $title (String) - the meeting
my-week-proposal = { $name } proposes another time for { $title }
