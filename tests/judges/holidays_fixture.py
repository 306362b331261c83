#!/usr/bin/env python3
"""Writes the days off of SE, FI, NO and DK, 1995 to 2100, as the Python package `holidays` sees them.

    pip install holidays==0.109 && tests/judges/holidays_fixture.py > tests/fixtures/holidays.tsv

One line per country, kind and name, with all its dates."""
import collections
import re

import holidays

YEARS = range(1995, 2101)
KINDS = {
    "SE": [("public", "public"), ("customary", "de_facto"), ("half", "bank")],
    "FI": [("public", "public")],
    "NO": [("public", "public")],
    "DK": [("public", "public"), ("customary", "optional")],
}
LANGUAGES = {"SE": "sv", "FI": "fi", "NO": "no", "DK": "da"}
FROM_TWO = re.compile(r" \(från kl\. 14[.:]00\)$")

print("# Made by tests/judges/holidays_fixture.py with holidays", holidays.__version__)
for country, kinds in KINDS.items():
    for kind, category in kinds:
        found = collections.defaultdict(list)
        for year in YEARS:
            days = holidays.country_holidays(
                country, years=year, categories=(category,), language=LANGUAGES[country], expand=False)
            for date, names in sorted(days.items()):
                for name in names.split("; "):
                    if kind == "half":
                        if not FROM_TWO.search(name):
                            continue
                        name = FROM_TWO.sub("", name)
                    found[name].append(f"{date:%Y%m%d}")
        for name, dates in found.items():
            print(country, kind, name, " ".join(dates), sep="\t")
