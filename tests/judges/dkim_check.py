"""Checks the signature of every golden mail with dkimpy; the key comes from a file instead of DNS.

Also proves that the check can fail: a second From, a changed subject and a changed body must each break the signature.
"""

import pathlib
import sys

import dkim

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "golden" / "mail"
HEADERS = ["from", "from", "reply-to", "to", "subject", "date", "message-id", "mime-version"]


def lookup(name, timeout=5):
    record, value = (FOLDER / "dkim-test-record.txt").read_text().splitlines()
    return value.encode() if name.decode().rstrip(".") == record else None


def passes(raw):
    try:
        return dkim.DKIM(raw).verify(dnsfunc=lookup)
    except dkim.DKIMException:
        return False


def tampered(raw):
    yield "a second From", b"From: thief@evil.example\r\n" + raw
    yield "a second From below", raw.replace(b"\r\nFrom: ", b"\r\nFrom: thief@evil.example\r\nFrom: ", 1)
    yield "another subject", raw.replace(b"\r\nSubject: ", b"\r\nSubject: Re ", 1)
    if b"\r\nReply-To: " not in raw:
        yield "a Reply-To where there was none", b"Reply-To: thief@evil.example\r\n" + raw
    yield "another body", raw.replace(b"text/html", b"text/htm1", 1)


def faults(raw):
    if not passes(raw):
        yield "the signature does not hold"
    tags = dkim.util.parse_tag_value(dkim.DKIM(raw).headers[0][1].replace(b"\r\n", b""))
    signed = tags[b"h"].decode().replace(" ", "").split(":")
    if signed != HEADERS:
        yield f"signed headers are {signed}"
    if tags[b"c"] != b"relaxed/relaxed":
        yield f"canonicalisation is {tags[b'c']}"
    for what, changed in tampered(raw):
        if passes(changed):
            yield f"{what} goes unnoticed"


def main():
    mails = sorted(FOLDER.glob("*.eml"))
    found = [f"{mail.name}: {fault}" for mail in mails for fault in faults(mail.read_bytes())]
    print("\n".join(found) or f"dkimpy: {len(mails)} mails pass")
    sys.exit(bool(found) or not mails)


main()
