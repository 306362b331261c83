demo-removal-title = Remove the demo company
demo-removal-what = This removes Nordvik AB with its people, customers, meetings, emails and logs. It cannot be undone.
demo-removal-then = Everybody is signed out, and you can set up your own company.
demo-removal-button = Remove the demo company
