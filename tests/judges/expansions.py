#!/usr/bin/env python3
"""The dates of series as python's icalendar with dateutil, and libical, expand them: those that are meant, and no others.

Beside each object lies a file of the same name that ends in .dates: start and end of every date, as instants."""
import ctypes
import datetime
import pathlib
import sys
import zoneinfo

import icalendar
from dateutil import rrule

from libical import library

# The pinned tzdata package, not the older data of the system.
zoneinfo.reset_tzpath(to=[])

FORMAT = "%Y%m%dT%H%M%SZ"


def instant(moment):
    return moment.astimezone(datetime.UTC).strftime(FORMAT)


def by_python(raw):
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    master = next(event for event in events if "RECURRENCE-ID" not in event)
    start, length = master["DTSTART"].dt, master["DTEND"].dt - master["DTSTART"].dt
    rule = rrule.rrulestr(master["RRULE"].to_ical().decode(), dtstart=start)
    left_out = master.get("EXDATE", [])
    left_out = left_out if isinstance(left_out, list) else [left_out]
    left_out = {instant(value.dt) for values in left_out for value in values.dts}
    dates = {instant(found): (instant(found), instant(found + length)) for found in rule}
    for event in events:
        if "RECURRENCE-ID" in event:
            dates[instant(event["RECURRENCE-ID"].dt)] = (instant(event["DTSTART"].dt), instant(event["DTEND"].dt))
    return sorted(times for key, times in dates.items() if key not in left_out)


class Time(ctypes.Structure):
    """icaltimetype."""
    _fields_ = [(name, ctypes.c_int) for name in
                ("year", "month", "day", "hour", "minute", "second", "is_date", "is_daylight")] + [("zone", ctypes.c_void_p)]


class Span(ctypes.Structure):
    """icaltime_span."""
    _fields_ = [("start", ctypes.c_long), ("end", ctypes.c_long), ("is_busy", ctypes.c_int)]


FOUND = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(Span), ctypes.c_void_p)
VEVENT, RECURRENCE_ID = 4, 71


def by_libical(raw):
    lib = library()
    pointer, kind = ctypes.c_void_p, ctypes.c_int
    for name, result, arguments in [
        ("icalcomponent_get_first_component", pointer, [pointer, kind]),
        ("icalcomponent_get_next_component", pointer, [pointer, kind]),
        ("icalcomponent_get_dtstart", Time, [pointer]),
        ("icalcomponent_get_dtend", Time, [pointer]),
        ("icalcomponent_get_recurrenceid", Time, [pointer]),
        ("icaltime_from_timet_with_zone", Time, [ctypes.c_long, kind, pointer]),
        ("icaltime_as_timet_with_zone", ctypes.c_long, [Time, pointer]),
        ("icaltime_is_null_time", kind, [Time]),
        ("icalcomponent_foreach_recurrence", None, [pointer, Time, Time, FOUND, pointer]),
    ]:
        getattr(lib, name).restype = result
        getattr(lib, name).argtypes = arguments
    calendar = lib.icalparser_parse_string(raw)
    first = lib.icaltime_from_timet_with_zone(0, 0, None)
    last = lib.icaltime_from_timet_with_zone(4_000_000_000, 0, None)
    dates, others = {}, []
    event = lib.icalcomponent_get_first_component(calendar, VEVENT)
    while event:
        start, end = lib.icalcomponent_get_dtstart(event), lib.icalcomponent_get_dtend(event)
        of = lib.icalcomponent_get_recurrenceid(event)
        if lib.icaltime_is_null_time(of):
            keep = FOUND(lambda _, span, __: dates.__setitem__(span[0].start, (span[0].start, span[0].end)))
            lib.icalcomponent_foreach_recurrence(event, first, last, keep, None)
        else:
            zone = start.zone
            others.append((lib.icaltime_as_timet_with_zone(of, zone), lib.icaltime_as_timet_with_zone(start, zone),
                           lib.icaltime_as_timet_with_zone(end, zone)))
        event = lib.icalcomponent_get_next_component(calendar, VEVENT)
    for key, start, end in others:
        dates[key] = (start, end)
    lib.icalcomponent_free(calendar)
    text = lambda seconds: datetime.datetime.fromtimestamp(seconds, datetime.UTC).strftime(FORMAT)
    return sorted((text(start), text(end)) for start, end in dates.values())


def main():
    paths = [pathlib.Path(argument) for argument in sys.argv[1:]]
    faults = 0
    for path in paths:
        meant = [tuple(line.split()) for line in path.read_text().splitlines()]
        raw = path.with_suffix(".ics").read_bytes()
        for name, expand in (("python", by_python), ("libical", by_libical)):
            found = expand(raw)
            if found != meant:
                faults += 1
                print(f"{path.name}: {name} has {sorted(set(found) ^ set(meant))[:4]} otherwise, {len(found)} of {len(meant)}")
    print(f"dateutil and libical: {len(paths)} series expanded, {faults} faults")
    sys.exit(bool(faults) or not paths)


if __name__ == "__main__":
    main()
