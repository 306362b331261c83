//! Whether everything on a page can be reached: one stop after the other with Tab, and with a finger.

use crate::support::browser::Browser;

const TAB: &str = "\u{e004}";

/// Notes every stop when it is left; returns how many presses lead through the page. A date field has stops inside, and
/// so has a frame.
const LISTEN: &str = "const fields = 'a[href], button, summary, input:not([type=hidden]), select, textarea, [tabindex]';
    const group = e => [...document.querySelectorAll('input[type=radio]')].filter(r => r.name === e.name && r.form === e.form && !r.disabled);
    const stop = e => !e.matches('[type=radio]') || e === (group(e).find(r => r.checked) ?? group(e)[0]);
    const shown = e => e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0 && !e.disabled;
    window.expected = [...document.querySelectorAll(fields)].filter(e => shown(e) && stop(e));
    window.stops = [];
    const on = (from, by, most) => Math.min(Math.max(from + by, 0), most - 1);
    const clear = e => [...e.getClientRects()].some(box => box.bottom > 0 && box.right > 0 && box.top < innerHeight
        && box.left < innerWidth && [.1, .5, .9].some(part => {
            const at = document.elementFromPoint(on(box.left, box.width * part, innerWidth), on(box.top, box.height / 2, innerHeight));
            return at && (e.contains(at) || at.contains(e) && !at.matches('html, body, main'));
        }));
    addEventListener('keydown', () => {
        const e = document.activeElement;
        if (!e || e === document.body || stops.at(-1)?.e === e) return;
        stops.push({ e, clear: clear(e) || [...(e.labels ?? [])].some(clear) });
    }, true);
    document.activeElement?.blur();
    scrollTo(0, 0);
    const inside = expected.filter(e => /^(date|time|datetime-local|month|week)$/.test(e.type)).length;
    return expected.length + 3 + 4 * inside + 20 * document.querySelectorAll('iframe').length;";

/// The first round counts; where it ends, the browser begins anew.
const REPORT: &str = "const name = e => e.cloneNode().outerHTML.slice(0, 150);
    const faults = stops.filter(stop => !stop.clear).map(stop => `out of sight or covered: ${name(stop.e)}`);
    const round = [];
    for (const { e } of stops) { if (round.includes(e)) break; round.push(e); }
    round.forEach((e, i) => { if (i && !(round[i - 1].compareDocumentPosition(e) & 4)) faults.push(`out of order: ${name(e)}`); });
    return [...faults, ...expected.filter(e => e.isConnected && !round.includes(e)).map(e => `never reached: ${name(e)}`)];";

/// Goes through the page with Tab: every stop comes in the order of the document, in view and not covered.
pub(super) async fn with_tab(browser: &Browser, name: &str) -> Vec<String> {
    let presses = usize::try_from(browser.eval(LISTEN).await.as_u64().unwrap()).unwrap();
    if browser.has("iframe").await {
        // chromedriver loses what it sends at once and what goes into a frame.
        for _ in 0..presses {
            browser.press(TAB).await;
        }
    } else {
        browser.press(&TAB.repeat(presses)).await;
    }
    lines(&browser.eval(REPORT).await, name)
}

/// Buttons and links that stand alone and are lower than a fingertip, and fields without the least size of WCAG 2.5.8. A
/// link in a sentence is as high as its line.
const SMALL: &str = "const sentence = e => getComputedStyle(e).display === 'inline' && e.matches('a')
        && e.parentElement.textContent.trim().length > e.textContent.trim().length;
    return [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea')]
        .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && !e.closest('.sr, .skip') && !sentence(e))
        .map(e => [e, Math.max(...[e, ...(e.labels ?? [])].map(box => box.getBoundingClientRect().height))])
        .filter(([e, height]) => height < (e.matches('input') ? 24 : 44) - .5)
        .map(([e, height]) => `${Math.round(height)} px high: ${e.cloneNode().outerHTML.slice(0, 150)}`);";

/// On a phone, everything to press is as high as a fingertip.
pub(super) async fn with_a_finger(browser: &Browser, name: &str) -> Vec<String> {
    lines(&browser.eval(SMALL).await, name)
}

fn lines(found: &serde_json::Value, name: &str) -> Vec<String> {
    found.as_array().unwrap().iter().map(|line| format!("{name}: {}", line.as_str().unwrap_or_default())).collect()
}
