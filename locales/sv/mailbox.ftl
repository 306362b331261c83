## Den inbyggda brevlådan

mailbox-title = Brevlåda
mailbox-kept = Ingen e-postserver är inställd, så mejl skickas inte. De sparas här i stället.
mailbox-not-kept = Mejl skickas via e-postservern. Här ligger det som sparades innan den ställdes in.
mailbox-filter = Bara till den här adressen
mailbox-show = Visa
mailbox-show-all = Visa alla
mailbox-empty = Här finns inga mejl än. Det som skickas dyker upp här.
mailbox-none-to = Det finns inga mejl till { $address }.
mailbox-subject = Ämne
mailbox-to = Till
mailbox-at = När
mailbox-pages = Fler mejl
mailbox-newer = Nyare
mailbox-older = Äldre
mailbox-back = Tillbaka till brevlådan
mailbox-download = Ladda ner mejlet
mailbox-html = Som ett e-postprogram visar det
mailbox-text = Ren text
mailbox-calendar = Det som hamnar i kalendern
mailbox-headers = Meddelandehuvuden
mailbox-raw = Visa källtexten
