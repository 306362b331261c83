## How a meeting stands with limits, beside the form

panel-title = Grenser
panel-fits = Ingen grense står i veien.
panel-other-dates = Grenser krever noe for andre datoer i serien; listen over datoer viser hvilke.
panel-people = Møtetid
panel-load = { $before } nå, { $after } med dette møtet. Grense: { $limit }.
panel-left = { $left } igjen
panel-over = { $over } over grensen
panel-more = Flere grenser: { $name }
panel-others = { $count ->
    [one] Én person til
   *[other] { $count } personer til
}
panel-level-inform = Til orientering
panel-level-warn = Krever bekreftelse
panel-level-reason = Krever begrunnelse
panel-level-approve = Krever godkjenning
panel-level-block = Ikke tillatt
panel-tick = Jeg har sett advarslene
panel-reason = Hvorfor må møtet gå over grensen?
panel-reason-hint = Minst ti tegn. Begrunnelsen lagres med møtet.
panel-approver = { $name } blir bedt om å godkjenne det. Tiden holdes av imens, og ingen andre får beskjed.
panel-refused = Møtet kan ikke sendes slik. Velg et annet tidspunkt, færre personer eller et kortere møte.
panel-trades = Dette hjelper
panel-trade-agenda = Bruk malens saksliste
panel-trade-shorten = Kort ned til { $length }
panel-trade-optional = Gjør det valgfritt for { $names }
panel-trade-start = Flytt til { $when }
panel-trade-inform = Send bare resultatet til { $names }
panel-send-over = Send over grensen…
panel-send-ask = Be { $name } om godkjenning
panel-exceptions = { $used } av { $most } unntak brukt dette kvartalet.
panel-exceptions-gone = { $used } av { $most } unntak brukt dette kvartalet. Dette krever godkjenning.
