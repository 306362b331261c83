purpose-targets = Tavoitteiden asettaminen
purpose-recognition = Kiittäminen
purpose-product-update = Tuoteuutiset
purpose-shortfall = Vajeen korjaaminen
purpose-challenges = Haasteiden läpikäynti
purpose-strategy = Strategia
purpose-one-to-one = Kahdenkeskinen keskustelu
purpose-customer = Asiakastapaaminen

stage-first-contact = Ensikontakti
stage-needs = Tarpeet
stage-presentation = Esittely
stage-objections = Vastaväitteet
stage-quote = Tarjous
stage-closing = Kaupan päättäminen
stage-follow-up = Seuranta

format-video = Video
format-phone = Puhelin
format-room = Neuvotteluhuone
format-at-customer = Asiakkaan luona

video-source-own = Oma huone tälle kokoukselle
video-source-personal = Oma vakiohuoneeni
video-source-pasted = Linkki, jonka liitän

item-targets = Tavoitteet
item-shortfall = Vaje
item-recognition = Kiitokset
item-product-update = Tuoteuutiset
item-challenge = Haaste
item-strategy = Strategia
item-presentation = Esittely
item-guidance = Puheohje
item-free = Muu asia

wanted-decide = Päätös
wanted-inform = Tiedoksi
wanted-thank = Kiitos
wanted-gather = Ideoiden keruu

attendee-role-chair = Vetää kokouksen
attendee-role-required = Tarvitaan
attendee-role-optional = Tervetullut
attendee-role-informed = Saa tiedon

answer-open = Ei vielä vastausta
answer-yes = Kyllä
answer-maybe = Ehkä
answer-no = Ei

status-confirmed = Lähetetty
status-pending = Odottaa hyväksyntää
status-cancelled = Peruttu

role-admin = Ylläpitäjä
role-manager = Esihenkilö
role-member = Jäsen
role-viewer = Katselija

person-state-invited = Kutsuttu
person-state-active = Käytössä
person-state-deactivated = Poistettu käytöstä

clock-language = Kielen mukaan
theme-system = Laitteen mukaan
theme-light = Vaalea
theme-dark = Tumma
