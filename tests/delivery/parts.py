"""Prints each mail of a folder with its parts, what is wrong with it, and every line that is too long for the wire."""

import email
import email.policy
import pathlib
import sys

# The folder of the tests stays as it is.
sys.dont_write_bytecode = True

from defects import defects

for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    wire = path.read_bytes()
    mail = email.message_from_bytes(wire, policy=email.policy.SMTP)
    parts = [part.get_content_type() for part in mail.walk() if not part.is_multipart()]
    found = defects(mail)
    print(f"{path.stem}: {' '.join(parts)}, {len(found)} defects")
    for defect in found:
        print(f"  {defect}")
    for number, line in enumerate(wire.split(b"\r\n"), 1):
        if len(line) > 998 or not line.isascii() or b"\n" in line:
            print(f"  line {number} is not fit for the wire")
