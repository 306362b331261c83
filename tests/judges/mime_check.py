"""Checks the structure and the headers of every golden mail with Python's email package."""

import email
import email.policy
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "golden" / "mail"
ALTERNATIVES = [("text/plain", "quoted-printable"), ("text/html", "quoted-printable"), ("text/calendar", "base64")]
HEADERS = {
    "dkim-signature", "from", "reply-to", "to", "subject", "date", "message-id", "auto-submitted", "mime-version",
    "content-type",
}


def header_faults(mail):
    names = [name.lower() for name in mail.keys()]
    if len(names) != len(set(names)):
        yield f"a header stands twice: {names}"
    if unknown := set(names) - HEADERS:
        yield f"headers nobody asked for: {unknown}"
    if missing := HEADERS - {"reply-to"} - set(names):
        yield f"missing headers: {missing}"
    if mail["auto-submitted"] != "auto-generated":
        yield "not marked as sent by a machine"
    for name in ("from", "to", "subject", "message-id", "date"):
        if mail[name].defects:
            yield f"{name}: {mail[name].defects}"
    if len(mail["to"].addresses) != 1 or len(mail["from"].addresses) != 1:
        yield "not exactly one sender and one recipient"


def part_faults(mail):
    calendar = mail.get_content_type() == "multipart/mixed"
    alternative = next(mail.iter_parts()) if calendar else mail
    if alternative.get_content_type() != "multipart/alternative":
        yield f"the text is in {alternative.get_content_type()}"
    expected = ALTERNATIVES if calendar else ALTERNATIVES[:2]
    found = [(part.get_content_type(), part["content-transfer-encoding"]) for part in alternative.iter_parts()]
    if found != expected:
        yield f"alternatives are {found}"
    for part in list(alternative.iter_parts())[:2]:
        decoded = part.get_payload(decode=True)
        if b"\n" in decoded.replace(b"\r\n", b"") or b"=0A" in part.get_payload().encode():
            yield f"{part.get_content_type()}: line breaks are not CRLF, or they are encoded"
    if any(part.get_content_charset() != "utf-8" for part in alternative.iter_parts()):
        yield "an alternative is not marked as UTF-8"
    if calendar:
        yield from calendar_faults(list(alternative.iter_parts())[-1], list(mail.iter_parts())[1:])


def calendar_faults(inline, attached):
    ics = inline.get_payload(decode=True)
    method = inline.get_param("method")
    if f"\r\nMETHOD:{method}\r\n".encode() not in ics:
        yield f"the MIME method {method} is not the METHOD of the object"
    if inline.get_param("component") != "VEVENT":
        yield "component is not VEVENT"
    if inline.get_content_disposition() not in (None, "inline"):
        yield "the calendar part is not inline"
    shape = [(p.get_content_type(), p.get_content_disposition(), p.get_filename(), p.get_param("name")) for p in attached]
    if shape != ([("application/ics", "attachment", "invite.ics", "invite.ics")] if method == "REQUEST" else []):
        yield f"attachments are {shape}"
    if any(part.get_payload(decode=True) != ics for part in attached):
        yield "the two copies of the calendar object differ"


def faults(raw):
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    if b"\n" in raw.replace(b"\r\n", b"") or b"\r" in raw.replace(b"\r\n", b""):
        yield "a line break that is not CRLF"
    if not raw.isascii() or any(len(line) > (76 if b"=?" in line else 78) for line in raw.split(b"\r\n\r\n")[0].split(b"\r\n")):
        yield "bytes beyond ASCII, or a header line over 78 octets, 76 with encoded words"
    for part in mail.walk():
        if part.defects:
            yield f"{part.get_content_type()}: {part.defects}"
    yield from header_faults(mail)
    yield from part_faults(mail)


def main():
    mails = sorted(FOLDER.glob("*.eml"))
    found = [f"{mail.name}: {fault}" for mail in mails for fault in faults(mail.read_bytes())]
    print("\n".join(found) or f"email: {len(mails)} mails have the right structure")
    sys.exit(bool(found) or not mails)


main()
