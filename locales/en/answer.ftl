## Answering by link

# $title (String) - title of the meeting
reply-title = Are you coming to “{ $title }”?
# $title (String) - title of the meeting
reply-title-customer = Are you coming to “{ $title }”?

# $name (String) - who plans the meeting
# $company (String) - their firm
reply-inviter = { $name } at { $company } invites you.
reply-when = When
reply-where = Where
reply-why = Why you
reply-with = With
reply-yes = Yes, I am coming
reply-maybe = Maybe
reply-no = No
reply-no-hint = It is fine to say no.

# $name (String) - whose answer it is
reply-as = You are answering as { $name }.
reply-not-you = Not you?

# $name (String) - who plans the meeting
# $email (String) - their address
reply-not-you-body = Then this link was not meant for you. Please don’t answer here; forward the email to { $name }, { $email }, who can invite you yourself.
reply-change = Change answer
reply-given = Thank you, your answer is saved.

# $time (String) - a moment in running text
reply-given-at = Answered { $time }
reply-feed = To see all your meetings in your own calendar, subscribe to them.
reply-meeting-page = Open the meeting
reply-leads = You lead this meeting. The answers of the others are on its page.
reply-cancelled = This meeting is cancelled. You don’t need to do anything.
reply-cancelled-customer = This meeting is cancelled. You don’t need to do anything.
reply-over = This meeting is over. You can no longer answer.
reply-over-customer = This meeting is over. You can no longer answer.
reply-gone-title = This link can no longer be used to answer

# $name (String) - who plans the meeting
# $email (String) - their address
reply-expired = The meeting ended more than a week ago. If you have a question, write to { $name }, { $email }.
# $name (String) - who plans the meeting
# $email (String) - their address
reply-expired-customer = The meeting ended more than a week ago. If you have a question, write to { $name }, { $email }.

# $name (String) - who plans the meeting
reply-removed = You are no longer invited to this meeting. If that surprises you, ask { $name }.
# $name (String) - who plans the meeting
reply-removed-customer = You are no longer invited to this meeting. If that surprises you, ask { $name }.

# $seconds (Number) - how long to wait
reply-slow = { $seconds ->
    [one] That was quick. Wait one second and send your answer again.
   *[other] That was quick. Wait { $seconds } seconds and send your answer again.
}

## No more invitations

stop-title = No more invitations?

# $name (String) - the contact
# $company (String) - the firm that invites
stop-body = { $company } will send no more invitations to { $name }. Meetings already planned are not affected; you can decline them with the link in each email.
stop-button = Stop invitations

# $company (String) - the firm that invites
stop-done = Done. { $company } will not invite you again.
stop-resume = Changed your mind? You can be invited again.
stop-resume-button = Allow invitations again
