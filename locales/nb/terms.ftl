purpose-targets = Sette mål
purpose-recognition = Gi anerkjennelse
purpose-product-update = Produktnytt
purpose-shortfall = Ta igjen et etterslep
purpose-challenges = Gå gjennom utfordringer
purpose-strategy = Strategi
purpose-one-to-one = Én-til-én-samtale
purpose-customer = Kundemøte

stage-first-contact = Første kontakt
stage-needs = Behov
stage-presentation = Presentasjon
stage-objections = Innvendinger
stage-quote = Tilbud
stage-closing = Avslutning
stage-follow-up = Oppfølging

format-video = Video
format-phone = Telefon
format-room = Møterom
format-at-customer = Hos kunden

video-source-own = Et eget rom for møtet
video-source-personal = Det faste rommet mitt
video-source-pasted = En lenke som jeg limer inn

item-targets = Mål
item-shortfall = Etterslep
item-recognition = Anerkjennelse
item-product-update = Produktnytt
item-challenge = Utfordring
item-strategy = Strategi
item-presentation = Presentasjon
item-guidance = Samtalestøtte
item-free = Annet

wanted-decide = Beslutte
wanted-inform = Informere
wanted-thank = Takke
wanted-gather = Samle ideer

attendee-role-chair = Leder møtet
attendee-role-required = Trengs
attendee-role-optional = Kan gjerne komme
attendee-role-informed = Holdes orientert

answer-open = Ikke svart ennå
answer-yes = Ja
answer-maybe = Kanskje
answer-no = Nei

status-confirmed = Sendt
status-pending = Venter på godkjenning
status-cancelled = Avlyst

role-admin = Administrator
role-manager = Leder
role-member = Medlem
role-viewer = Leser

person-state-invited = Invitert
person-state-active = Aktiv
person-state-deactivated = Deaktivert

clock-language = Som vanlig i språket
theme-system = Som enheten
theme-light = Lyst
theme-dark = Mørkt
