## How a meeting stands with limits, beside the form

panel-title = Gränser
panel-fits = Ingen gräns står i vägen.
panel-other-dates = Gränser kräver något för andra datum i serien; listan över datum visar vilka.
panel-people = Mötestid
panel-load = { $before } nu, { $after } med det här mötet. Gräns: { $limit }.
panel-left = { $left } kvar
panel-over = { $over } över gränsen
panel-more = Fler gränser: { $name }
panel-others = { $count ->
    [one] En person till
   *[other] { $count } personer till
}
panel-level-inform = För kännedom
panel-level-warn = Kräver bekräftelse
panel-level-reason = Kräver ett skäl
panel-level-approve = Kräver godkännande
panel-level-block = Inte tillåtet
panel-tick = Jag har sett varningarna
panel-reason = Varför måste mötet gå över gränsen?
panel-reason-hint = Minst tio tecken. Skälet sparas med mötet.
panel-approver = { $name } får en förfrågan om godkännande. Tiden hålls så länge, och ingen annan får veta något.
panel-refused = Det går inte att skicka så här. Välj en annan tid, färre personer eller ett kortare möte.
panel-trades = Det här hjälper
panel-trade-agenda = Använd mallens dagordning
panel-trade-shorten = Korta till { $length }
panel-trade-optional = Gör valfritt för { $names }
panel-trade-start = Flytta till { $when }
panel-trade-inform = Skicka bara resultatet till { $names }
panel-send-over = Skicka över gränsen…
panel-send-ask = Be { $name } om godkännande
panel-exceptions = { $used } av { $most } undantag använda det här kvartalet.
panel-exceptions-gone = { $used } av { $most } undantag använda det här kvartalet. Det här kräver godkännande.
