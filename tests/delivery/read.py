"""Reads every mail of a folder as a mail programme would, and prints what it finds: a JSON document a line."""

import email
import email.header
import email.policy
import email.utils
import json
import pathlib
import re
import sys

# The folder of the tests stays as it is.
sys.dont_write_bytecode = True

from defects import defects


def mailbox(header):
    """Takes a mailbox apart by RFC 2047: up to Python 3.12 the newer interface leaves spaces between encoded words."""
    name, address = email.utils.parseaddr(header)
    return [str(email.header.make_header(email.header.decode_header(name))), address]


for path in sorted(pathlib.Path(sys.argv[1]).iterdir(), key=lambda path: int(path.stem)):
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.SMTP)
    plain = email.message_from_bytes(path.read_bytes())
    code = re.fullmatch(r"<confirmation\.(.*)\.1@.*>", mail["message-id"])[1]
    parts = [part for part in mail.walk() if not part.is_multipart()]
    content = {part.get_content_type(): part.get_content() for part in parts}
    calendar = content["text/calendar"]
    print(json.dumps({
        "defects": defects(mail),
        "headers": mail.keys(),
        "to": [mailbox(to) for to in plain.get_all("to")],
        "from": [mailbox(sender) for sender in plain.get_all("from")],
        "subject": mail["subject"],
        "greets": content["text/plain"].splitlines()[0],
        "code_in": [kind for kind in ("text/plain", "text/html") if code in content[kind]],
        "parts": [part.get_content_type() for part in parts],
        "calendar": calendar if isinstance(calendar, str) else calendar.decode(),
    }))
