purpose-targets = Sätta mål
purpose-recognition = Uppmärksamma
purpose-product-update = Produktnytt
purpose-shortfall = Ta igen ett tapp
purpose-challenges = Gå igenom utmaningar
purpose-strategy = Strategi
purpose-one-to-one = Enskilt samtal
purpose-customer = Kundmöte

stage-first-contact = Första kontakten
stage-needs = Behov
stage-presentation = Presentation
stage-objections = Invändningar
stage-quote = Offert
stage-closing = Avslut
stage-follow-up = Uppföljning

format-video = Video
format-phone = Telefon
format-room = Mötesrum
format-at-customer = Hos kunden

video-source-own = Ett eget rum för mötet
video-source-personal = Mitt fasta rum
video-source-pasted = En länk som jag klistrar in

item-targets = Mål
item-shortfall = Tapp
item-recognition = Uppskattning
item-product-update = Produktnytt
item-challenge = Utmaning
item-strategy = Strategi
item-presentation = Presentation
item-guidance = Samtalsstöd
item-free = Övrigt

wanted-decide = Besluta
wanted-inform = Informera
wanted-thank = Tacka
wanted-gather = Samla idéer

attendee-role-chair = Leder mötet
attendee-role-required = Behövs
attendee-role-optional = Får gärna komma
attendee-role-informed = Hålls informerad

answer-open = Inte svarat än
answer-yes = Ja
answer-maybe = Kanske
answer-no = Nej

status-confirmed = Skickat
status-pending = Väntar på godkännande
status-cancelled = Inställt

role-admin = Administratör
role-manager = Chef
role-member = Medlem
role-viewer = Läsare

person-state-invited = Inbjuden
person-state-active = Aktiv
person-state-deactivated = Avstängd

clock-language = Som vanligt i språket
theme-system = Som enheten
theme-light = Ljust
theme-dark = Mörkt
