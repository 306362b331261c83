## Agendas that people keep to begin with

agendas-title = Agenda templates
agendas-one = Agenda template
agendas-lead = Agendas to start from. Each meeting gets its own copy, so changing a template later changes no meeting.
agendas-empty = No templates yet. Save the agenda of a meeting or a plan as one, or write one here.
agendas-new = New agenda template
agendas-edit = Change the template
agendas-edit-lead = Each meeting gets its own copy. Meetings that already use this agenda stay as they are.
agendas-name = Name
agendas-whose = Who can use it
agendas-own = Only me
# $team (String) - name of a team
agendas-team = Team { $team }
agendas-all = Everybody
agendas-purpose = What it is for
agendas-any-purpose = Any meeting
agendas-organizer = The organiser
agendas-save = Save the template
# $count (Number) - points of the template
agendas-points = { $count ->
    [one] One point
   *[other] { $count } points
}
agendas-plan = Plan a meeting with it
agendas-use = Use this agenda
agendas-keep = Save this agenda as a template
agendas-keep-as = Save this agenda as a template called
agendas-manage = All agenda templates
# $name (String) - name of the template
# $whose (String) - who may use it
agendas-choice = { $name } ({ $whose })
agendas-no-points = Write at least one point.
# $most (Number) - most templates
agendas-too-many = There are { $most } templates already. Remove one first.
agendas-remove = Remove
agendas-remove-effect = Meetings that were planned with it keep their agendas.
agendas-remove-button = Remove the template
agendas-done-kept = The template is saved.
agendas-done-removed = The template is removed. Meetings keep their agendas.
agendas-audit-created = Saved an agenda template
agendas-audit-changed = Changed an agenda template
agendas-audit-removed = Removed an agenda template
