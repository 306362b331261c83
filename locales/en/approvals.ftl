## Mails: approvals

# $title (String) - the meeting
# $when (String) - short date and time
approval-mail-subject-asked = Please decide: { $title }, { $when }
# $title (String) - the meeting
# $when (String) - short date and time
approval-mail-subject-approved = Approved: { $title }, { $when }
# $title (String) - the meeting
# $when (String) - short date and time
approval-mail-subject-declined = Declined: { $title }, { $when }
# $title (String) - the meeting
# $when (String) - short date and time
approval-mail-subject-expired = Not decided in time: { $title }, { $when }
# $title (String) - the meeting
# $when (String) - short date and time
approval-mail-subject-withdrawn = Changed in the meantime: { $title }, { $when }
# $name (String) - who asks
approval-mail-asked = { $name } asks you to approve a meeting that exceeds limits. Nobody is invited yet; the time is held until you decide.
# $name (String) - who asks
approval-mail-asked-change = { $name } asks you to approve a change to a meeting that exceeds limits. The meeting stays as it is until you decide.
# $name (String) - who decided
approval-mail-approved = { $name } has approved the meeting. The invitations are on their way.
# $name (String) - who decided
approval-mail-approved-change = { $name } has approved the change. Everybody concerned will be told.
# $name (String) - who decided
approval-mail-declined = { $name } has declined. Nobody was invited, the time is free again, and the plan is among your drafts.
# $name (String) - who decided
approval-mail-declined-change = { $name } has declined the change. The meeting stays as it was.
# $name (String) - who was asked
approval-mail-expired = { $name } did not decide in time. Nobody was invited, the time is free again, and the plan is among your drafts.
# $name (String) - who was asked
approval-mail-expired-change = { $name } did not decide in time. The meeting stays as it was.
# $name (String) - who changed the meeting
approval-mail-withdrawn = { $name } has changed the meeting, so your request no longer applies. Look at the meeting as it is now, and ask again if you still need to.
approval-mail-decide = Decide
approval-mail-open = Open the meeting
# $when (String) - short date and time
# $zone (String) - whose time
approval-mail-until = Please decide before { $when } ({ $zone }). The link works once and only for you.

## Approvals: what is asked

approval-passed = Limits exceeded
# $reason (String) - in the words of whoever asks
approval-reason = Reason: { $reason }
# $when (String) - date and time
approval-stands = Original time: { $when }
# $title (String) - the meeting
approval-title = Approval: { $title }
# $name (String) - who asks
# $when (String) - a moment
approval-asked-by = { $name } asked, { $when }
approval-now = As it stands now
approval-now-nothing = No limit is exceeded any more.
# $when (String) - a moment
approval-until = Please decide before { $when }. Otherwise the time is free again.
# $name (String) - who asks
approval-note = A message to { $name } (optional)
approval-approve = Approve
approval-decline = Decline
approval-choose = Choose whether to approve or to decline.
approval-own = You asked for this or plan the meeting yourself, so somebody else decides.
approval-worse = The numbers have changed since the request was made. Look at them and decide again.
approval-blocked = A limit now blocks this meeting. It can only be declined.
# $name (String) - the approver
approval-as = You are deciding as { $name }.
approval-done-approved = Approved. Everybody concerned will be told.
# $name (String) - who asked
approval-done-declined = Declined. { $name } will be told.
# $name (String) - who decided
# $when (String) - a moment
approval-decided-by = { $name }, { $when }
approval-state-open = Waiting
approval-state-approved = Approved
approval-state-declined = Declined
approval-state-expired = Not decided in time
approval-state-withdrawn = Withdrawn

## Approvals: lists

approvals-title = Approvals
approvals-waiting = Waiting for you
approvals-waiting-none = Nothing is waiting for your decision.
approvals-asked = Your requests
approvals-asked-none = You have not asked for any approvals.
# $name (String) - who asks
# $title (String) - the meeting
approvals-matter = { $name } asks for approval: { $title }

## Approvals: on the page of a meeting

# $name (String) - who is asked
# $when (String) - a moment
approval-waits = Waiting for { $name } until { $when }
approval-waits-plan = Nobody is invited yet. The time is held.
approval-waits-change = The meeting stays as it is until then.
approval-proposed = Proposed time
approval-withdraw = Withdraw
approval-change-it = Change it
# $name (String) - who is asked
approval-done-asked = { $name } has been asked to approve. Until then nobody else is told, and the time is held.
approval-done-withdrawn = The request is withdrawn, and the time is free again.
# $name (String) - who passed it
# $when (String) - a moment
approval-override-own = { $name }, { $when }
# $name (String) - who asked
# $approver (String) - who allowed it
# $when (String) - a moment
approval-override-allowed = { $name }, approved by { $approver }, { $when }
approval-nobody = This needs an approval, and nobody else can give it. Ask an administrator to appoint a manager for the team.

## Audit log: approvals

audit-meeting-approval-asked = Asked for approval
audit-meeting-approved = Approved
audit-meeting-approval-declined = Declined to approve
audit-meeting-approval-expired = Approval not given in time
audit-meeting-approval-passed-on = Asked somebody else for approval
audit-meeting-approval-withdrawn = Withdrew the request
