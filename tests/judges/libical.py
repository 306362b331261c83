#!/usr/bin/env python3
"""libical's own rules (icalrestriction_check) over calendar objects. Needs only the library (Debian: libical3)."""
import ctypes
import ctypes.util
import pathlib
import sys

ICAL_XLICERROR_PROPERTY_NAME = "X-LIC-ERROR"


def library():
    name = ctypes.util.find_library("ical") or "libical.so.3"
    lib = ctypes.CDLL(name)
    pointer = ctypes.c_void_p
    for function, result, arguments in [
        ("icalparser_parse_string", pointer, [ctypes.c_char_p]),
        ("icalrestriction_check", ctypes.c_int, [pointer]),
        ("icalcomponent_count_errors", ctypes.c_int, [pointer]),
        ("icalcomponent_as_ical_string", ctypes.c_char_p, [pointer]),
        ("icalcomponent_free", None, [pointer]),
    ]:
        getattr(lib, function).restype = result
        getattr(lib, function).argtypes = arguments
    return lib


def judge(lib, path):
    component = lib.icalparser_parse_string(path.read_bytes())
    if not component:
        return ["cannot be read"]
    # Only messages (with METHOD) have rules for which properties must be there.
    passed = lib.icalrestriction_check(component)
    errors = lib.icalcomponent_count_errors(component)
    text = lib.icalcomponent_as_ical_string(component).decode()
    lib.icalcomponent_free(component)
    found = [line for line in text.replace("\r\n ", "").splitlines() if line.startswith(ICAL_XLICERROR_PROPERTY_NAME)]
    if not passed or errors:
        found.insert(0, f"icalrestriction_check={passed}, errors={errors}")
    return found


def main():
    lib = library()
    paths = [pathlib.Path(argument) for argument in sys.argv[1:]]
    faults = [(path, fault) for path in paths for fault in judge(lib, path)]
    for path, fault in faults:
        print(f"{path.name}: {fault}")
    print(f"libical: {len(paths)} objects, {len(faults)} faults")
    sys.exit(bool(faults) or not paths)


if __name__ == "__main__":
    main()
