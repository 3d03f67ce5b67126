use super::agenda_rules::read_agenda_rules;
use super::fields::Fields;
use super::tables::Tables;
use crate::error::{Error, Result};
use crate::model::{
    Backer, DomainName, EmailAddress, Event, Hours, InDoubt, Lapse, Mail, Mailbox, Privacy,
    Reminder, Room, SignUp, Ticket, Track, Venue, Waiting, WallClock, clock, parse_date,
    parse_zone,
};

/// Reads `event.toml`. None if it lacks what nothing works without: id, name, dates, timezone.
pub(in crate::store) fn read_event(tables: &mut Tables<'_>) -> Option<Event> {
    let (head, origin) = tables.table("event", |fields| {
        let id = fields.id();
        let name = fields.required_line("name");
        fields.doubt_repeats("dates");
        let mut dates = fields.list("dates", "date", parse_date);
        dates.sort_unstable();
        dates.dedup();
        if dates.is_empty() {
            fields.missing("dates");
        }
        let zone = fields.parsed("timezone", "timezone", parse_zone);
        if zone.is_none() && !fields.has_findings("timezone") {
            fields.missing("timezone");
        }
        let hours = fields.parsed("hours", "hours", Hours::parse);
        fields.doubt_hours("hours");
        let day_ends = fields.parsed("day_ends", "time", |text| {
            clock(text).ok_or_else(|| {
                Error::new(format!("`{text}` is no time of day")).hint("write \"04:00\"")
            })
        });
        let contact = fields.parsed("contact", "email", EmailAddress::parse);
        let (organiser, url, summary) = (
            fields.line("organiser"),
            fields.text("url"),
            fields.text("summary"),
        );
        Some((
            id?, name?, dates, zone?, hours, day_ends, contact, organiser, url, summary,
        ))
    });
    let (venue, _) = tables.table("venue", |fields| Venue {
        name: fields.line("name"),
        address: fields.text("address"),
        directions: fields.text("directions"),
        access: fields.text("access"),
    });
    // Without a date or zone its times cannot be read, but its other keys are still checked.
    let known = head.as_ref().map(|head| (head.2.clone(), head.3, head.5));
    let (dates, zone, day_ends) = known.unwrap_or_default();
    let wall_clock = WallClock {
        dates: &dates,
        day_ends,
        zone,
    };
    let rooms = tables.each("room", |fields| read_room(fields, wall_clock));
    let tracks = tables.each("track", read_track);
    let tickets = tables.each("ticket", read_ticket);
    let backers = tables.each("backer", |fields| {
        Some(Backer {
            name: fields.required_line("name")?,
            place: fields.text("place"),
        })
    });
    let agenda = read_agenda_rules(tables);
    let (sign_up, _) = tables.table("registration", |fields| read_sign_up(fields, wall_clock));
    let (headings, _) = tables.table("import", |fields| fields.pairs("map"));
    let sign_up = SignUp {
        headings,
        ..sign_up
    };
    let reminders = tables.each("reminder", read_reminder);
    let (mail, mail_origin) = tables.table("mail", read_mail);
    let (privacy, _) = tables.table("privacy", |fields| Privacy {
        keep_days: fields.number("keep_days"),
        keep_needs_days: fields.number("keep_needs_days"),
        salt: fields.text("salt"),
    });
    let (id, name, dates, zone, hours, day_ends, contact, organiser, url, summary) = head?;
    if dates.is_empty() {
        return None;
    }
    Some(Event {
        id,
        name,
        dates,
        hours,
        zone,
        contact,
        organiser,
        url,
        summary,
        day_ends,
        venue,
        rooms: rooms
            .into_iter()
            .map(|(room, origin)| Room { origin, ..room })
            .collect(),
        tracks: tracks
            .into_iter()
            .map(|(track, origin)| Track { origin, ..track })
            .collect(),
        tickets: tickets
            .into_iter()
            .map(|(ticket, origin)| Ticket { origin, ..ticket })
            .collect(),
        backers: backers.into_iter().map(|(backer, _)| backer).collect(),
        sign_up,
        agenda,
        reminders: reminders.into_iter().map(|(one, _)| one).collect(),
        mail: Mail {
            origin: mail_origin,
            ..mail
        },
        privacy,
        origin,
    })
}

/// How long somebody has to answer: an offer that runs out at once is none.
fn read_offer_for(text: &str) -> Result<Lapse> {
    match Lapse::parse(text)? {
        Lapse::Days(0) | Lapse::Hours(0) => Err(Error::new(format!(
            "nobody can answer an offer in `{text}`"
        ))
        .hint("write how long they have, as in \"48 hours\"")),
        lapse => Ok(lapse),
    }
}

fn read_sign_up(fields: &mut Fields<'_>, wall_clock: WallClock<'_>) -> SignUp {
    let sign_up = SignUp {
        capacity: fields.number("capacity"),
        opens: fields.time("opens", wall_clock),
        closes: fields.time("closes", wall_clock),
        waiting: fields
            .parsed("waiting", "waiting", read_waiting)
            .unwrap_or_default(),
        offer_for: fields.parsed("offer_for", "time", read_offer_for),
        headings: Vec::new(),
        url: fields.text("url"),
    };
    fields.in_order(("opens", sign_up.opens), ("closes", sign_up.closes));
    sign_up
}

pub(super) fn read_room(fields: &mut Fields<'_>, wall_clock: WallClock<'_>) -> Option<Room> {
    let id = fields.id();
    let name = fields.line("name");
    let capacity = fields.number("capacity");
    let step_free = fields.flag("step_free");
    let open = fields.windows("open", wall_clock);
    fields.doubt_hours("open");
    let id = id?;
    let name = if name.is_empty() {
        id.to_string()
    } else {
        name
    };
    Some(Room {
        id,
        name,
        capacity,
        step_free,
        open,
        origin: Default::default(),
    })
}

pub(super) fn read_track(fields: &mut Fields<'_>) -> Option<Track> {
    let id = fields.id();
    let name = fields.line("name");
    let colour = fields.parsed("colour", "colour", |text| {
        let fits = text.len() == 7
            && text.starts_with('#')
            && text[1..].bytes().all(|b| b.is_ascii_hexdigit());
        let error =
            || Error::new(format!("`{text}` is no colour")).hint("write it as in \"#2f7d4f\"");
        if fits {
            Ok(text.to_string())
        } else {
            Err(error())
        }
    });
    let id = id?;
    let name = if name.is_empty() {
        id.to_string()
    } else {
        name
    };
    Some(Track {
        id,
        name,
        colour: colour.unwrap_or_default(),
        origin: Default::default(),
    })
}

fn read_ticket(fields: &mut Fields<'_>) -> Option<Ticket> {
    let id = fields.id();
    let name = fields.line("name");
    let capacity = fields.number("capacity");
    let counted = fields.flag("counted").unwrap_or(true);
    let id = id?;
    let name = if name.is_empty() {
        id.to_string()
    } else {
        name
    };
    Some(Ticket {
        id,
        name,
        capacity,
        counted,
        origin: Default::default(),
    })
}

fn read_waiting(word: &str) -> Result<Waiting> {
    match word {
        "confirm" => Ok(Waiting::Confirm),
        "offer" => Ok(Waiting::Offer),
        _ => Err(Error::new(format!("`{word}` is no way to move up"))
            .hint("write \"confirm\", and people have the place at once, or \"offer\", and they have to accept")),
    }
}

fn read_reminder(fields: &mut Fields<'_>) -> Option<Reminder> {
    let before = fields.parsed("before", "time", Lapse::parse);
    if before.is_none() && !fields.has_findings("time") {
        fields.missing("before");
    }
    let at = fields.parsed("at", "time", |text| {
        clock(text).ok_or_else(|| {
            Error::new(format!("`{text}` is no time of day")).hint("write \"09:00\"")
        })
    });
    Some(Reminder {
        before: before?,
        at: at.or_else(|| clock("09:00"))?,
    })
}

fn read_mail(fields: &mut Fields<'_>) -> Mail {
    let from = fields.parsed("from", "email", Mailbox::parse);
    Mail {
        from,
        reply_to: fields.parsed("reply_to", "email", EmailAddress::parse),
        server: fields.text("server"),
        rate: fields.text("rate"),
        connections: connections(fields),
        in_doubt: fields
            .parsed("in_doubt", "in-doubt", InDoubt::parse)
            .unwrap_or_default(),
        give_up_days: fields.number("give_up_days"),
        tell_everybody: fields.flag("tell_everybody").unwrap_or(false),
        subjects: fields.subjects("subject"),
        dkim_selector: fields.parsed("dkim_selector", "dkim", DomainName::parse),
        dkim_domain: fields.parsed("dkim_domain", "dkim", DomainName::parse),
        origin: Default::default(),
    }
}

/// Reads over how many connections mails go. Servers turn away who opens many.
fn connections(fields: &mut Fields<'_>) -> Option<u32> {
    let count = fields.number("connections")?;
    if (1..=16).contains(&count) {
        return Some(count);
    }
    let error = Error::new(format!("mails cannot go over {count} connections"))
        .hint("write a number from 1 to 16; one is enough for most, and what every server allows");
    fields.report(fields.span("connections"), "connections", error);
    None
}
