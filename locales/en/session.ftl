## Signing in

sign-in-title = Sign in
sign-in-button = Continue
sign-in-forgotten = Forgotten your password?
sign-in-wrong = Address and password do not match. Check both and try again.
# $seconds (Number) - how long to wait
sign-in-slow = Too many tries. Wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
} and try again.
sign-in-demo-title = Look around in the demo
sign-in-demo-hint = Choose who you want to be. No email leaves this computer; everything the demo sends is in the mailbox.
label-email = Email
label-password = Password
