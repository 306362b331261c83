## Agendas that people keep to begin with

agendas-title = Agenda templates
agendas-one = Agenda template
agendas-lead = Agendas to begin with. A meeting gets a copy, so changing a template later changes no meeting.
agendas-empty = There are no templates yet. Keep the agenda of a meeting or of a plan as one, or write one here.
agendas-new = New agenda template
agendas-edit = Change the template
agendas-edit-lead = Meetings that began with it keep what they have.
agendas-name = Name
agendas-whose = Who may use it
agendas-own = Only me
# $team (String) - name of a team
agendas-team = Team { $team }
agendas-all = Everybody
agendas-purpose = What it is for
agendas-any-purpose = Any meeting
agendas-organizer = The organizer
agendas-save = Save the template
# $count (Number) - points of the template
agendas-points = { $count ->
    [one] One point
   *[other] { $count } points
}
agendas-plan = Plan a meeting with it
agendas-use = Use this agenda
agendas-keep = Keep this agenda as a template
agendas-keep-as = Keep this agenda as a template named
agendas-manage = All agenda templates
# $name (String) - name of the template
# $whose (String) - who may use it
agendas-choice = { $name } ({ $whose })
agendas-no-points = Write at least one point.
# $most (Number) - most templates
agendas-too-many = There are { $most } templates already. Remove one first.
agendas-remove = Remove
agendas-remove-effect = Meetings that began with it keep their agendas.
agendas-remove-button = Remove the template
agendas-done-kept = The template is saved.
agendas-done-removed = The template is removed. Meetings keep their agendas.
agendas-audit-created = Kept an agenda template
agendas-audit-changed = Changed an agenda template
agendas-audit-removed = Removed an agenda template
