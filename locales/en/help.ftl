help-intro = Short answers to what people ask most often.
help-all-topics = All help pages

help-week-title = My week
help-week-what = My week is the first page. It shows what is waiting for your answer and your meetings of the week, each with its time, people and link.
help-week-waiting = What is waiting for you is at the top: invitations you have not answered, and emails from your meetings that could not be delivered.

help-calendar-title = Calendar
help-calendar-views = The calendar has a day, a week, a month and a list view. All show the same meetings; the list works best with a screen reader.
help-calendar-week = Weeks have ISO numbers and begin on Monday. Times are in your own time zone, which you choose in the settings.

help-planning-title = Plan a meeting
help-planning-purpose = Say first what the meeting is for. The purpose fills in an agenda, a length and a format; whatever you have changed yourself stays.
help-planning-people = Invite colleagues, whole teams or customers. Required people are needed, optional people are welcome, and informed people only get the agenda.
help-planning-agenda = Give each point a number of minutes and a wanted outcome. The minutes are added up and compared with the length of the meeting.
help-planning-preview = Before anything is sent, you see the email as each person gets it, and who else has a meeting at that time.
help-planning-undo = After sending there is a short time in which you can undo. Nobody has received anything by then.

help-answering-title = Answer an invitation
help-answering-link = Open the link in the email and choose yes, maybe or no. You do not need an account. Just opening the page is not an answer.
help-answering-change = You can change your answer with the same link until a week after the meeting has ended.
help-answering-stop = Customers can stop further invitations with the link at the end of the email. Nobody can invite them after that.

help-feeds-title = Subscribe to your meetings
help-feeds-what = A calendar subscription shows your meetings in another calendar. You choose your own, a team’s, customer meetings only, or busy times without details.
help-feeds-secret = The address of a subscription is a secret, shown once. Anyone who has it can read the subscription. Replace it or end the subscription whenever you like.
help-feeds-delay = Other calendars fetch subscriptions when they like, often only a few times a day. Invitations by email arrive at once.

help-settings-title = Settings
help-settings-profile = Choose your language, time zone, clock format, and light or dark colours. Pages and emails follow your choice, never the sender’s.
help-settings-hours = Your working hours and lunch show colleagues when a meeting suits you.
help-settings-sessions = You see where you are signed in, and can sign out everywhere at once.

help-keys-title = Keyboard
help-keys-list = N plans a meeting. G then W opens my week, G then C the calendar, G then M the meetings, G then T the team. Ctrl+Enter sends a form.
help-keys-off = The keys do nothing while you type. You can turn them off in the settings.

accessibility-aim = Sparsam is meant to be usable by everybody. We aim for WCAG 2.2, level AA.
accessibility-checks = Pages are checked automatically (with axe-core) in light and dark, wide and narrow. Automatic checks do not find every fault.
accessibility-ways = Everything works with the keyboard alone, at 400 percent zoom, and without JavaScript. Nothing depends on colour alone.
accessibility-gaps = The calendar’s grid is hard to follow with a screen reader; its list view shows the same meetings. Texts that people write themselves, such as titles and agendas, may lack language markup.
accessibility-tell = If something stops you, tell the company that invited you or your own administrator. They can plan, answer and make changes for you in the meantime.

privacy-what = Sparsam keeps names, email addresses, languages, working hours, meetings with agendas, answers and comments. They are needed to plan meetings and send invitations.
privacy-where = Everything is kept on the server of the company that uses Sparsam. Pages load nothing from other servers. Video links lead to the video service that the organiser chose.
privacy-cookie = There is one cookie, which keeps you signed in, and during set-up one for the set-up code. You are not tracked.
privacy-mails = Emails contain no images and no tracking. Opening one tells us nothing; we know only what you answer and what the mail server reports.
privacy-log = The server’s log has the time and address of each page, with secrets masked, and instead of the visitor’s network address an identifier that changes every day. Changes and sign-ins are recorded with the network address in a log for administrators.
privacy-kept = Drafts and ended sign-ins are deleted after 30 days. Unless your company has chosen otherwise, emails in the built-in mailbox are deleted after 90 days, imported files after 30 days and the record of changes after two years. Contacts whom nobody meets any more are erased only if your company has chosen so. Meetings stay until the company removes them.
privacy-rights = To see, correct or remove what is kept about you, ask the company that uses Sparsam. Customers can stop invitations with the link in every email.
