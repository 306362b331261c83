## Den inbyggda brevlådan

mailbox-title = Brevlåda
mailbox-kept = Ingen mejlserver är inställd, så mejl lämnar inte servern. De sparas här i stället.
mailbox-not-kept = Mejl skickas genom mejlservern. Här ligger det som sparades innan den ställdes in.
mailbox-filter = Bara till den här adressen
mailbox-show = Visa
mailbox-show-all = Visa alla
mailbox-empty = Här finns inga mejl än. Det som skickas till folk dyker upp här.
mailbox-none-to = Det finns inga mejl till { $address }.
mailbox-subject = Ämne
mailbox-to = Till
mailbox-at = När
mailbox-pages = Fler mejl
mailbox-newer = Nyare
mailbox-older = Äldre
mailbox-back = Tillbaka till brevlådan
mailbox-download = Ladda ner mejlet
mailbox-html = Som ett mejlprogram visar det
mailbox-text = Ren text
mailbox-calendar = Det som hamnar i kalendern
mailbox-headers = Huvuden
mailbox-raw = Visa som det är skrivet
