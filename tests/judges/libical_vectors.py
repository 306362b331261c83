#!/usr/bin/env python3
"""Writes the rules and dates of libical's own test of recurrence, without its words.

    tests/judges/libical_vectors.py icalrecur_test.txt > tests/fixtures/recurrence-libical.tsv

The file is src/test/icalrecur_test.txt of https://github.com/libical/libical. One line per rule: start, rule, starts. Left out
are walks that begin in the middle (START-AT) and what libical itself does not carry out."""
import sys


def vectors(lines):
    known = {}
    for line in lines + [""]:
        name, colon, value = line.strip().partition(":")
        if colon and not line.startswith("#"):
            known[name] = value
        elif known.keys() >= {"RRULE", "DTSTART", "INSTANCES"}:
            yield known
            known = {}
        elif not line.strip():
            known = {}


print("# Written by tests/judges/libical_vectors.py")
for found in vectors(open(sys.argv[1], encoding="utf-8").read().splitlines()):
    if "START-AT" in found or "***" in found["INSTANCES"]:
        continue
    starts = found["INSTANCES"].replace(",", " ").strip()
    print(found["DTSTART"], found["RRULE"], starts, sep="\t")
