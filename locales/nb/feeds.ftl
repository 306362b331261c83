## Calendar subscriptions

feeds-title = Kalenderabonnementer
feeds-intro = Se møtene dine i kalenderen du allerede bruker. Hvert abonnement har en hemmelig adresse: den som har den, kan lese det abonnementet viser. Lag derfor ett per enhet, og gi adressen til ingen.
feeds-slow = Noen kalendere, blant annet Googles, oppdateres bare én gang om dagen. Endringer når deg raskest på e-post.
feeds-empty = Du har ingen abonnementer ennå.
feeds-yours = Abonnementene dine
feeds-new = Nytt abonnement
feeds-create = Lag adressen
feeds-kind-mine = Møtene mine
feeds-kind-customers = Kundemøtene mine
feeds-kind-busy = Når jeg er opptatt
feeds-kind-team = Teamet { $team }
feeds-kind-team-gone = Et team du ikke lenger er med i
feeds-hint-mine = Alle møter du ikke har takket nei til
feeds-hint-customers = Bare møter med kunder
feeds-hint-busy = Bare tidspunktene, ingen titler eller navn
feeds-hint-team = Alle møtene til alle i teamet
feeds-hint-team-busy = Dine egne møter i sin helhet; av kollegenes andre møter bare tidspunktene
feeds-used = Sist hentet { $when }
feeds-never-used = Ikke hentet ennå
feeds-rotate = Lag en ny adresse
feeds-rotate-title = Lage en ny adresse?
feeds-rotate-effect = Den gamle adressen slutter å virke med en gang, og kalendere som bruker den, blir ikke oppdatert lenger. Abonner på nytt der med den nye adressen, som bare vises én gang.
feeds-made-before = Abonnementet ble laget for et øyeblikk siden, og adressen ble vist da. Tok du ikke vare på den, kan du lage en ny.
feeds-revoke = Avslutt
feeds-rotate-hint = Når du lager en ny adresse eller avslutter abonnementet, slutter den gamle adressen å virke med en gang.
feeds-revoked = Abonnementet er avsluttet. Adressen virker ikke lenger.
feeds-too-many = Du har { $max } abonnementer, og flere kan du ikke ha. Avslutt et du ikke lenger bruker.
feeds-issued-title = Den hemmelige adressen din
feeds-issued-new = Abonnementet er klart.
feeds-issued-rotated = Abonnementet har fått en ny adresse. Den gamle virker ikke lenger.
feeds-issued-once = Adressen vises bare denne gangen. Abonner nå, eller kopier den; senere kan du bare lage en ny.
feeds-subscribe = Abonner
feeds-address = Adresse å kopiere
feeds-address-hint = For kalendere der du limer inn en adresse, for eksempel «Fra nettadresse».
feeds-back = Tilbake til abonnementene

## Inside subscriptions

feeds-busy = Opptatt
feeds-name-mine = { $name }: møter
feeds-name-customers = { $name }: kundemøter
feeds-name-busy = { $name }: opptatt
feeds-name-team = { $team }: møter
