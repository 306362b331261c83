#!/usr/bin/env python3
"""python's icalendar over calendar objects: no errors, no missing zone, texts as a plain reader of the lines sees them."""
import datetime
import pathlib
import re
import sys
import zoneinfo

import icalendar

# The pinned tzdata package, not the older data of the system.
zoneinfo.reset_tzpath(to=[])

ESCAPES = {"n": "\n", "N": "\n"}


def lines(raw):
    """Name, parameters and value of every content line, read without the library."""
    for line in raw.decode().replace("\r\n ", "").split("\r\n"):
        head = re.match(r'((?:[^":]|"[^"]*")*):(.*)', line, re.S)
        if head:
            name, *params = re.findall(r'(?:[^";]|"[^"]*")+', head[1])
            yield name, dict(param.split("=", 1) for param in params), head[2]


def plain(text):
    return re.sub(r"\\(.)", lambda match: ESCAPES.get(match[1], match[1]), text, flags=re.S)


def values(component, name):
    found = component.get(name, [])
    return found if isinstance(found, list) else [found]


def judge(path):
    raw = path.read_bytes()
    calendar = icalendar.Calendar.from_ical(raw)
    for component in calendar.walk():
        for error in component.errors:
            yield f"{component.name}: {error}"
    for zone in calendar.get_missing_tzids():
        yield f"no VTIMEZONE for {zone}"
    events = calendar.walk("VEVENT")
    written = list(lines(raw))
    for name in ("SUMMARY", "DESCRIPTION", "LOCATION"):
        expected = [plain(value) for key, _, value in written if key == name]
        if [str(value) for event in events for value in values(event, name)] != expected:
            yield f"{name} reads otherwise"
    for name in ("CONFERENCE", "URL"):
        expected = [value for key, _, value in written if key == name]
        if [str(value) for event in events for value in values(event, name)] != expected:
            yield f"{name} reads otherwise"
    for name in ("ORGANIZER", "ATTENDEE"):
        expected = [(value, params["CN"].strip('"').replace("^^", "^")) for key, params, value in written if key == name]
        if [(str(value), value.params["CN"]) for event in events for value in values(event, name)] != expected:
            yield f"{name} reads otherwise"
    for event in events:
        yield from judge_times(event)
    if sorted(line for line in lines(calendar.to_ical()) if line[0] == "UID") != sorted(
        line for line in written if line[0] == "UID"
    ):
        yield "UIDs are lost on the way back"


def judge_times(event):
    """The zone as described must give the same instants as the zone data."""
    for name in ("DTSTART", "DTEND"):
        value = event[name]
        zone = value.params.get("TZID")
        if zone:
            wall = value.dt.replace(tzinfo=None)
            if value.dt.astimezone(datetime.UTC) != wall.replace(tzinfo=zoneinfo.ZoneInfo(zone)).astimezone(datetime.UTC):
                yield f"{name} is another instant in {zone}"


def faults_of(path):
    try:
        return list(judge(path))
    except (ValueError, KeyError, AttributeError) as error:  # the library's own errors are among these
        return [f"cannot be read: {error}"]


def main():
    paths = [pathlib.Path(argument) for argument in sys.argv[1:]]
    faults = [(path, fault) for path in paths for fault in faults_of(path)]
    for path, fault in faults:
        print(f"{path.name}: {fault}")
    print(f"python icalendar {icalendar.__version__}: {len(paths)} objects, {len(faults)} faults")
    sys.exit(bool(faults) or not paths)


if __name__ == "__main__":
    main()
