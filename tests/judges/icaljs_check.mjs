// ical.js over calendar objects: strict parsing, zones from the object itself, instants as the platform's zone data has
// them. The folder that holds node_modules/ical.js is the first argument.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , home, ...paths] = process.argv;
const require = createRequire(pathToFileURL(join(home, "package.json")));
const loaded = await import(pathToFileURL(require.resolve("ical.js")));
const ICAL = loaded.default ?? loaded;

const unfold = (text) => text.replaceAll("\r\n ", "").split("\r\n");
const plain = (text) => text.replace(/\\(.)/gs, (_, c) => (c === "n" || c === "N" ? "\n" : c));
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function written(text, name) {
  return unfold(text)
    .filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    .map((line) => line.match(/^(?:[^":]|"[^"]*")*:(.*)$/s)[1]);
}

function* judge(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = new Map(
    calendar.getAllSubcomponents("vtimezone").map((zone) => [zone.getFirstPropertyValue("tzid"), new ICAL.Timezone(zone)]),
  );
  const events = calendar.getAllSubcomponents("vevent");
  for (const name of ["SUMMARY", "DESCRIPTION", "LOCATION", "CONFERENCE", "URL"]) {
    const read = events.flatMap((event) => event.getAllProperties(name.toLowerCase()).map((p) => p.getFirstValue()));
    const isUri = name === "CONFERENCE" || name === "URL";
    const expected = written(text, name).map((value) => (isUri ? value : plain(value)));
    if (!same(read, expected)) yield `${name} reads otherwise: ${read} | ${expected}`;
  }
  for (const event of events) {
    for (const party of [...event.getAllProperties("organizer"), ...event.getAllProperties("attendee")]) {
      if (!party.getParameter("cn") || !String(party.getFirstValue()).startsWith("mailto:")) yield "a party without name";
    }
    for (const name of ["dtstart", "dtend"]) {
      const property = event.getFirstProperty(name);
      const id = property.getParameter("tzid");
      if (!id) continue;
      if (!zones.has(id)) yield `no VTIMEZONE for ${id}`;
      else yield* judgeTime(property.getFirstValue(), zones.get(id), id);
    }
  }
}

// Node's zone data may be older than ours, but not for the zones of the golden objects.
function* judgeTime(time, zone, id) {
  const read = time.clone();
  read.zone = zone;
  const instant = new Date(read.toUnixTime() * 1000);
  const wall = new Intl.DateTimeFormat("sv-SE", { timeZone: id, dateStyle: "short", timeStyle: "medium" }).format(instant);
  if (wall !== time.toString().replace("T", " ").replace("Z", "")) yield `${time} in ${id} is read as ${wall}`;
}

let faults = 0;
for (const path of paths) {
  try {
    for (const fault of judge(readFileSync(path, "utf8"))) {
      faults += 1;
      console.log(`${basename(path)}: ${fault}`);
    }
  } catch (error) {
    faults += 1;
    console.log(`${basename(path)}: ${error}`);
  }
}
console.log(`ical.js: ${paths.length} objects, ${faults} faults`);
process.exit(faults > 0 || paths.length === 0 ? 1 : 0);
