## Pages

pipeline-title = Opportunities
pipeline-one = Opportunity
pipeline-new = Add an opportunity
pipeline-edit = Edit the opportunity
pipeline-views = Views
pipeline-list = List
pipeline-board = Board
pipeline-funnel = Funnel
pipeline-search = Part of the title or customer
pipeline-none = No opportunities.
pipeline-what = What it is about
pipeline-what-hint = In a few words, for example: Service contract 2027.
pipeline-account-hint = Type the name of a customer in the list.
pipeline-no-such-customer = There is no customer with this name. Add it first.
pipeline-stage = Stage
pipeline-won = Won
pipeline-lost = Lost
pipeline-contact = Contact
pipeline-no-contact = Nobody in particular
pipeline-value = Value
pipeline-currency = Currency
pipeline-not-an-amount = Enter a whole amount, for example 125 000.
pipeline-likely = Likelihood
pipeline-likely-percent = Likelihood in percent
pipeline-likely-hint = Leave empty to use the stage’s likelihood. Changing the stage clears it.
pipeline-not-a-percentage = Enter a number from 0 to 100.
pipeline-weighted = Weighted value
pipeline-expected = Decision expected
pipeline-since = At this stage since
pipeline-next = Next step
pipeline-next-by = By when
# $date (String)
pipeline-next-on = Next step { $date }
pipeline-not-yours = You can add opportunities for yourself and for those you lead.
pipeline-created = The opportunity is added.
pipeline-saved = The opportunity is saved.
pipeline-done-moved = The change is saved.

## The way

pipeline-way = Progress
# $stage (String)
pipeline-on-to = Move on to: { $stage }
pipeline-move-to = Move to
pipeline-move = Move
# $from (String)
# $to (String)
pipeline-moved = From { $from } to { $to }
# $stage (String)
pipeline-began = Started at: { $stage }
pipeline-choose = Choose
pipeline-reason = Why it was lost
pipeline-reason-if-lost = If it was lost: why
pipeline-reason-missing = Choose why it was lost.
pipeline-lost-note = A few words about it
pipeline-reason-price = Price
pipeline-reason-competitor = Bought from somebody else
pipeline-reason-budget = No budget
pipeline-reason-no-decision = No decision was made
pipeline-reason-timing = Wrong time
pipeline-reason-no-need = Does not fit or is not needed
pipeline-reason-silence = Stopped answering
pipeline-reason-other = Something else
pipeline-source = Lead source
pipeline-source-referral = Referral
pipeline-source-list = List
pipeline-source-trade-show = Trade show
pipeline-source-webinar = Webinar
pipeline-source-web = Web
pipeline-source-existing = Existing customer
pipeline-source-lost-deal = Lost deal
pipeline-source-chat = Chat
# $name (String)
pipeline-now-customer = { $name } has bought.
pipeline-make-customer = Mark as customer
# $sums (String)
pipeline-forecast = Open opportunities are worth { $sums }, weighted by how likely each is.
pipeline-no-forecast = No open opportunity has a value.

## Meetings

pipeline-hint-title = For the next meeting
# $stage (String)
pipeline-hint = At this stage the meeting is about: { $stage }.
# $stage (String)
# $people (String)
pipeline-hint-bring = At this stage the meeting is about: { $stage }. It helps to bring: { $people }.
# $people (String)
pipeline-bring = At this stage it helps to bring: { $people }.
pipeline-bring-expert = a technical expert
pipeline-bring-developer = a developer
pipeline-bring-manufacturer = the manufacturer
pipeline-about = Which opportunity is it about?
pipeline-none-chosen = None
pipeline-others = Others meeting them this week
# $name (String)
# $when (String)
pipeline-meets = { $name }, { $when }

## The audit log

pipeline-audit-created = Added an opportunity
pipeline-audit-changed = Changed an opportunity
pipeline-audit-moved = Moved an opportunity
pipeline-audit-linked = Linked a meeting to an opportunity

## After a meeting

pipeline-sale = The sale
pipeline-what-came-of-it = What was the outcome?
# $step (String)
# $name (String)
my-week-step = { $step } ({ $name })
# $name (String)
my-week-overdue = Time to meet { $name }
my-week-customers = Customers to meet soon
my-week-customers-all = All that are due

## Moves taken back, and dates of series

pipeline-done-undone = Undone. The opportunity is back at its earlier stage.
pipeline-done-too-late = It is too late to undo: ten minutes have passed, or the opportunity has changed since.
pipeline-audit-undone = Undid a move of an opportunity
pipeline-all-dates = For all dates of the series
