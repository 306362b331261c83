## The list of meetings

meetings-tabs = Which meetings
meetings-tab-upcoming = Upcoming
meetings-tab-waiting = Waiting for you
meetings-tab-drafts = Drafts
meetings-tab-past = Past and cancelled
meetings-empty-upcoming = No upcoming meetings.
meetings-empty-waiting = Nothing is waiting for you.
meetings-empty-drafts = No drafts. Unsent plans are kept here for 30 days.
meetings-empty-past = No meetings have been held yet.

# $text (String) - what was searched for
meetings-empty-search = Nothing found for “{ $text }”.
meetings-search = Search in titles
meetings-search-button = Search
meetings-when = When
meetings-what = What
meetings-purpose = Purpose
meetings-organizer = Organiser
meetings-answers-head = Answers

# $answered (Number) - people who answered
# $asked (Number) - people who were asked
meetings-answers = { $answered } of { $asked } have answered
meetings-state = Status
meetings-state-open = You have not answered
meetings-state-yes = You said yes
meetings-state-maybe = You said maybe
meetings-state-no = You said no
meetings-untitled = Untitled

# $when (String) - day and time
meetings-saved = Saved { $when }

# $until (String) - day and time
meetings-held = Keeps its time until { $until }
meetings-delete = Delete
# $title (String) - of the draft
meetings-delete-title = Delete the draft “{ $title }”?
meetings-delete-effect = Nobody has been told about it. What you have written will be lost.
meetings-draft-deleted = The draft is deleted.
meetings-pages = Pages
meetings-previous = Previous page
meetings-next = Next page
