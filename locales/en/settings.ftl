## Settings

label-name = Name
label-language = Language
label-zone = Time zone
settings-saved = Saved.
settings-password-changed = Your password is changed. You are signed out everywhere else.
settings-session-ended = That browser is signed out.
settings-others-ended = You are signed out everywhere else.
settings-profile-title = Profile
settings-hours-title = Working hours
settings-appearance-title = Appearance
settings-security-title = Password and sign-ins
settings-feeds-title = Calendar feeds
settings-name-hint = As colleagues and customers know you.
settings-language-hint = For your pages and mails. Others read in their own language.
settings-zone-hint = Write a city or choose from the list. All times are shown in this zone.
settings-clock = Clock
settings-video-room = Your own video room
settings-video-room-hint = A link that starts with https://. You can choose it for any meeting you plan.
settings-hours-hint = Leave both fields empty for a day off. Times are in your own time zone.
settings-hours-day = Day
settings-hours-from = From
settings-hours-to = Until
settings-hours-lunch = Lunch
settings-hours-backwards = The end must come after the start.
settings-theme = Colours
settings-compact = Compact
settings-compact-hint = Smaller rows and buttons.
settings-shortcuts = Keyboard shortcuts
settings-shortcuts-hint = Single keys such as n and j. Turn them off if you dictate.
settings-password-title = Change your password
settings-password-present = Present password
settings-password-new = New password
settings-password-button = Change password
settings-password-effect = This signs you out everywhere else.

# $least (Number) - fewest characters
# $advised (Number) - characters we advise
settings-password-hint = At least { $least } characters; { $advised } or more are better. A few words that nobody would guess do well.
settings-password-wrong = This is not your present password.

# $least (Number) - fewest characters
settings-password-short = Use at least { $least } characters.
settings-password-common = This password is among the first that others would guess. Choose another.
settings-password-like-account = Your name or address is too easy to guess. Choose another password.
settings-sessions-title = Where you are signed in
settings-sessions-hint = If you do not recognise one, sign it out and change your password.
settings-session-device = Browser
settings-session-seen = Last seen
settings-session-since = Signed in
settings-session-end = Sign out
settings-session-unknown = Unknown browser
settings-session-this = This one
settings-sessions-end-others = Sign out everywhere else
settings-sessions-end-all = Sign out everywhere
