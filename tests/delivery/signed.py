"""Checks the signatures of mails in a folder by a DNS record in a file, as they are and with something changed."""

import json
import logging
import pathlib
import re
import sys

import dkim

record = json.loads(pathlib.Path(sys.argv[2]).read_text())
logging.disable(logging.CRITICAL)


def good(mail):
    """Tells whether the signature of a mail is good."""
    def look_up(name, timeout=5):
        text = record["text"] if name.decode().rstrip(".") == record["name"] else ""
        return text.encode()
    return dkim.verify(mail, dnsfunc=look_up, minkey=1024)


def changed(header):
    """Returns a change of one header."""
    pattern = re.compile(rb"(?m)^(" + header.encode() + rb": )(.)")
    return lambda mail: pattern.sub(lambda found: found[1] + b"x" + found[2], mail, count=1)


def added(line):
    """Returns the change that adds a header at the top, where a reader looks first."""
    return lambda mail: line + mail


mails = [path.read_bytes() for path in sorted(pathlib.Path(sys.argv[1]).iterdir())]
headers = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Auto-Submitted"]
changes = [changed(header) for header in headers] + [
    lambda mail: mail.replace(b"Hello ", b"Hallo ", 1),
    added(b"Subject: Another\r\n"),
    added(b"Reply-To: thief@example.com\r\n"),
]
spaced = [re.sub(rb"(?m)^Subject: ", b"SUBJECT:  ", mail) + b"\r\n\r\n" for mail in mails]
kept = sum(good(mail) for mail in mails)
kept_spaced = sum(good(mail) for mail in spaced)
assert all(change(mail) != mail for change in changes for mail in mails)
fooled = sum(any(good(change(mail)) for change in changes) for mail in mails)
print(
    f"good: {kept} as sent, {kept_spaced} with spaces that servers add; bad: {fooled} of {len(mails)} with another "
    f"{', '.join(headers)}, text, second Subject, added Reply-To"
)
