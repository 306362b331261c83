//! A template as typed, and the words for whose it is.

use std::collections::HashMap;

use crate::{
    app::{
        actor::Actor,
        agenda_templates::{Outline, Whose},
    },
    domain::{
        agenda::{
            ItemKind, Wanted,
            template::{MAX_NAME, TemplatePoint},
        },
        ids::TeamId,
        meeting::{MAX_MINUTES, MAX_POINTS, MAX_TITLE},
        when::{self, DurationError},
    },
    i18n::{Texts, field_errors, format::Format},
    store::{self, Tx, agenda_templates::AgendaTemplate, meetings::FullMeeting},
    web::{
        failure::Failure,
        form::{Errors, Form},
    },
};

/// A template as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) whose: String,
    pub(super) purpose: String,
    pub(super) points: Vec<TypedPoint>,
}

/// A point as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct TypedPoint {
    pub(super) title: String,
    pub(super) minutes: String,
    pub(super) kind: String,
    pub(super) wanted: String,
    pub(super) led: String,
}

impl Typed {
    pub(super) fn of(form: &Form) -> Self {
        let of = |name: &str| form.get(name).chars().take(1_000).collect::<String>();
        let point = |n: usize| TypedPoint {
            title: of(&format!("title-{n}")),
            minutes: of(&format!("minutes-{n}")),
            kind: of(&format!("kind-{n}")),
            wanted: of(&format!("wanted-{n}")),
            led: of(&format!("led-{n}")),
        };
        let points = (0..MAX_POINTS).take_while(|n| form.has(&format!("title-{n}"))).map(point).collect();
        Self { name: of("name"), whose: of("whose"), purpose: of("purpose"), points }
    }

    pub(super) fn stored(template: &AgendaTemplate) -> Self {
        Self {
            name: template.name.clone(),
            whose: value(Whose::of(template)),
            purpose: template.purpose.map_or_else(String::new, |purpose| purpose.to_string()),
            points: template.points.iter().map(TypedPoint::stored).collect(),
        }
    }

    /// The agenda of a meeting, named by its title.
    pub(super) fn of_meeting(full: &FullMeeting) -> Self {
        let organizer = full.meeting.organizer_id;
        let leads = |id| full.attendees.iter().any(|a| a.id == id && a.person_id == Some(organizer));
        let point = |item: &store::meetings::AgendaItem| TemplatePoint {
            kind: item.kind,
            title: item.title.clone(),
            minutes: u32::try_from(item.minutes).unwrap_or(0),
            wanted: item.wanted,
            led: item.owner_id.is_some_and(leads),
        };
        Self {
            name: full.meeting.title.chars().take(MAX_NAME).collect(),
            whose: value(Whose::Own),
            purpose: full.meeting.purpose.to_string(),
            points: full.agenda.iter().map(|item| TypedPoint::stored(&point(item))).collect(),
        }
    }

    /// Carries out a button that changes nothing but the form; tells whether it was one.
    pub(super) fn rearrange(&mut self, button: &str) -> bool {
        if button == "add-point" {
            self.points.push(TypedPoint { minutes: "5".to_owned(), ..TypedPoint::default() });
            self.points.truncate(MAX_POINTS);
            return true;
        }
        let Some((what, at)) = button.split_once(':').and_then(|(what, at)| Some((what, at.parse::<usize>().ok()?)))
        else {
            return false;
        };
        let last = self.points.len().saturating_sub(1);
        match what {
            "up" if (1..=last).contains(&at) => self.points.swap(at, at - 1),
            "down" if at < last => self.points.swap(at, at + 1),
            "remove-point" if at <= last && !self.points.is_empty() => drop(self.points.remove(at)),
            "up" | "down" | "remove-point" => {}
            _ => return false,
        }
        true
    }

    /// What it says; problems stand beside their fields. A point without a title is a line left empty.
    pub(super) fn read(&self, t: &Texts, f: &Format) -> Result<Outline, Errors> {
        let mut errors = Errors::default();
        name(t, &self.name, ("name", &mut errors));
        let whose = whose(&self.whose);
        if whose.is_none() {
            errors.add("whose", t.field_choose_one());
        }
        let mut points = Vec::new();
        for (n, typed) in self.points.iter().enumerate().filter(|(_, point)| !point.title.trim().is_empty()) {
            points.push(typed.read((t, f), n, &mut errors));
        }
        if points.is_empty() {
            errors.add("title-0", t.agendas_no_points());
        }
        match whose {
            Some(whose) if errors.is_empty() => {
                Ok(Outline { name: self.name.clone(), whose, purpose: self.purpose.parse().ok(), points })
            }
            _ => Err(errors),
        }
    }
}

impl TypedPoint {
    fn stored(point: &TemplatePoint) -> Self {
        Self {
            title: point.title.clone(),
            minutes: point.minutes.to_string(),
            kind: point.kind.to_string(),
            wanted: point.wanted.to_string(),
            led: if point.led { "organizer" } else { "everyone" }.to_owned(),
        }
    }

    fn read(&self, (t, f): (&Texts, &Format), n: usize, errors: &mut Errors) -> TemplatePoint {
        if self.title.chars().count() > MAX_TITLE {
            errors.add(format!("title-{n}"), t.field_too_long(MAX_TITLE));
        }
        let minutes = match when::minutes(&self.minutes) {
            Ok(minutes) if minutes <= MAX_MINUTES => minutes,
            Err(DurationError::Empty) => 0,
            Ok(_) => {
                errors.add(format!("minutes-{n}"), t.planner_point_too_long());
                0
            }
            Err(error) => {
                errors.add(format!("minutes-{n}"), field_errors::duration(f, error));
                0
            }
        };
        TemplatePoint {
            kind: self.kind.parse().unwrap_or(ItemKind::Free),
            title: self.title.clone(),
            minutes,
            wanted: self.wanted.parse().unwrap_or(Wanted::Decide),
            led: self.led == "organizer",
        }
    }
}

/// Says what is wrong with a name.
pub(in crate::web) fn name(t: &Texts, typed: &str, (field, errors): (&str, &mut Errors)) {
    if typed.trim().is_empty() {
        errors.add(field, t.field_required());
    } else if typed.chars().count() > MAX_NAME {
        errors.add(field, t.field_too_long(MAX_NAME));
    }
}

/// Whose a form says that a template is.
pub(in crate::web) fn whose(text: &str) -> Option<Whose> {
    match text {
        "own" => Some(Whose::Own),
        "all" => Some(Whose::Organization),
        team => team.strip_prefix("t:")?.parse().ok().map(Whose::Team),
    }
}

fn value(whose: Whose) -> String {
    match whose {
        Whose::Own => "own".to_owned(),
        Whose::Organization => "all".to_owned(),
        Whose::Team(team) => format!("t:{team}"),
    }
}

/// Whose templates somebody may write: value and label.
pub(in crate::web) async fn owners(tx: &mut Tx, actor: &Actor, t: &Texts) -> Result<Vec<(String, String)>, Failure> {
    let mut owners = vec![(value(Whose::Own), t.agendas_own())];
    if actor.is_admin() || !actor.manages.is_empty() {
        let teams = store::teams::list(tx).await?;
        let writes = teams.into_iter().filter(|team| actor.writes_templates(Whose::Team(team.id)));
        owners.extend(writes.map(|team| (value(Whose::Team(team.id)), t.agendas_team(team.name))));
    }
    if actor.writes_templates(Whose::Organization) {
        owners.push((value(Whose::Organization), t.agendas_all()));
    }
    Ok(owners)
}

/// Names of the teams that these templates belong to.
pub(in crate::web) async fn teams(
    tx: &mut Tx,
    templates: &[AgendaTemplate],
) -> Result<HashMap<TeamId, String>, Failure> {
    if templates.iter().all(|template| template.team_id.is_none()) {
        return Ok(HashMap::new());
    }
    Ok(store::teams::list(tx).await?.into_iter().map(|team| (team.id, team.name)).collect())
}

/// Whose a template is, in words.
pub(in crate::web) fn whose_words(t: &Texts, whose: Whose, teams: &HashMap<TeamId, String>) -> String {
    match whose {
        Whose::Own => t.agendas_own(),
        Whose::Organization => t.agendas_all(),
        Whose::Team(team) => t.agendas_team(teams.get(&team).cloned().unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{language::Language, person::Clock, time::Zone},
        i18n::texts,
    };

    fn typed(titles: &[&str]) -> Typed {
        let point = |title: &&str| TypedPoint { title: (*title).to_owned(), ..TypedPoint::default() };
        Typed {
            name: "Monday".to_owned(),
            whose: "own".to_owned(),
            points: titles.iter().map(point).collect(),
            ..Typed::default()
        }
    }

    #[test]
    fn points_are_rearranged_and_stop_at_the_edge() {
        let titles = |typed: &Typed| typed.points.iter().map(|p| p.title.as_str()).collect::<String>();
        for (button, expected) in [
            ("up:0", "abc"),
            ("up:1", "bac"),
            ("down:2", "abc"),
            ("down:0", "bac"),
            ("down:9", "abc"),
            ("remove-point:1", "ac"),
            ("remove-point:3", "abc"),
        ] {
            let mut form = typed(&["a", "b", "c"]);
            assert!(form.rearrange(button), "{button}");
            assert_eq!(titles(&form), expected, "{button}");
        }
        let mut form = typed(&[]);
        assert!(form.rearrange("remove-point:0") && form.rearrange("add-point"));
        assert_eq!(form.points.len(), 1);
        assert!(!form.rearrange("save") && !form.rearrange("up:x"));
    }

    #[test]
    fn every_problem_stands_beside_its_field() {
        let f = Format::new(Language::En, Clock::Language, Zone::utc());
        let mut form = typed(&["a", "", "b"]);
        form.points[2].minutes = "soon".to_owned();
        (form.name, form.whose) = (" ".to_owned(), "t:x".to_owned());
        let errors = form.read(texts(Language::En), &f).unwrap_err();
        let fields: Vec<&str> = errors.0.iter().map(|e| e.field.as_str()).collect();
        assert_eq!(fields, ["name", "whose", "minutes-2"]);
        let errors = typed(&[" "]).read(texts(Language::En), &f).unwrap_err();
        assert_eq!(errors.0[0].field, "title-0");
        assert_eq!(typed(&["a", "", "b"]).read(texts(Language::En), &f).unwrap().points.len(), 2);
    }
}
