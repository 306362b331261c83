## Customers who want to be reminded

wish-ask = Should we remind you of this meeting? One mail shortly before it, and only if you say so here.
wish-yes = Remind me by mail
wish-on = You will get one mail shortly before this meeting.
wish-no = No reminder
audit-meeting-reminder-wish = Said whether to be reminded
