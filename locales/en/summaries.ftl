## Summaries by mail

digest-ahead-title = Coming up:
# $when (String) - time of the meeting
# $title (String) - the meeting
digest-ahead = { $when }: { $title }
# $when (String) - time of the meeting
# $title (String) - the meeting
digest-ahead-unanswered = { $when }: { $title } (you have not answered)
digest-answers-title = Answers to your meetings:
# $name (String) - who answered
# $answer (String) - yes, maybe or no
digest-answered = { $name }: { $answer }
# $said (String) - who answered what
# $title (String) - the meeting
# $when (String) - short date and time
digest-answer = { $said } – { $title }, { $when }
# $told (String) - who answered what
# $comment (String) - in their own words
digest-answer-comment = { $told }: “{ $comment }”
# $count (Number)
digest-answers-more = { $count ->
    [one] One more answer
   *[other] { $count } more answers
}
# $day (String) - short date
# $meetings (Number)
# $time (String) - hours and minutes
digest-day-subject = { $day }: { $meetings ->
    [one] one meeting
   *[other] { $meetings } meetings
}, { $time }
# $day (String) - short date
digest-day-subject-empty = { $day }: no meetings
# $meetings (Number)
# $time (String) - hours and minutes
digest-day-meetings = { $meetings ->
    [one] You have one meeting today
   *[other] You have { $meetings } meetings today
}: { $time }.
digest-day-empty = You have no meetings today.
# $email (String)
# $company (String)
digest-day-footer = Sent to { $email } on working days, because you use Sparsam at { $company }.
# $said (String) - who answered what
# $title (String) - the meeting
answer-mail-subject = { $said } – { $title }
# $count (Number)
answer-mail-subject-many = { $count ->
    [one] One answer to your meetings
   *[other] { $count } answers to your meetings
}
# $count (Number)
answer-mail-opening = { $count ->
    [one] One answer has come in.
   *[other] { $count } answers have come in.
}
answer-mail-settings = Choose how you hear about answers
