"""Prints the entries of the calendars in a folder of mails, at the offset that the VTIMEZONE in the file itself says."""

import datetime
import email
import email.policy
import pathlib
import sys

import icalendar


def moment(entry, name, zones):
    """Returns a local time with the offset that its zone has in the file, which must be the one of the zone's rules."""
    value = entry[name]
    if not isinstance(value.dt, datetime.datetime):
        return f"{value.dt} (whole days)"
    wall = value.dt.replace(tzinfo=None)
    by_file = wall.replace(tzinfo=zones[value.params["TZID"]])
    if by_file.utcoffset() != value.dt.utcoffset():
        print(f"{name}: {by_file} in the file, {value.dt} by the rules")
    return by_file.isoformat(sep=" ", timespec="minutes")


for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.SMTP)
    for part in mail.walk():
        if part.get_content_type() != "text/calendar":
            continue
        text = part.get_payload(decode=True).decode()
        calendar = icalendar.Calendar.from_ical(text)
        if part.get_param("method") != calendar["METHOD"]:
            print("the method of the part is not that of the calendar")
        if list(calendar.get_missing_tzids()):
            print(f"missing zones: {calendar.get_missing_tzids()}")
        for component in calendar.walk():
            for error in component.errors:
                print(f"{component.name}: {error}")
        zones = {str(zone["TZID"]): zone.to_tz(lookup_tzid=False) for zone in calendar.walk("VTIMEZONE")}
        for entry in calendar.walk("VEVENT"):
            print(f"{moment(entry, 'DTSTART', zones)} to {moment(entry, 'DTEND', zones)}")
