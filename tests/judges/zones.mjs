// One object per zone: ical.js must turn the wall times of offsets.json (see zones.py) into the right instants.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , home, folder] = process.argv;
const require = createRequire(pathToFileURL(join(home, "package.json")));
const loaded = await import(pathToFileURL(require.resolve("ical.js")));
const ICAL = loaded.default ?? loaded;

const table = Object.entries(JSON.parse(readFileSync(join(folder, "offsets.json"), "utf8")));
let wrong = 0;
for (const [name, rows] of table) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, name), "utf8")));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
  let differ = 0;
  for (const [at, offset] of rows) {
    const wall = ICAL.Time.fromJSDate(new Date((at + offset) * 1000), true);
    wall.zone = ICAL.Timezone.localTimezone;
    if (zone.utcOffset(wall) !== offset) differ += 1;
  }
  if (differ > 0) {
    wrong += 1;
    console.log(`${name}: ${differ} of ${rows.length} wall times differ`);
  }
}
console.log(`ical.js: ${table.length} zones, ${wrong} wrong`);
process.exit(wrong > 0 || table.length === 0 ? 1 : 0);
