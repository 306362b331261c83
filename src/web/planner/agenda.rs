//! What a purpose fills in, and the buttons of the agenda.

use super::{
    parse,
    typed::{PointRow, Typed},
};
use crate::{
    domain::{
        agenda::{
            starter::{Starter, StarterPoint, starter},
            template::TemplatePoint,
        },
        ids::TemplateId,
        language::Language,
        meeting::{Format as Meet, Purpose, Stage},
        when,
    },
    i18n::{format::Format, starters, texts},
    store::agenda_templates::AgendaTemplate,
};

/// The groups that a purpose fills. After a change of purpose: which of them were left as the person wrote them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Groups {
    pub(super) agenda: bool,
    pub(super) length: bool,
    pub(super) format: bool,
}

impl Groups {
    pub(super) fn any(self) -> bool {
        self.agenda || self.length || self.format
    }
}

/// What following a purpose did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Followed {
    /// Groups that now say something else.
    pub(super) replaced: Groups,
    /// Groups that the person had edited.
    pub(super) kept: Groups,
}

/// What a plan may begin with beside the starters: the agenda of the customer's class, and what was taken of one before.
#[derive(Debug, Default)]
pub(super) struct Classes {
    /// Of the customer on the list.
    pub(super) now: Option<AgendaTemplate>,
    /// That the form was filled from.
    pub(super) last: Option<AgendaTemplate>,
}

impl Classes {
    /// The template that the form was filled from, if that was the agenda of a class.
    pub(super) fn named(filled: &str) -> Option<TemplateId> {
        filled.strip_prefix(OF_CLASS)?.split('.').next()?.parse().ok()
    }
}

/// How the names of the agendas of classes begin.
const OF_CLASS: &str = "class.";

/// Where plans begin: whether meetings of the firm end ahead of the half or full hour, and what classes ask for.
#[derive(Clone, Copy)]
pub(super) struct Beginnings<'a> {
    pub(super) early: bool,
    pub(super) classes: &'a Classes,
}

/// What fills agenda, length and format, and the name under which the form remembers it.
struct Filling {
    name: String,
    minutes: u32,
    format: Meet,
    points: Vec<PointRow>,
}

impl Filling {
    fn starter((purpose, stage): Kind, language: Language, early: bool) -> Self {
        let starter = starter_of((purpose, stage), early);
        Self {
            name: template_name((purpose, stage), language, early),
            minutes: starter.minutes,
            format: starter.format,
            points: rows(&starter, language),
        }
    }

    /// The agenda of a class; what it does not say is as usual with customers.
    fn of_class(template: &AgendaTemplate, stage: Option<Stage>, early: bool) -> Self {
        let usual = starter_of((Purpose::Customer, stage), early);
        let points = kept_rows(template, 0);
        let minutes = template.points.iter().map(|point| point.minutes).fold(0, u32::saturating_add);
        Self {
            name: format!(
                "{OF_CLASS}{}.{}.{}{}",
                template.id,
                template.version,
                stage.map_or("", Stage::as_str),
                if early { ".early" } else { "" }
            ),
            minutes: if minutes < parse::MIN_MINUTES { usual.minutes } else { minutes },
            format: usual.format,
            points,
        }
    }

    fn named(name: &str, from: Beginnings<'_>) -> Option<Self> {
        if let Some(id) = Classes::named(name) {
            let known = [&from.classes.last, &from.classes.now].into_iter().flatten().find(|t| t.id == id)?;
            let mut parts = name.split('.').skip(3);
            let stage = parts.next().and_then(|stage| stage.parse().ok());
            // One that was changed since was not what filled the form.
            return Some(Self::of_class(known, stage, parts.next().is_some())).filter(|filling| filling.name == name);
        }
        let (kind, language, early) = template_named(name)?;
        Some(Self::starter(kind, language, early))
    }
}

/// The points of a kept agenda as the form has them.
pub(super) fn kept_rows(template: &AgendaTemplate, first: u32) -> Vec<PointRow> {
    let row = |(key, point): (u32, &TemplatePoint)| PointRow {
        key,
        kind: point.kind.to_string(),
        title: point.title.clone(),
        minutes: point.minutes.to_string(),
        owner: if point.led { "organizer" } else { "everyone" }.to_owned(),
        wanted: point.wanted.to_string(),
        item: String::new(),
    };
    (first..).zip(template.points.iter()).map(row).collect()
}

/// Fills agenda, length and format for the chosen purpose where they are empty or as the last template left them. A
/// customer whose class has an agenda begins with that, at whatever stage.
///
/// The form carries the name of that template (`filled`), so whether somebody edited anything is known by comparing,
/// without any script.
pub(super) fn follow_purpose(typed: &mut Typed, f: &Format, from: Beginnings<'_>) -> Followed {
    let Some(purpose) = typed.chosen_purpose() else { return Followed::default() };
    let stage = typed.chosen_stage();
    let of_class = from.classes.now.as_ref().filter(|_| purpose == Purpose::Customer);
    let next = match of_class {
        Some(template) => Filling::of_class(template, stage, from.early),
        None => Filling::starter((purpose, stage), f.language(), from.early),
    };
    if next.name == typed.filled {
        return Followed::default();
    }
    let last = Filling::named(&typed.filled, from);
    let edited = edited(typed, last.as_ref());
    let before = typed.clone();
    if !edited.agenda {
        replace_points(typed, next.points);
    }
    if !edited.length {
        typed.length = f.duration(next.minutes);
    }
    if !edited.format {
        next.format.as_str().clone_into(&mut typed.format);
    }
    typed.filled = next.name;
    Followed { replaced: differences(&before, typed), kept: edited }
}

/// Puts other points in place. Their keys say nothing about those before, so that whoever was invited to some of them has to
/// be asked about.
fn replace_points(typed: &mut Typed, points: Vec<PointRow>) {
    for guest in typed.guests.iter_mut().filter(|guest| !guest.first.is_empty()) {
        GONE.clone_into(&mut guest.first);
        guest.last.clear();
    }
    typed.points = points;
}

/// The key of a point that is none.
const GONE: &str = "gone";

/// Takes the template of the purpose whatever was edited.
pub(super) fn use_template(typed: &mut Typed, f: &Format, from: Beginnings<'_>) {
    replace_points(typed, Vec::new());
    typed.length.clear();
    typed.format.clear();
    typed.filled.clear();
    follow_purpose(typed, f, from);
}

/// What a purpose, and the stage of a customer, begin with.
type Kind = (Purpose, Option<Stage>);

pub(super) fn starter_of((purpose, stage): Kind, early: bool) -> Starter {
    let usual = starter(purpose, stage);
    if early { usual.ending_early() } else { usual }
}

pub(super) fn template_name((purpose, stage): Kind, language: Language, early: bool) -> String {
    let early = if early { ".early" } else { "" };
    format!("{purpose}.{}.{}{early}", stage.map_or("", Stage::as_str), language.tag())
}

fn template_named(name: &str) -> Option<(Kind, Language, bool)> {
    let mut parts = name.split('.');
    let purpose = parts.next()?.parse().ok()?;
    let stage = parts.next()?.parse().ok();
    let language = parts.next()?.parse().ok()?;
    Some(((purpose, stage), language, parts.next().is_some()))
}

fn edited(typed: &Typed, last: Option<&Filling>) -> Groups {
    let as_left = |rows: &[PointRow]| last.is_some_and(|last| same_rows(rows, &last.points));
    let minutes = when::minutes(&typed.length).ok();
    Groups {
        agenda: !typed.points.is_empty() && !as_left(&typed.points),
        length: !typed.length.trim().is_empty() && last.is_none_or(|last| minutes != Some(last.minutes)),
        format: !typed.format.is_empty() && last.is_none_or(|last| typed.format != last.format.as_str()),
    }
}

fn differences(before: &Typed, after: &Typed) -> Groups {
    Groups {
        agenda: !same_rows(&before.points, &after.points),
        length: when::minutes(&before.length) != when::minutes(&after.length),
        format: before.format != after.format,
    }
}

fn same_rows(a: &[PointRow], b: &[PointRow]) -> bool {
    let same = |a: &PointRow, b: &PointRow| *a == PointRow { key: a.key, item: a.item.clone(), ..b.clone() };
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
}

fn rows(starter: &Starter, language: Language) -> Vec<PointRow> {
    let t = texts(language);
    let row = |(key, point): (u32, &StarterPoint)| PointRow {
        key,
        kind: point.kind.as_str().to_owned(),
        title: starters::topic(t, point.topic),
        minutes: point.minutes.to_string(),
        owner: if point.led_by_organizer() { "organizer" } else { "everyone" }.to_owned(),
        wanted: point.wanted.as_str().to_owned(),
        item: String::new(),
    };
    (0..).zip(&starter.points).map(row).collect()
}

/// An empty point at the end.
pub(super) fn add_point(typed: &mut Typed) {
    let row = PointRow {
        key: typed.next_point(),
        kind: "free".to_owned(),
        minutes: "5".to_owned(),
        owner: "everyone".to_owned(),
        wanted: "decide".to_owned(),
        ..PointRow::default()
    };
    typed.points.push(row);
}

/// Takes a point out.
pub(super) fn remove_point(typed: &mut Typed, key: u32) {
    typed.points.retain(|p| p.key != key);
}

/// Moves a point one place; at the edge it stays.
pub(super) fn move_point(typed: &mut Typed, key: u32, up: bool) {
    let Some(at) = typed.points.iter().position(|p| p.key == key) else { return };
    let other = if up { at.checked_sub(1) } else { Some(at + 1) };
    if let Some(other) = other.filter(|o| *o < typed.points.len()) {
        typed.points.swap(at, other);
    }
}

/// The minutes of all points whose minutes can be read.
pub(super) fn total(typed: &Typed) -> u32 {
    typed.points.iter().filter_map(|p| when::minutes(&p.minutes).ok()).fold(0, u32::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{person::Clock, time::Zone};

    const USUAL: Beginnings<'static> = Beginnings { early: false, classes: &Classes { now: None, last: None } };

    fn format(language: Language) -> Format {
        Format::new(language, Clock::Language, Zone::utc())
    }

    fn typed(purpose: &str) -> Typed {
        Typed { purpose: purpose.to_owned(), ..Typed::default() }
    }

    #[test]
    fn a_purpose_fills_what_is_empty() {
        let mut form = typed("targets");
        let followed = follow_purpose(&mut form, &format(Language::Sv), USUAL);
        assert_eq!(followed.replaced, Groups { agenda: true, length: true, format: true });
        assert!(!followed.kept.any());
        assert_eq!((form.points.len(), form.length.as_str(), form.format.as_str()), (4, "30 min", "video"));
        assert_eq!(form.points[0].title, "Siffran och gapet");
        assert_eq!(follow_purpose(&mut form, &format(Language::Sv), USUAL), Followed::default());
    }

    #[test]
    fn another_purpose_keeps_what_was_edited() {
        let f = format(Language::En);
        let mut form = typed("targets");
        follow_purpose(&mut form, &f, USUAL);
        form.points[1].title = "Our own point".to_owned();
        form.purpose = "strategy".to_owned();
        let followed = follow_purpose(&mut form, &f, USUAL);
        assert_eq!(followed.kept, Groups { agenda: true, length: false, format: false });
        assert_eq!((form.points[1].title.as_str(), form.length.as_str()), ("Our own point", "1 h"));
        assert_eq!(form.format, "room");
        // The same length in other words is no edit.
        form.length = "60".to_owned();
        form.purpose = "recognition".to_owned();
        assert!(!follow_purpose(&mut form, &f, USUAL).kept.length);
        use_template(&mut form, &f, USUAL);
        assert_eq!(form.points.len(), 3);
    }

    #[test]
    fn stages_have_their_own_agenda() {
        let f = format(Language::En);
        let mut form = typed("customer");
        follow_purpose(&mut form, &f, USUAL);
        let first = form.points.clone();
        form.stage = "quote".to_owned();
        assert!(follow_purpose(&mut form, &f, USUAL).replaced.agenda);
        assert_ne!(form.points, first);
    }

    #[test]
    fn points_move_and_stop_at_the_edge() {
        let mut form = typed("targets");
        follow_purpose(&mut form, &format(Language::En), USUAL);
        let keys = |form: &Typed| form.points.iter().map(|p| p.key).collect::<Vec<_>>();
        move_point(&mut form, 0, true);
        move_point(&mut form, 3, false);
        move_point(&mut form, 99, false);
        assert_eq!(keys(&form), [0, 1, 2, 3]);
        move_point(&mut form, 2, true);
        move_point(&mut form, 0, false);
        assert_eq!(keys(&form), [2, 0, 1, 3]);
        remove_point(&mut form, 0);
        add_point(&mut form);
        assert_eq!(keys(&form), [2, 1, 3, 4]);
        assert_eq!(total(&form), 30);
    }
}
