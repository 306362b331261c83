//! Subjects: a word, the title, the time. Lists cut the end, so the title gives way and the time never does.

use crate::domain::text::SafeText;

/// Characters a subject should not exceed.
const LIMIT: usize = 70;
/// Characters of the title that stay in any case.
const SHORTEST: usize = 20;

/// A subject with as much of the title as fits; `write` puts the title into its words.
pub(super) fn with_title(title: &str, write: impl Fn(String) -> String) -> String {
    let title = String::from(SafeText::line(title, LIMIT * 4));
    let rest = write(String::new()).chars().count();
    write(shortened(&title, LIMIT.saturating_sub(rest).max(SHORTEST)))
}

fn shortened(title: &str, room: usize) -> String {
    if title.chars().count() <= room {
        return title.to_owned();
    }
    let kept: String = title.chars().take(room.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_gives_way_and_the_time_stays() {
        let write = |title: String| format!("Invitation: {title}, Wed 25 Nov 14:00");
        assert_eq!(with_title("December targets", write), "Invitation: December targets, Wed 25 Nov 14:00");
        let long = with_title(&"Targets for the north ".repeat(5), write);
        assert!(long.ends_with("…, Wed 25 Nov 14:00"), "{long}");
        assert!(long.chars().count() <= LIMIT, "{long}");
    }

    #[test]
    fn a_little_of_the_title_always_stays() {
        let write = |title: String| format!("{}: {title}", "w".repeat(90));
        assert!(with_title(&"å".repeat(50), write).ends_with(&format!(": {}…", "å".repeat(19))));
    }
}
