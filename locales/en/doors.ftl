## Passwords set through a link in a mail

forgotten-title = Forgotten your password?
forgotten-lead = Enter your address. If it has an account here, an email with a link arrives within a minute.
forgotten-button = Send me a link
forgotten-sent-title = Check your email
forgotten-sent-body = If this address has an account here, a link is on its way. It works for one hour. Nothing there? Look in your spam folder, or ask your administrator.
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
door-password-rule = At least { $min } characters, preferably { $advised } or more. Spaces and all letters are fine, and so is pasting. Don’t use your name, your address or a common password.
# $min (Number) - fewest characters
door-password-too-short = This is too short. Use at least { $min } characters.
# $max (Number) - most characters
door-password-too-long = This is too long. Use at most { $max } characters.
door-password-common = This is one of the first passwords anyone would guess. Choose another.
door-password-like-account = Your name or address is easily guessed. Choose something else.
