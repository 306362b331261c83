## Customers who want to be reminded

wish-ask = Shall we remind you of this meeting? One email shortly before it, and only if you say so here.
wish-yes = Remind me by email
wish-on = You will get one email shortly before this meeting.
wish-no = No reminder
audit-meeting-reminder-wish = Chose whether to be reminded
