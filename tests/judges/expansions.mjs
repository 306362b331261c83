// The dates of series as ical.js expands them: those that are meant, and no others. Beside each object lies a file of the same
// name that ends in .dates: start and end of every date, as instants. The folder that holds node_modules/ical.js is the first
// argument.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , home, ...paths] = process.argv;
const require = createRequire(pathToFileURL(join(home, "package.json")));
const loaded = await import(pathToFileURL(require.resolve("ical.js")));
const ICAL = loaded.default ?? loaded;

const instant = (time) => new Date(time.toUnixTime() * 1000).toISOString().replace(/[-:]|\.000/g, "");

function expanded(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent");
  const isOther = (event) => event.hasProperty("recurrence-id");
  const series = new ICAL.Event(events.find((event) => !isOther(event)), { exceptions: events.filter(isOther) });
  const dates = [];
  const all = series.iterator();
  for (let next = all.next(); next && dates.length < 1000; next = all.next()) {
    const { startDate, endDate } = series.getOccurrenceDetails(next);
    dates.push(`${instant(startDate)} ${instant(endDate)}`);
  }
  return dates.sort();
}

let faults = 0;
for (const path of paths) {
  const meant = readFileSync(path, "utf8").trimEnd().split("\n");
  const found = expanded(readFileSync(path.replace(/\.dates$/, ".ics"), "utf8"));
  if (JSON.stringify(found) === JSON.stringify(meant)) continue;
  faults += 1;
  const other = found.filter((date) => !meant.includes(date)).slice(0, 3);
  console.log(`${basename(path)}: ${found.length} dates for ${meant.length}, among them ${other}`);
}
console.log(`ical.js: ${paths.length} series expanded, ${faults} faults`);
process.exit(faults > 0 || paths.length === 0 ? 1 : 0);
