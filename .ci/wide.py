"""Writes an event that nobody would type into a folder: twenty rooms, both nights in which clocks change, a leap day,
nights past midnight, long words, scripts that run from right to left, people who are not named, sessions called off.

wide.py FOLDER
"""
import datetime
import pathlib
import random
import sys

chance = random.Random(7)
folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
days = ["2028-02-29", "2028-03-25", "2028-10-28"]
rooms = ["Main Hall", "Assembly Room", "Council Chamber", "Room 4 (first floor)", "Library", "Workshop", "Kitchen",
         "Garden tent", "Attic", "Cellar", "Gym", "Classroom 12", "Classroom 13", "Chapel", "Theatre", "Foyer",
         "Veranstaltungsraum Süd", "Annex", "Studio", "Yard"]
titles = ["Opening", "How to win a ward", "מפגש שכונתי: מה למדנו", "اجتماع الحي حول السكن والنقل",
          "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz and other long words",
          "Listening on the doorstep: what we learnt, and what comes next in the spring", "Q&A <live>", "Budget"]

event = f"""[event]
id = "wide-2028"
name = "Wide conference with a Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
dates = {days + ["2028-03-26", "2028-10-29"]}
hours = "08:00-23:59"
day_ends = "06:00"
timezone = "Europe/Berlin"
contact = "team@example.org"
summary = "Five days in twenty rooms."
organiser = "People & friends <of the hall>"
[venue]
name = "Old Mill"
address = "1 Mill Lane, Exampletown"
directions = "Tram 3 to Old Mill."
access = "Ramp at the side."
[mail]
from = "Wide <team@example.org>"
server = "folder:delivered"
[[backer]]
name = "Councillors from Exampletown"
"""
for number, name in enumerate(rooms):
    free = "true" if number % 3 else "false"
    event += f'[[room]]\nid = "r{number}"\nname = "{name}"\ncapacity = {30 + number * 10}\nstep_free = {free}\n'
for number in range(8):
    event += f'[[track]]\nid = "t{number}"\nname = "Track {number}"\ncolour = "#{chance.randrange(0x202020, 0xE0E0E0):06x}"\n'

people = ""
for number in range(300):
    first = chance.choice(["Zoë", "Ali", "Marta", "Jürgen", "نور", "Владимир"])
    people += f'[[speaker]]\nid = "s{number}"\nname = "{first} Example {number}"\nrole = "Organiser"\n'
    people += f'area = "Town {number}"\nemail = "s{number}@example.net"\nconfirmed = true\n'
    if number % 50 == 0:
        people += "anonymous = true\n"
    if number % 7 == 0:
        people += 'bio = "Knows much about gardens.\\n\\nLikes long walks."\nquote = "We start where we are."\n'

agenda, count = "", 0
for day in days:
    start_of_day = datetime.datetime.fromisoformat(day)
    agenda += f'[[session]]\nid = "breakfast-{day}"\ntitle = "Breakfast of {day}"\nkind = "break"\n'
    agenda += f'start = "{day} 08:00"\nminutes = 45\n'
    for room in range(len(rooms)):
        minute = 9 * 60 + chance.choice([0, 15, 30])
        # Some rooms stay open into the night, until before the clocks change and after.
        while minute < (25 * 60 if room < 3 else 15 * 60):
            length = chance.choice([30, 45, 45, 60, 90])
            at = start_of_day + datetime.timedelta(minutes=minute)
            minute += length + chance.choice([10, 15, 30])
            agenda += f'[[session]]\nid = "n{count}"\ntitle = "{chance.choice(titles)} {count}"\n'
            agenda += f'start = "{at:%Y-%m-%d %H:%M}"\nminutes = {length}\nroom = "r{room}"\ntrack = "t{count % 8}"\n'
            agenda += f'speakers = ["s{count % 300}"]\nconfirmed = true\n'
            if count % 3 == 0:
                agenda += 'abstract = "With examples from practice.\\n\\nתודה לכולם על הסבלנות."\n'
            if count % 41 == 0:
                agenda += "cancelled = true\n"
            count += 1

# The clocks go forward at two on the one morning, and back at three on the other.
for title, start in (("Night walk", "2028-03-26 03:15"), ("Breakfast radio", "2028-10-29 03:30"), ("Eve", "2028-10-29 01:15")):
    agenda += f'[[session]]\nid = "{title.lower().replace(" ", "-")}"\ntitle = "{title}"\n'
    agenda += f'start = "{start}"\nminutes = 30\nroom = "r19"\n'

for name, text in (("event.toml", event), ("speakers.toml", people), ("agenda.toml", agenda)):
    (folder / name).write_text(text)
