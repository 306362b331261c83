## Summaries by mail

digest-ahead-title = Tulevat kokoukset:
digest-ahead = { $when }: { $title }
digest-ahead-unanswered = { $when }: { $title } (et ole vastannut)
digest-answers-title = Vastaukset kokouksiisi:
digest-answered = { $name }: { $answer }
digest-answer = { $said } – { $title }, { $when }
digest-answer-comment = { $told }: ”{ $comment }”
digest-answers-more = { $count ->
    [one] Vielä yksi vastaus
   *[other] Vielä { $count } vastausta
}
digest-day-subject = { $day }: { $meetings ->
    [one] yksi kokous
   *[other] { $meetings } kokousta
}, { $time }
digest-day-subject-empty = { $day }: ei kokouksia
digest-day-meetings = { $meetings ->
    [one] Sinulla on tänään yksi kokous
   *[other] Sinulla on tänään { $meetings } kokousta
}: { $time }.
digest-day-empty = Sinulla ei ole tänään kokouksia.
digest-day-footer = Lähetetään työpäivinä osoitteeseen { $email }, koska käytät Sparsamia. Yritys: { $company }.
answer-mail-subject = { $said } – { $title }
answer-mail-subject-many = { $count ->
    [one] Yksi vastaus kokouksiisi
   *[other] { $count } vastausta kokouksiisi
}
answer-mail-opening = { $count ->
    [one] Yksi vastaus on saapunut.
   *[other] { $count } vastausta on saapunut.
}
answer-mail-settings = Valitse, miten saat tiedon vastauksista
