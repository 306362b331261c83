help-intro = Short answers to what people ask most.
help-all-topics = All help pages

help-week-title = My week
help-week-what = My week is the first page. It shows what waits for your answer and your meetings of the week, each with its time, people and link.
help-week-waiting = What waits for you is at the top: invitations without your answer, and mails of your meetings that could not be delivered.

help-calendar-title = Calendar
help-calendar-views = The calendar has a day, a week, a month and a list. All show the same meetings; the list is the easiest to read aloud.
help-calendar-week = Weeks have ISO numbers and begin on Monday. Times are in your own time zone, which you choose in the settings.

help-planning-title = Plan a meeting
help-planning-purpose = Say first what the meeting is for. The purpose fills in an agenda, a length and a format; whatever you have changed yourself stays.
help-planning-people = Invite colleagues, whole teams or customers. Required people are needed, optional people are welcome, and informed people only get the agenda.
help-planning-agenda = Give each point minutes and a wanted outcome. The minutes are added up against the length of the meeting.
help-planning-preview = Before anything leaves, you see the mail as each person gets it, and who else has a meeting at that time.
help-planning-undo = After sending there is a short time in which you can undo. Nobody has received anything by then.

help-answering-title = Answer an invitation
help-answering-link = Open the link in the mail and choose yes, maybe or no. You need no account. Opening the page alone answers nothing.
help-answering-change = You can change your answer through the same link until a week after the meeting has ended.
help-answering-stop = Customers can ask for no more invitations through the link at the end of the mail. Nobody can invite them after that.

help-feeds-title = Subscribe to your meetings
help-feeds-what = A calendar feed shows your meetings in another calendar. You choose yours, a team’s, customer meetings only, or busy times without details.
help-feeds-secret = The address of a feed is a secret, shown once. Whoever has it can read the feed. Replace or revoke it whenever you like.
help-feeds-delay = Other calendars fetch feeds when they like, often only a few times a day. Invitations by mail arrive at once.

help-settings-title = Settings
help-settings-profile = Choose your language, time zone, clock, and light or dark. Pages and mails follow your choice, never that of the sender.
help-settings-hours = Your working hours and lunch show colleagues when a meeting suits you.
help-settings-sessions = You see where you are signed in, and can sign out everywhere at once.

help-keys-title = Keyboard
help-keys-list = N plans a meeting. G and then W opens my week, G and C the calendar, G and M the meetings, G and T the team. Ctrl and Enter sends a form.
help-keys-off = The keys do nothing while you type. You can turn them off in the settings.

accessibility-aim = Sparsam is meant to be usable by everybody. We aim for WCAG 2.2, level AA.
accessibility-checks = Pages are checked by program (axe-core) in light and dark, wide and narrow. Programs do not find every fault.
accessibility-ways = Everything works with the keyboard alone, at 400 percent zoom, and without JavaScript. Nothing depends on colour alone.
accessibility-gaps = The calendar’s grid is hard to follow by ear; its list view shows the same meetings. Texts that people write themselves, such as titles and agendas, may lack marks of their language.
accessibility-tell = If something stops you, tell the firm that invited you or your own administrator. They can plan, answer and change for you meanwhile.

privacy-what = Sparsam keeps names, mail addresses, languages, working hours, meetings with agendas, answers and comments. It keeps them to plan meetings and send invitations.
privacy-where = Everything is kept on the server of the firm that uses Sparsam. Pages load nothing from other hosts. Video links lead to the video service that the organizer chose.
privacy-cookie = There is one cookie, which keeps you signed in, and during set-up one for the set-up code. Nothing follows you.
privacy-mails = Mails hold no images and no tracking. Opening one tells us nothing; we know only what you answer and what the mail server says.
privacy-log = The server’s log has the time and address of each page, with secrets masked, and a mark in place of the visitor’s network address that changes every day. Changes and sign-ins are recorded with the network address in a log for administrators.
privacy-kept = Drafts go after 30 days, ended sign-ins after 30 days and mails in the built-in mailbox after 90 days. Meetings and the record of changes stay until the firm removes them.
privacy-rights = To see, correct or remove what is kept about you, ask the firm that uses Sparsam. Customers stop invitations with the link in every mail.
