use crate::people::{PEOPLE, Person};

/// How a product writes people down.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    /// The cells of one person, each under its heading; the same headings for everybody.
    row: fn(&Person, usize) -> Vec<(&'static str, String)>,
    /// A line between the header and the rows.
    second_header: Option<fn(usize) -> Vec<String>>,
    /// Whether there is a header at all.
    pub(crate) header: bool,
    /// Whether it has addresses.
    pub(crate) addresses: bool,
}

/// The header, perhaps empty, and the rows.
pub(crate) struct Sheet {
    pub(crate) headers: Vec<Vec<String>>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Shape {
    pub(crate) fn sheet(&self) -> Sheet {
        let rows: Vec<Vec<(&'static str, String)>> = PEOPLE
            .iter()
            .enumerate()
            .map(|(at, one)| (self.row)(one, at))
            .collect();
        let mut headers = Vec::new();
        if self.header {
            headers.push(
                rows[0]
                    .iter()
                    .map(|(label, _)| (*label).to_string())
                    .collect(),
            );
        }
        headers.extend(self.second_header.map(|second| second(rows[0].len())));
        Sheet {
            headers,
            rows: rows
                .into_iter()
                .map(|row| row.into_iter().map(|(_, cell)| cell).collect())
                .collect(),
        }
    }
}

pub(crate) const fn shape(
    name: &'static str,
    row: fn(&Person, usize) -> Vec<(&'static str, String)>,
) -> Shape {
    Shape {
        name,
        row,
        second_header: None,
        header: true,
        addresses: true,
    }
}

pub(crate) fn day(at: usize) -> usize {
    at + 1
}

pub(crate) fn text(text: &str) -> String {
    text.to_string()
}

pub(crate) const SHAPES: &[Shape] = &[
    shape("google direct", |p, i| {
        vec![
            (
                "Timestamp",
                format!("2024/03/{:02} 7:31:{:02} AM GMT", day(i), i),
            ),
            ("Email Address", text(p.email)),
            ("Your name", p.name()),
            ("Phone number", text(p.phone)),
            ("Where are you coming from?", text(p.area)),
            ("Dietary needs", text(p.diet)),
            (
                "May we keep you informed about future events?",
                text(p.updates),
            ),
            (
                "Emergency contact (name and email)",
                text("Mum mum@example.org"),
            ),
        ]
    }),
    shape("google sheets", |p, i| {
        vec![
            ("Timestamp", format!("{:02}/03/2024 07:31:{:02}", day(i), i)),
            ("Email address", text(p.email)),
            ("First name", text(p.first)),
            ("Surname", text(p.last)),
            ("Mobile", text(p.phone)),
            ("T-shirt size", text(["S", "M", "L"][i % 3])),
        ]
    }),
    shape("microsoft forms", |p, i| {
        vec![
            ("ID", (i + 1).to_string()),
            ("Start time", format!("3/{}/24 19:06:23", day(i))),
            ("Completion time", format!("3/{}/24 19:17:{:02}", day(i), i)),
            ("Email", text("anonymous")),
            ("Name", String::new()),
            ("What is your e-mail address?", text(p.email)),
            ("What is your full name?\n(as on your badge)", p.name()),
            ("Which sessions?", text("Morning;Afternoon;")),
        ]
    }),
    shape("eventbrite", |p, i| {
        vec![
            ("Order #", (8_712_711_567_u64 + i as u64 / 2).to_string()),
            ("Order Date", format!("3/{}/24 11:{:02}", day(i), i)),
            ("First Name", text(p.first)),
            ("Last Name", text(p.last)),
            ("Email", text(p.email)),
            ("Quantity", text("1")),
            ("Ticket Type", text("General admission")),
            ("Attendee #", (15_608_832_509_u64 + i as u64).to_string()),
            ("Attendee Status", text("Attending")),
            ("Buyer Email", text("buyer@example.org")),
        ]
    }),
    shape("tito", |p, i| {
        vec![
            ("Number", (i + 1).to_string()),
            (
                "Ticket Created Date",
                format!("2024-03-{:02} 10:00:{:02}", day(i), i),
            ),
            ("Ticket", text("Standard")),
            ("Ticket Full Name", p.name()),
            ("Ticket First Name", text(p.first)),
            ("Ticket Last Name", text(p.last)),
            ("Ticket Email", text(p.email)),
            ("Ticket Phone Number", text(p.phone)),
            ("Void Status", text("false")),
            ("Ticket Reference", format!("AB{i:02}-1")),
            ("Order Name", text("The Boss")),
            ("Order Email", text("boss@example.org")),
        ]
    }),
    shape("luma", |p, i| {
        vec![
            ("api_id", format!("gst-Qlwi4e4mq{i:02}")),
            ("name", p.name()),
            ("first_name", format!("{},", p.first)),
            ("last_name", text(p.first)),
            ("email", text(p.email)),
            ("phone_number", text(p.phone)),
            ("created_at", format!("2024-03-{:02}T00:16:45.813Z", day(i))),
            ("approval_status", text("approved")),
            ("checked_in_at", String::new()),
            ("qr_code_url", text("https://lu.ma/check-in/evt?pk=g")),
            ("ticket_name", text("Standard")),
        ]
    }),
    Shape {
        addresses: false,
        ..shape("meetup", |p, i| {
            vec![
                ("Name", p.name()),
                ("User ID", format!("user {}", 12_537_919 + i)),
                ("Title", String::new()),
                ("Event Host", String::new()),
                ("RSVP", text("Yes")),
                ("Guests", text("0")),
                ("RSVPed on", format!("March {}, 2024 7:{:02} PM", day(i), i)),
                (
                    "URL of Member Profile",
                    format!("https://www.meetup.com/members/{i}"),
                ),
            ]
        })
    },
    shape("pretix", |p, i| {
        vec![
            ("Event slug", text("conf")),
            ("Order code", format!("A{}BC", i / 2)),
            ("Position ID", (i % 2 + 1).to_string()),
            ("Status", text("paid")),
            ("Email", text("orders@example.org")),
            ("Phone number", text(p.phone)),
            ("Order date", format!("2024-03-{:02}", day(i / 2))),
            ("Order time", format!("10:00:{i:02}")),
            ("Product", text("Ticket")),
            ("Attendee name", p.name()),
            ("Attendee email", text(p.email)),
            ("Company", text("")),
            ("City", text(p.area)),
            ("Pseudonymization ID", format!("PSEUDO{i}")),
            ("Company", text("Invoice Ltd")),
            ("Invoice address name", text("The Boss")),
            ("City", text("Bosstown")),
        ]
    }),
    shape("humanitix", |p, i| {
        vec![
            ("Order id", format!("{:05}", 100 + i)),
            ("Event", text("Conference")),
            ("Event date", text("13/04/2024")),
            ("First name", text(p.first)),
            ("Last name", text(p.last)),
            ("Email", text(p.email)),
            ("Mobile", text(p.phone)),
            ("Order date", format!("{:02}/03/2024 07:05 pm", day(i))),
            ("Financial status", text("Paid")),
            ("Valid tickets", text("1")),
            ("Marketing opt-in", text(p.updates)),
            ("Status", text("Complete")),
            ("Long order id", format!("65fe{i:04}")),
        ]
    }),
    shape("ticket tailor", |p, i| {
        vec![
            ("Order ID", format!("or_{i}")),
            ("Order date", format!("2024-03-{:02} 10:00:{i:02}", day(i))),
            ("Name", p.name()),
            ("First Name", text(p.first)),
            ("Last Name", text(p.last)),
            ("Email", text(p.email)),
            ("Mobile number", text(p.phone)),
            ("Event name", text("Conference")),
            ("Transaction ID", format!("tr_{i}")),
            ("Order cancelled", text("0")),
        ]
    }),
    shape("mailchimp", |p, i| {
        vec![
            ("Email Address", text(p.email)),
            ("First Name", text(p.first)),
            ("Last Name", text(p.last)),
            ("MEMBER_RATING", text("2")),
            ("OPTIN_TIME", String::new()),
            (
                "CONFIRM_TIME",
                format!("2024-02-{:02} 17:38:{i:02}", day(i)),
            ),
            ("CONFIRM_IP", text("10.0.0.1")),
            ("REGION", text("WA")),
            ("LEID", (44_877_845 + i).to_string()),
            ("EUID", format!("c2cb0681{i:02}")),
            ("TAGS", text("\"VIP\",\"Blog\"")),
        ]
    }),
    shape("action network", |p, i| {
        vec![
            ("uuid", format!("7c9e6679-7425-40de-944b-e07fc1f9{i:04}")),
            ("first_name", text(p.first)),
            ("last_name", text(p.last)),
            ("email", text(p.email)),
            ("Phone Number", text(p.phone)),
            ("can2_user_city", text(p.area)),
            ("can2_user_tags", String::new()),
            ("can2_subscription_status", text("subscribed")),
        ]
    }),
    shape("nationbuilder", |p, i| {
        vec![
            ("nationbuilder_id", (1000 + i).to_string()),
            ("first_name", text(p.first)),
            ("last_name", text(p.last)),
            ("email", text(p.email)),
            ("mobile_number", text(p.phone)),
            ("primary_city", text(p.area)),
            ("recruiter_name", text("Rita Recruiter")),
            ("tag_list", text("a, b")),
        ]
    }),
    shape("typeform", |p, i| {
        vec![
            ("#", format!("odwdp4nz{i:02}")),
            ("<b>What's your name?</b> <i>(first and last)</i>", p.name()),
            ("Your email", text(p.email)),
            ("Response Type", text("completed")),
            (
                "Start Date (UTC)",
                format!("2024-03-{:02} 02:39:31", day(i)),
            ),
            ("Stage Date (UTC)", text("null")),
            (
                "Submit Date (UTC)",
                format!("2024-03-{:02} 02:41:{i:02}", day(i)),
            ),
            ("Network ID", format!("653e97{i:02}")),
        ]
    }),
    Shape {
        second_header: Some(|width| {
            let mut labels = vec![String::new(); width];
            labels[6] = "Open-Ended Response".to_string();
            labels[7] = "Response".to_string();
            labels
        }),
        ..shape("surveymonkey", |p, i| {
            vec![
                (
                    "Respondent ID",
                    (118_000_000_000_u64 + i as u64).to_string(),
                ),
                ("Collector ID", text("400000001")),
                ("Start Date", format!("03/{:02}/2024 09:00:00 AM", day(i))),
                ("End Date", format!("03/{:02}/2024 09:05:{i:02} AM", day(i))),
                ("IP Address", text("10.0.0.1")),
                ("Email Address", text(p.email)),
                ("What is your full name?", p.name()),
                ("Where do you live?", text(p.area)),
            ]
        })
    },
    shape("gravity forms", |p, i| {
        vec![
            ("Name (First)", text(p.first)),
            ("Name (Last)", text(p.last)),
            ("Email", text(p.email)),
            ("Phone", text(p.phone)),
            ("Address (City)", text(p.area)),
            ("Created By (User Id)", String::new()),
            ("Entry Id", (1 + i).to_string()),
            ("Entry Date", format!("2024-03-{:02} 10:00:{i:02}", day(i))),
            ("Source Url", text("https://example.org/form")),
            ("User IP", text("10.0.0.1")),
        ]
    }),
    shape("flamingo", |p, i| {
        vec![
            ("your-name", p.name()),
            ("your-email", text(p.email)),
            ("your-message", text(p.diet)),
            ("Date", format!("2024-03-{:02}T10:00:{i:02}+00:00", day(i))),
        ]
    }),
    shape("brevo", |p, i| {
        vec![
            ("EMAIL", text(p.email)),
            ("LASTNAME", text(p.last)),
            ("FIRSTNAME", text(p.first)),
            ("SMS", text(p.phone)),
            ("EMAIL_BLACKLISTED", text("No")),
            ("SMS_BLACKLISTED", text("No")),
            ("ADDED_TIME", format!("{:02}-03-2024 10:00:{i:02}", day(i))),
        ]
    }),
    shape("german", |p, i| {
        vec![
            ("Zeitstempel", format!("{:02}.03.2024 11:{i:02}", day(i))),
            ("Vorname", text(p.first)),
            ("Name", text(p.last)),
            ("E-Mail-Adresse", text(p.email)),
            ("Notfallkontakt Telefon", text("030 112233")),
            (
                "Newsletter",
                text(if p.updates == "Yes" { "Ja" } else { "Nein" }),
            ),
        ]
    }),
    shape("polish", |p, i| {
        vec![
            ("Imię i nazwisko", p.name()),
            ("Adres e-mail", text(p.email)),
            ("Nr telefonu", text(p.phone)),
            ("Miejscowość", text(p.area)),
            ("Rozmiar koszulki", text(["S", "M", "L"][i % 3])),
        ]
    }),
    shape("a list", |p, _| {
        vec![
            ("Who is it?", p.name()),
            ("How can we reach you?", text(p.email)),
        ]
    }),
    Shape {
        header: false,
        ..shape("no header", |p, _| {
            vec![("", p.name()), ("", text(p.email)), ("", text(p.area))]
        })
    },
];
