## Purposes of meetings

purpose-targets = Set targets
purpose-recognition = Recognise results
purpose-product-update = Product update
purpose-shortfall = Fix a shortfall
purpose-challenges = Talk through challenges
purpose-strategy = Strategy
purpose-one-to-one = One-to-one
purpose-customer = Customer meeting

## Stages of a sale

stage-first-contact = First contact
stage-needs = Needs
stage-presentation = Presentation
stage-objections = Objections
stage-quote = Quote
stage-closing = Closing
stage-follow-up = Follow-up

## How people meet

format-video = Video
format-phone = Phone
format-room = Meeting room
format-at-customer = At the customer’s

## Where the video link comes from

video-source-own = A room just for this meeting
video-source-personal = My personal room
video-source-pasted = A link I paste

## What a point of the agenda is about

item-targets = Targets
item-shortfall = Shortfall
item-recognition = Recognition
item-product-update = Product update
item-challenge = Challenge
item-strategy = Strategy
item-presentation = Presentation
item-guidance = Guidance
item-free = Other

## What should come out of a point

wanted-decide = Decide
wanted-inform = Inform
wanted-thank = Thank
wanted-gather = Gather ideas

## How somebody takes part

attendee-role-chair = Leads the meeting
attendee-role-required = Needed
attendee-role-optional = Welcome
attendee-role-informed = Kept informed

## Answers

answer-open = No answer yet
answer-yes = Yes
answer-maybe = Maybe
answer-no = No

## Where a meeting stands

status-confirmed = Sent
status-pending = Waiting for approval
status-cancelled = Cancelled

## What a person may do

role-admin = Administrator
role-manager = Manager
role-member = Member
role-viewer = Viewer

## Where a person’s account stands

person-state-invited = Invited
person-state-active = Active
person-state-deactivated = Deactivated

## Clock and colours

clock-language = As usual for the language
theme-system = Same as the device
theme-light = Light
theme-dark = Dark
