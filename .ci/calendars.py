"""Reads published calendars as Python's icalendar and khal do, and compares the local times with schedule.json.

calendars.py KHAL PUBLIC…
"""
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import icalendar

khal, *sites = sys.argv[1:]
wrong = []


def scheduled(site):
    """Local beginning and end of each session that takes place, by title, as conference apps are told them."""
    conference = json.loads((site / "schedule.json").read_text())["schedule"]["conference"]
    sessions = {}
    for day in conference["days"]:
        for event in (one for room in day["rooms"].values() for one in room):
            begin = datetime.datetime.fromisoformat(event["date"]).replace(tzinfo=None)
            hours, minutes = map(int, event["duration"].split(":"))
            sessions[event["title"]] = (begin, begin + datetime.timedelta(hours=hours, minutes=minutes))
    return sessions


def khal_list(calendar, days):
    """What khal shows of a calendar, in the zone of the calendar."""
    zone = next(str(one["TZID"]) for one in calendar.walk("VTIMEZONE"))
    with tempfile.TemporaryDirectory() as home:
        pathlib.Path(home, "file.ics").write_bytes(calendar.to_ical())
        pathlib.Path(home, "config").write_text(
            f"[calendars]\n[[c]]\npath = {home}/c\ntype = calendar\n"
            f"[sqlite]\npath = {home}/khal.db\n"
            "[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            f"datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            f"local_timezone = {zone}\ndefault_timezone = {zone}\n[default]\ndefault_calendar = c\n"
        )
        pathlib.Path(home, "c").mkdir()
        run = lambda *words: subprocess.run(
            [khal, "-c", f"{home}/config", *words], capture_output=True, text=True, env={**os.environ, "HOME": home}
        )
        put = run("import", "--batch", "-a", "c", f"{home}/file.ics")
        if put.returncode or put.stderr.strip():
            wrong.append(f"khal import: {put.stderr.strip()[:300]}")
        shown = run("list", "--once", "--format", "{start-date} {start-time}|{title}", "--day-format", "",
                    str(min(days)), str(max(days) + datetime.timedelta(days=2)))
        return [line for line in shown.stdout.splitlines() if "|" in line]


for site in map(pathlib.Path, sites):
    name = site.parent.name
    for path in sorted(site.rglob("*.ics")):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        for part in calendar.walk():
            if part.errors:
                wrong.append(f"{path}: {part.errors}")
        if calendar.get_missing_tzids():
            wrong.append(f"{path}: no VTIMEZONE for {calendar.get_missing_tzids()}")
    calendar = icalendar.Calendar.from_ical((site / "agenda.ics").read_bytes())
    read = {
        str(one["SUMMARY"]): (one.start.replace(tzinfo=None), one.end.replace(tzinfo=None))
        for one in calendar.walk("VEVENT")
        if one["STATUS"] != "CANCELLED"
    }
    if read != scheduled(site):
        wrong.append(f"{name}: times differ: {sorted(set(read.items()) ^ set(scheduled(site).items()))[:4]}")
    if read:
        lines = set(khal_list(calendar, [begin.date() for begin, _ in read.values()]))
        missing = [
            title for title, (begin, _) in read.items() if f"{begin:%Y-%m-%d %H:%M}|{title}" not in lines
        ]
        if missing:
            wrong.append(f"{name}: khal does not show {len(missing)} of {len(read)}, first {missing[:3]}")
    print(f"{name}: {len(read)} sessions, {len(list(site.rglob('*.ics')))} calendars")

for one in wrong:
    print(one)
sys.exit(1 if wrong else 0)
