#!/usr/bin/env python3
"""Writes the table of Windows zone names from Unicode CLDR (windowsZones.xml, territory 001), as tzlocal packs it.

    pip install tzlocal==5.4.5 && tests/judges/windows_zones.py > src/domain/busy/windows.rs"""
from tzlocal.windows_tz import win_tz

print("//! Windows names of zones and their IANA names, from Unicode CLDR. Made by `tests/judges/windows_zones.py`.\n")
print("/// Pairs of names, the Windows one first.")
print("pub(super) const WINDOWS: &[(&str, &str)] = &[")
for windows, iana in sorted(win_tz.items()):
    print(f'    ("{windows}", "{iana}"),')
print("];")
