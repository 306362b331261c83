#!/usr/bin/env python3
"""One object per zone: python's icalendar must see the offsets of the zone data at a thousand instants and both sides
of every change. Writes the instants and offsets to offsets.json for zones.mjs.

Zones without a yearly rule are described only around their meeting, so they are judged only there."""
import datetime
import json
import pathlib
import sys
import zoneinfo

import icalendar

zoneinfo.reset_tzpath(to=[])
DAY = datetime.timedelta(days=1)
SECOND = datetime.timedelta(seconds=1)
YEARS = 10


def offset_of(zone, at):
    return at.astimezone(zone).utcoffset()


def change_between(zone, before, after):
    """The first instant behind the change of offset that lies between the two."""
    while after - before > SECOND:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        before, after = (middle, after) if offset_of(zone, middle) == offset_of(zone, before) else (before, middle)
    return after


def instants(zone, start, end):
    step = (end - start) / 1000
    found = [start + step * number for number in range(1001)]
    day = start
    while day < end:
        if offset_of(zone, day) != offset_of(zone, day + DAY):
            change = change_between(zone, day, day + DAY)
            found += [change - SECOND, change, change + 30 * 60 * SECOND]
        day += DAY
    return [at.replace(microsecond=0) for at in found if start <= at <= end]


def judge(path, table):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    event = calendar.walk("VEVENT")[0]
    name = event["DTSTART"].params.get("TZID")
    if not name:
        return 0
    zone, described = zoneinfo.ZoneInfo(name), calendar.walk("VTIMEZONE")[0]
    onsets = described.subcomponents
    lasting = len(onsets) == 1 or all("RRULE" in onset for onset in onsets)
    start, end = (event[key].dt.astimezone(datetime.UTC) for key in ("DTSTART", "DTEND"))
    end = end + datetime.timedelta(days=365 * YEARS) if lasting else end
    read = described.to_tz(lookup_tzid=False)
    wrong = 0
    rows = table.setdefault(path.name, [])
    for at in instants(zone, start, end):
        wall = at.astimezone(zone)
        offset = wall.utcoffset()
        # A wall time that the clocks show twice means two instants; readers of wall times may take either.
        if wall.replace(fold=0).utcoffset() == wall.replace(fold=1).utcoffset():
            rows.append([int(at.timestamp()), int(offset.total_seconds())])
        wrong += at.astimezone(read).utcoffset() != offset
    if wrong:
        print(f"{path.name}: {wrong} instants differ")
    return wrong


def main():
    folder = pathlib.Path(sys.argv[1])
    paths, table = sorted(folder.glob("*.ics")), {}
    wrong = sum(judge(path, table) > 0 for path in paths)
    (folder / "offsets.json").write_text(json.dumps(table))
    print(f"python icalendar {icalendar.__version__}: {len(paths)} zones, {len(table)} described, {wrong} wrong")
    sys.exit(wrong > 0 or not paths)


if __name__ == "__main__":
    main()
