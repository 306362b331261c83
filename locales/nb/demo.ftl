demo-removal-title = Fjern demofirmaet
demo-removal-what = Nordvik AB forsvinner med personer, kunder, møter, e-poster og logger. Det kan ikke angres.
demo-removal-then = Alle logges ut, og du setter opp ditt eget firma.
demo-removal-button = Fjern demofirmaet
