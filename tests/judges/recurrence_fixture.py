#!/usr/bin/env python3
"""Writes random recurrence rules and their occurrences as python-dateutil sees them.

    pip install python-dateutil==2.9.0.post0 && tests/judges/recurrence_fixture.py > tests/fixtures/recurrence.tsv

One line per rule: start, rule, first day of the window, first day behind it, days. Left out is where dateutil departs from
RFC 5545: BYWEEKNO without a weekday (it takes all seven) and a weekly BYSETPOS whose start lies inside the first week (it
counts from the start). Starts fit their rules, because what else they mean is not defined."""
import datetime
import random

from dateutil import rrule

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
RULES = 600
MOST = 40
dice = random.Random(5545)


def some(low, high, most):
    values = dice.sample(range(low, high + 1), dice.randint(1, most))
    return ",".join(str(value) for value in values)


def signed(high, most):
    numbers = dice.sample([n for n in range(-high, high + 1) if n], dice.randint(1, most))
    return ",".join(str(number) for number in numbers)


def weekdays(ordinals=0):
    picked = dice.sample(DAYS, dice.randint(1, 3))
    if not ordinals:
        return ",".join(picked)
    return ",".join(f"{dice.choice([n for n in range(-ordinals, ordinals + 1) if n])}{day}" for day in picked)


def chance(share):
    return dice.random() < share


def parts():
    frequency = dice.choice(["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "YEARLY"])
    rule = {"FREQ": frequency}
    if chance(0.5):
        rule["INTERVAL"] = dice.randint(1, 5)
    if chance(0.3):
        rule["WKST"] = dice.choice(DAYS)
    if chance(0.35):
        rule["BYMONTH"] = some(1, 12, 4)
    if frequency == "WEEKLY":
        if chance(0.8):
            rule["BYDAY"] = weekdays()
    elif frequency == "DAILY":
        if chance(0.3):
            rule["BYDAY"] = weekdays()
        if chance(0.2):
            rule["BYMONTHDAY"] = signed(31, 6)
    elif frequency == "YEARLY" and chance(0.25):
        rule["BYWEEKNO"] = signed(53, 4)
        rule["BYDAY"] = weekdays()
    elif frequency == "YEARLY" and chance(0.2):
        rule["BYYEARDAY"] = signed(366, 5)
    else:
        if chance(0.6):
            rule["BYDAY"] = weekdays(dice.choice([0, 5 if frequency == "MONTHLY" or "BYMONTH" in rule else 53]))
        if chance(0.35):
            rule["BYMONTHDAY"] = signed(31, 6)
    if chance(0.25) and any(key in rule for key in ("BYDAY", "BYMONTHDAY", "BYYEARDAY")):
        rule["BYSETPOS"] = signed(3, 2)
    return rule


def text(rule):
    return ";".join(f"{key}={value}" for key, value in rule.items())


def occurrences(rule, start, end):
    return [found.date() for found in rrule.rrulestr(text(rule), dtstart=start).between(
        start - datetime.timedelta(days=1), end, inc=True)]


def fitting(rule):
    """A start that is the first occurrence of its own rule."""
    start = datetime.datetime(dice.randint(1990, 2026), dice.randint(1, 12), dice.randint(1, 28), 10)
    for _ in range(8):
        if rule["FREQ"] == "WEEKLY" and "BYSETPOS" in rule:
            start -= datetime.timedelta(days=(start.weekday() - DAYS.index(rule.get("WKST", "MO"))) % 7)
        found = occurrences(rule, start, start + datetime.timedelta(days=366 * 30))
        if found and found[0] == start.date():
            return start, found
        if not found:
            return None
        start = datetime.datetime.combine(found[0], start.time())
    return None


print("# Made by tests/judges/recurrence_fixture.py with python-dateutil")
made = 0
while made < RULES:
    rule = parts()
    fit = fitting(rule)
    if fit is None:
        continue
    start, found = fit
    if chance(0.3):
        rule["COUNT"] = dice.randint(1, 60)
    elif chance(0.3):
        last = dice.choice(found)
        rule["UNTIL"] = dice.choice([f"{last:%Y%m%d}", f"{last:%Y%m%d}T100000", f"{last:%Y%m%d}T095959"])
    first = dice.choice(found[: 1 + len(found) // 2])
    first -= datetime.timedelta(days=dice.randint(0, 3))
    end = first + datetime.timedelta(days=dice.choice([30, 400, 1500]))
    days = [day for day in occurrences(rule, start, datetime.datetime.combine(end, start.time())) if first <= day < end]
    if len(days) > MOST:
        end = days[MOST]
        days = days[:MOST]
    print(f"{start:%Y%m%dT%H%M%S}", text(rule), f"{first:%Y%m%d}", f"{end:%Y%m%d}",
          " ".join(f"{day:%Y%m%d}" for day in days), sep="\t")
    made += 1
