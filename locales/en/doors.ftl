## Passwords set through a link in a mail

forgotten-title = Forgotten your password?
forgotten-lead = Write your address. If somebody here has it, a mail with a link arrives within a minute.
forgotten-button = Send me a link
forgotten-sent-title = Look in your mail
forgotten-sent-body = If somebody here has this address, a link is on its way. It works for one hour. Nothing there? Look among the unwanted mails, or ask your administrator.
forgotten-back = Back to sign-in
reset-title = Set a new password
# $email (String) - the person’s address
reset-lead = For { $email }. You will be signed out everywhere else.
# $company (String) - the firm
welcome-title = Welcome to { $company }
# $name (String) - the person’s name
# $email (String) - the person’s address
welcome-lead = Hello { $name }! Choose a password. You sign in with { $email }.
door-button = Save and sign in
door-password = New password
# $min (Number) - fewest characters
# $advised (Number) - advised number of characters
door-password-rule = At least { $min } characters, better { $advised } or more. Blanks and all letters are fine, and so is pasting. Not your name, your address or a common password.
# $min (Number) - fewest characters
door-password-too-short = This is too short. Use at least { $min } characters.
# $max (Number) - most characters
door-password-too-long = This is too long. Use { $max } characters at most.
door-password-common = This is among the first passwords that would be guessed. Choose another.
door-password-like-account = Your name or address is easily guessed. Choose something else.
