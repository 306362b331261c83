use uuid::Uuid;

use super::*;
use crate::domain::{
    agenda::{ItemKind, Wanted},
    ids::{AgendaItemId, MeetingId},
};

fn item(number: u128, title: &str) -> AgendaItem {
    AgendaItem {
        id: AgendaItemId::from_uuid(Uuid::from_u128(number)),
        meeting_id: MeetingId::from_uuid(Uuid::nil()),
        position: 0,
        kind: ItemKind::Free,
        title: title.to_owned(),
        minutes: 10,
        owner_id: None,
        wanted: Wanted::Decide,
        links: None,
    }
}

fn point(number: u128, title: &str) -> CoursePoint {
    CoursePoint::of(PointId::from_uuid(Uuid::from_u128(number)), &item(number, title))
}

fn back(number: u128, title: &str) -> CoursePoint {
    let from = Some(PointId::from_uuid(Uuid::from_u128(100 + number)));
    CoursePoint { item_id: None, carried_from: from, ..point(number, title) }
}

fn titles(points: &[CoursePoint]) -> Vec<&str> {
    points.iter().map(|point| point.title.as_str()).collect()
}

/// What is tried, the points as they were, the agenda, and the points then.
type Case = (&'static str, Vec<CoursePoint>, Vec<AgendaItem>, &'static [&'static str]);

#[test]
fn the_course_follows_the_agenda_and_keeps_what_is_recorded() {
    let discussed = |number, title| CoursePoint { fate: Fate::Discussed, seconds: 90, ..point(number, title) };
    let written = |number, title| CoursePoint { notes: "said".to_owned(), ..point(number, title) };
    let a = || item(1, "a");
    let (b, c) = (item(2, "b"), item(3, "c"));
    let cases: [Case; 9] = [
        ("nothing changed", vec![point(1, "a"), point(2, "b")], vec![a(), b.clone()], &["a", "b"]),
        ("another order", vec![point(1, "a"), point(2, "b")], vec![b.clone(), a()], &["b", "a"]),
        ("a new one", vec![point(1, "a")], vec![a(), c.clone()], &["a", "c"]),
        ("one less", vec![point(1, "a"), point(2, "b")], vec![b.clone()], &["b"]),
        ("one less that was discussed", vec![discussed(1, "a"), point(2, "b")], vec![b.clone()], &["a", "b"]),
        ("one less that was written about", vec![written(1, "a"), point(2, "b")], vec![b.clone()], &["a", "b"]),
        ("renamed", vec![discussed(1, "old"), point(2, "b")], vec![a(), b.clone()], &["a", "b"]),
        (
            "what came back stays behind",
            vec![point(1, "a"), back(7, "left")],
            vec![a(), c.clone()],
            &["a", "c", "left"],
        ),
        ("what came back is put on the agenda", vec![point(1, "a"), back(7, "C ")], vec![a(), c], &["a", "c"]),
    ];
    for (what, before, agenda, expected) in cases {
        let after = followed((&agenda, &[]), &before);
        assert_eq!(titles(&after), expected, "{what}");
        assert!((0..).zip(&after).all(|(place, point)| point.position == place), "{what}");
        for old in &before {
            let new = after.iter().find(|point| point.id == old.id);
            let kept = |new: &CoursePoint| (new.fate, new.seconds, &new.notes) == (old.fate, old.seconds, &old.notes);
            assert!(new.map_or(!is_touched(old), kept), "{what}: {}", old.title);
        }
    }
}

#[test]
fn whoever_is_taken_out_leaves_their_points_to_everybody() {
    let gone = Some(AttendeeId::from_uuid(Uuid::from_u128(9)));
    let led = CoursePoint { owner_id: gone, ..back(1, "left") };
    assert_eq!(followed((&[], &[]), &[led])[0].owner_id, None);
}
