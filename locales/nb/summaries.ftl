## Summaries by mail

digest-ahead-title = Kommende møter:
digest-ahead = { $when }: { $title }
digest-ahead-unanswered = { $when }: { $title } (du har ikke svart)
digest-answers-title = Svar på møtene dine:
digest-answered = { $name }: { $answer }
digest-answer = { $said } – { $title }, { $when }
digest-answer-comment = { $told }: «{ $comment }»
digest-answers-more = { $count ->
    [one] Ett svar til
   *[other] { $count } svar til
}
digest-day-subject = { $day }: { $meetings ->
    [one] ett møte
   *[other] { $meetings } møter
}, { $time }
digest-day-subject-empty = { $day }: ingen møter
digest-day-meetings = { $meetings ->
    [one] Du har ett møte i dag
   *[other] Du har { $meetings } møter i dag
}: { $time }.
digest-day-empty = Du har ingen møter i dag.
digest-day-footer = Sendt til { $email } på arbeidsdager, fordi du bruker Sparsam hos { $company }.
answer-mail-subject = { $said } – { $title }
answer-mail-subject-many = { $count ->
    [one] Ett svar på møtene dine
   *[other] { $count } svar på møtene dine
}
answer-mail-opening = { $count ->
    [one] Ett svar er kommet inn.
   *[other] { $count } svar er kommet inn.
}
answer-mail-settings = Velg hvordan du får vite om svar
