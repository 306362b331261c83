## Summaries by mail

digest-ahead-title = Kommande möten:
digest-ahead = { $when }: { $title }
digest-ahead-unanswered = { $when }: { $title } (du har inte svarat)
digest-answers-title = Svar på dina möten:
digest-answered = { $name }: { $answer }
digest-answer = { $said } – { $title }, { $when }
digest-answer-comment = { $told }: ”{ $comment }”
digest-answers-more = { $count ->
    [one] Ett svar till
   *[other] { $count } svar till
}
digest-day-subject = { $day }: { $meetings ->
    [one] ett möte
   *[other] { $meetings } möten
}, { $time }
digest-day-subject-empty = { $day }: inga möten
digest-day-meetings = { $meetings ->
    [one] Du har ett möte i dag
   *[other] Du har { $meetings } möten i dag
}: { $time }.
digest-day-empty = Du har inga möten i dag.
digest-day-footer = Skickat till { $email } på arbetsdagar, eftersom du använder Sparsam på { $company }.
answer-mail-subject = { $said } – { $title }
answer-mail-subject-many = { $count ->
    [one] Ett svar på dina möten
   *[other] { $count } svar på dina möten
}
answer-mail-opening = { $count ->
    [one] Ett svar har kommit in.
   *[other] { $count } svar har kommit in.
}
answer-mail-settings = Välj hur du får veta om svar
