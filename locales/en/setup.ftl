## First-run set-up

setup-title = Set up Sparsam
setup-steps = Steps
setup-done = Done
setup-todo = To do
setup-skipped = Built-in mailbox
setup-task-company = Company
setup-task-account = Your account
setup-task-mail = Mail server
setup-task-team = Team
setup-task-finish = Finish
setup-leave = You can leave and come back at any time; what you saved stays.

setup-code-lead = The server printed a code when it started. Copy it from there, or open the link beside it.
setup-code-label = Code from the server
setup-code-wrong = This code does not work. The server prints a new one at every start; use the newest.
setup-code-sign-in = Have you already created your account? Sign in to continue.

setup-company-title = Your company
setup-company-name = Name of the company
setup-company-name-hint = As your customers know it.
setup-country = Country
setup-country-hint = Used for everything below that you leave empty.
setup-country-choose = Choose a country
setup-country-se = Sweden
setup-country-fi = Finland
setup-country-no = Norway
setup-country-dk = Denmark
setup-country-other = Another country
setup-zone = Time zone
setup-zone-hint = For example Europe/Stockholm. Empty means the country’s own.
setup-zone-needed = Enter a time zone, for example Europe/Berlin. For other countries we cannot know it.
setup-language = Language of new people
setup-language-usual = As usual for the country
setup-hours = Working hours, Monday to Friday
# $from (String) - a time
# $to (String) - a time
setup-hours-hint = Empty means { $from }–{ $to }, with the country’s usual lunch break. Everybody can change their own.
setup-hours-from = Work starts
setup-hours-to = Work ends
setup-lunch-from = Lunch starts
setup-lunch-to = Lunch ends
setup-hours-order = The end must be after the start.
setup-hours-both = Fill in both times or neither.

setup-account-title = Your account
setup-account-lead = You will be the administrator. You can invite the others in a moment.
setup-account-name = Your name
setup-account-taken = Somebody already has this address. Sign in instead.
# $name (String) - the person signed in
setup-account-there = You are signed in as { $name }.

setup-mail-title = Mail server
setup-mail-lead = Invitations are sent through your own mail server. You may skip this: emails then stay in the built-in mailbox, where you can read them, and reach nobody.
setup-skip = Skip for now
setup-no-mail-yet = No mail server is set up. Invitations stay in the built-in mailbox and reach nobody until you set one up.

setup-team-title = Your team
setup-team-name = Name of the team
setup-team-default = Sales
setup-team-people = Who to invite
setup-team-people-hint = One address per line, or a list with commas. Anna Berg <anna@nordvik.example> works too. Empty is fine.
setup-team-button = Invite and continue
# $text (String) - what was typed
setup-team-bad = This is not an email address: { $text }
# $max (Number) - most people at once
setup-team-too-many = Invite at most { $max } people at once. You can invite more later.
setup-team-raced = Somebody else invited one of these people just now. Send the list once more.

setup-finish-title = Ready
setup-finish-lead = When you go on, these pages close for good. Everything can be changed later under Admin.
setup-finish-plan = Plan your first meeting
setup-finish-week = Go to my week
