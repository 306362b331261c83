//! Sets of spans.

use crate::domain::time::Interval;

/// The same time with spans that overlap or touch joined, in rising order.
pub(in crate::domain) fn joined(mut spans: Vec<Interval>) -> Vec<Interval> {
    spans.sort_unstable();
    let mut found: Vec<Interval> = Vec::with_capacity(spans.len().min(1_024));
    for span in spans {
        match found.last_mut() {
            Some(last) if span.start() <= last.end() => {
                *last = Interval::new(last.start(), last.end().max(span.end())).unwrap_or(*last);
            }
            _ => found.push(span),
        }
    }
    found
}

/// What of `spans` lies outside of `others`; both joined.
pub(in crate::domain) fn without(spans: &[Interval], others: &[Interval]) -> Vec<Interval> {
    let mut found = Vec::new();
    let mut others = others;
    for span in spans {
        while let [other, rest @ ..] = others
            && other.end() <= span.start()
        {
            others = rest;
        }
        let mut start = span.start();
        for other in others.iter().take_while(|other| other.start() < span.end()) {
            found.extend(Interval::new(start, other.start()));
            start = start.max(other.end());
        }
        found.extend(Interval::new(start, span.end()));
    }
    found
}
