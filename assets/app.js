// Sparsam's own script. Everything below also works without it; htmx has the live parts.
// Listeners sit on the document, because live parts come and go.
const el = (q, root = document) => root.querySelector(q);
const all = (q, root = document) => [...root.querySelectorAll(q)];
const on = (type, act, options) => document.addEventListener(type, act, options);
const say = (text) => {
  const place = el("#say");
  if (!place || !text) return;
  place.textContent = "";
  requestAnimationFrame(() => { place.textContent = text; });
};

// 1. Controls for pages with script, and for pages without: [hidden-until-js] has `hidden` in the page, [data-nojs] has not.
function enhance() {
  for (const node of all("[data-nojs]:not([hidden])")) node.hidden = true;
  for (const node of all("[hidden-until-js][hidden]")) node.hidden = false;
}
enhance();
// Watching the page itself needs no agreement with htmx about names of events.
new MutationObserver(enhance).observe(document.body, { childList: true, subtree: true });

// 2. Reordering. Up and Down are ordinary submit buttons; here they move the item at once, keep the focus, say the new
//    place, and save. Dragging by the grip is an extra for pointers; Escape puts everything back.
//    <ol data-reorder data-url="…" data-said="{item} is now number {at} of {n}." data-edge="…">
//    <li data-id="…" data-name="…">; without data-url the order travels with the form around the list.
const items = (list) => [...list.children].filter((li) => li.dataset.id !== undefined);

function placed(list, li) {
  const now = items(list);
  const words = { item: li.dataset.name, at: now.indexOf(li) + 1, n: now.length };
  say(list.dataset.said?.replace(/\{(item|at|n)\}/g, (_, word) => words[word]));
  list.dispatchEvent(new Event("input", { bubbles: true }));
  if (!list.dataset.url) return;
  const body = new URLSearchParams({ order: now.map((x) => x.dataset.id).join(",") });
  fetch(list.dataset.url, { method: "POST", body, keepalive: true })
    .then((answer) => { if (!answer.ok) location.reload(); }, () => location.reload());
}

on("click", (e) => {
  const button = e.target.closest?.("[data-reorder] button[data-move]");
  if (!button) return;
  e.preventDefault();
  const list = button.closest("[data-reorder]"), li = button.closest("li"), now = items(list), at = now.indexOf(li);
  const up = button.dataset.move === "up", other = now[up ? at - 1 : at + 1];
  if (!other) return say(list.dataset.edge);
  if (up) other.before(li); else other.after(li);
  button.focus();
  placed(list, li);
});

on("pointerdown", (e) => {
  const grip = e.target.closest?.("[data-reorder] .grip");
  if (!grip || e.button !== 0) return;
  e.preventDefault();
  const list = grip.closest("[data-reorder]"), li = grip.closest("li"), before = items(list);
  const stop = new AbortController(), until = { signal: stop.signal };
  const end = (keep) => {
    stop.abort();
    li.classList.remove("is-moving");
    if (!keep) list.append(...before);
    else if (items(list).some((x, i) => x !== before[i])) placed(list, li);
  };
  li.classList.add("is-moving");
  // On the window: moving a node drops its pointer capture.
  addEventListener("pointermove", (move) => {
    const over = document.elementFromPoint(move.clientX, move.clientY)?.closest("li");
    if (!over || over === li || over.parentNode !== list) return;
    const box = over.getBoundingClientRect();
    const spot = move.clientY > box.top + box.height / 2 ? over.nextElementSibling : over;
    if (spot !== li && spot !== li.nextElementSibling) list.insertBefore(li, spot);
  }, until);
  addEventListener("pointerup", () => end(true), until);
  addEventListener("pointercancel", () => end(false), until);
  addEventListener("keydown", (key) => { if (key.key === "Escape") end(false); }, until);
});

// 3. Clock of a running meeting: counts from the server's times, so that reloads and other screens agree.
//    <span data-ends="2026-11-25T14:15:00Z" data-now="…" data-soon="One minute left">
const warned = new WeakSet(), skew = new WeakMap();
function tick() {
  for (const node of all("[data-ends]")) {
    if (!skew.has(node)) skew.set(node, (Date.parse(node.dataset.now) || Date.now()) - Date.now());
    const left = Math.round((Date.parse(node.dataset.ends) - Date.now() - skew.get(node)) / 1000), abs = Math.abs(left);
    if (Number.isNaN(left)) continue;
    const text = (left < 0 ? "+" : "") + Math.floor(abs / 60) + ":" + String(abs % 60).padStart(2, "0");
    // Only when it differs: live parts are watched, and writing is a change.
    if (node.textContent !== text) node.textContent = text;
    node.classList.toggle("over", left < 0);
    if (left <= 60 && !warned.has(node)) { warned.add(node); say(node.dataset.soon); }
  }
}
if (el("[data-ends], [hx-trigger^=every]")) {
  tick();
  setInterval(tick, 1000);
  new MutationObserver(tick).observe(document.body, { childList: true, subtree: true });
}

// 4. Keys: a link, button, field or dialog may carry data-key="n" or data-key="g w". Never Enter, Space, Tab, Escape or
//    arrows. <body data-keys="off"> turns all off.
let lead = "", leadTimer;
on("keydown", (e) => {
  if (document.body.dataset.keys === "off" || e.isComposing) return;
  if ((e.ctrlKey || e.metaKey) && e.key === "Enter") {
    const form = e.target.form ?? e.target.closest?.("form");
    if (!form) return;
    // Otherwise the field's own Enter would press the form's first button as well.
    e.preventDefault();
    return form.requestSubmit(el("button.go", form));
  }
  if (e.altKey || e.ctrlKey || e.metaKey || e.key.length !== 1 || e.key === " ") return;
  if (e.target.closest?.("input, textarea, select, [contenteditable], dialog[open]")) return;
  const keys = lead ? lead + " " + e.key : e.key, hit = el(`[data-key="${CSS.escape(keys)}"]`);
  clearTimeout(leadTimer);
  lead = "";
  if (hit) {
    e.preventDefault();
    if (hit.matches("dialog")) hit.showModal();
    else if (hit.matches("input")) hit.focus();
    else hit.click();
  } else if (keys === e.key && el(`[data-key^="${CSS.escape(e.key)} "]`)) {
    lead = e.key;
    leadTimer = setTimeout(() => { lead = ""; }, 1200);
  }
});

// 5. One click, one submit. The button keeps the focus; the server holds a once-key as well. Live parts send by
//    themselves and are left alone.
function release(form) {
  delete form.dataset.sent;
  form.removeAttribute("aria-busy");
}
on("submit", (e) => {
  const form = e.target;
  if (form.dataset.sent) return e.preventDefault();
  if (e.defaultPrevented || form.method === "dialog") return;
  form.dataset.sent = "1";
  form.setAttribute("aria-busy", "true");
  setTimeout(() => release(form), 8000);
});
addEventListener("pageshow", () => all("form[data-sent]").forEach(release));

// 6. Dialogs: <a href="/help/keys" data-open="keys"> opens <dialog id="keys"> in place of the page behind the link.
on("click", (e) => {
  const opener = e.target.closest?.("[data-open]"), dialog = opener && document.getElementById(opener.dataset.open);
  if (!dialog?.showModal) return;
  e.preventDefault();
  dialog.showModal();
});

// 7. Open menus close on Escape and on a click elsewhere.
const menus = () => all(".bar details[open]");
on("click", (e) => menus().forEach((menu) => { if (!menu.contains(e.target)) menu.open = false; }));
on("keydown", (e) => {
  if (e.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    if (menu.contains(document.activeElement)) el("summary", menu).focus();
  }
});

// 8. What went wrong, or what was done, is read first.
(el(".summary") ?? el(".flash[tabindex]"))?.focus();

// 9. Print: <button data-print hidden hidden-until-js>.
on("click", (e) => { if (e.target.closest?.("[data-print]")) print(); });

// 10. A plan being written is kept as a draft: <form data-keep="…">, three seconds after a change and on leaving. The
//     answer is a sentence for #kept. Saving and sending it by its buttons ends that.
let unkept = false, keepTimer;
function keep() {
  clearTimeout(keepTimer);
  keepTimer = undefined;
  const form = el("form[data-keep]");
  if (!form || !unkept) return;
  unkept = false;
  const body = new URLSearchParams(new FormData(form));
  fetch(form.dataset.keep, { method: "POST", body, keepalive: true }).then(async (answer) => {
    // Whoever is signed out is sent elsewhere.
    if (!answer.ok || answer.redirected) throw answer;
    const words = await answer.text(), place = el("#kept"), discard = el("#discard");
    if (place && place.textContent !== words) place.textContent = words;
    if (discard) discard.hidden = false;
    history.replaceState(history.state, "", form.action + "?draft=" + body.get("draft"));
  }).catch(() => { unkept = true; });
}
on("input", (e) => {
  if (!e.target.closest?.("form[data-keep]")) return;
  unkept = true;
  keepTimer ??= setTimeout(keep, 3000);
});
on("visibilitychange", () => { if (document.visibilityState === "hidden") keep(); });
on("submit", (e) => {
  if (!e.target.matches("form[data-keep]")) return;
  if (/^(save|send)$/.test(e.submitter?.value)) unkept = false;
  keep();
});

// 11. Who types a time picks their own, so that the proposed one no longer looks chosen.
on("input", (e) => {
  if (!/^(date|time)$/.test(e.target.name)) return;
  const own = e.target.form?.querySelector('[name=slot][value=own]');
  if (own) own.checked = true;
});

// The board of opportunities: dropping a card on a column chooses the stage in the card's own form and sends it.
let carried;
on("dragstart", (e) => {
  carried = e.target.closest?.("[data-board] li[draggable]");
  carried?.classList.add("is-moving");
});
on("dragover", (e) => {
  const column = carried && e.target.closest?.("[data-board] [data-stage]");
  for (const other of all("[data-board] .is-over")) if (other !== column) other.classList.remove("is-over");
  if (!column) return;
  e.preventDefault();
  column.classList.add("is-over");
});
on("drop", (e) => {
  const column = carried && e.target.closest?.("[data-board] [data-stage]"), select = carried && el("select", carried);
  if (!column || select.value === column.dataset.stage) return;
  e.preventDefault();
  select.value = column.dataset.stage;
  select.form.requestSubmit();
});
on("dragend", () => {
  carried?.classList.remove("is-moving");
  for (const other of all("[data-board] .is-over")) other.classList.remove("is-over");
  carried = undefined;
});
