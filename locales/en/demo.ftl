demo-removal-title = Remove the demo company
demo-removal-what = Nordvik AB goes, with its people, customers, meetings, mails and records. This cannot be undone.
demo-removal-then = Everybody is signed out, and you set up your own company.
demo-removal-button = Remove the demo company
