use super::people::Person;

/// A list of people as a form product shapes it, before it is written down.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) header: Vec<String>,
    /// A second line of the header, which forms with grouped questions have.
    pub(super) sublabels: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

type Shape = fn(&Person, usize) -> Vec<(&'static str, String)>;

pub(super) const SHAPES: [(&str, Shape); 12] = [
    ("Google Forms", google),
    ("Microsoft Forms", microsoft),
    ("Eventbrite", eventbrite),
    ("Tito", tito),
    ("Luma", luma),
    ("pretix", pretix),
    ("Mailchimp", mailchimp),
    ("Typeform", typeform),
    ("Flamingo", flamingo),
    ("Brevo", brevo),
    ("Action Network", action_network),
    ("Humanitix", humanitix),
];

impl Sheet {
    pub(super) fn new(shape: Shape, people: &[Person]) -> Self {
        let row = |(index, person): (usize, &Person)| shape(person, index);
        let rows: Vec<_> = people.iter().enumerate().map(row).collect();
        let header = rows[0]
            .iter()
            .map(|(label, _)| (*label).to_string())
            .collect();
        let cells = |row: Vec<(&str, String)>| row.into_iter().map(|(_, cell)| cell).collect();
        Self {
            header,
            sublabels: Vec::new(),
            rows: rows.into_iter().map(cells).collect(),
        }
    }
}

/// Two header lines, and an address below a group of questions.
pub(super) fn surveymonkey(people: &[Person]) -> Sheet {
    let strings = |cells: &[&str]| {
        cells
            .iter()
            .map(|cell| (*cell).to_string())
            .collect::<Vec<_>>()
    };
    let header = "Respondent ID|Collector ID|Start Date|IP Address|Contact information|||What do you eat?|Other";
    let below = "||||Name|Email Address|Phone Number|Response|Open-Ended Response";
    let row = |(index, person): (usize, &Person)| {
        let (id, start) = (format!("1180{index:07}"), stamp(index));
        let name = format!("{} {}", person.first, person.last);
        strings(&[
            &id,
            "44012",
            &start,
            "192.0.2.1",
            &name,
            person.email,
            person.phone,
            person.diet,
            person.note,
        ])
    };
    Sheet {
        header: strings(&header.split('|').collect::<Vec<_>>()),
        sublabels: strings(&below.split('|').collect::<Vec<_>>()),
        rows: people.iter().enumerate().map(row).collect(),
    }
}

fn stamp(index: usize) -> String {
    format!(
        "2024/03/{:02} 7:{:02}:26 AM GMT",
        index % 28 + 1,
        index * 7 % 60
    )
}

fn full(person: &Person) -> String {
    format!("{} {}", person.first, person.last)
}

fn google(person: &Person, index: usize) -> Vec<(&'static str, String)> {
    vec![
        ("Timestamp", stamp(index)),
        ("Email Address", person.email.into()),
        ("Your name", full(person)),
        ("Phone number", person.phone.into()),
        ("Where are you coming from?", person.area.into()),
        ("Dietary needs", person.diet.replace(", ", ";")),
        ("May we keep you informed, now and then?", person.yes.into()),
        ("Anything else?", person.note.into()),
    ]
}

fn microsoft(person: &Person, index: usize) -> Vec<(&'static str, String)> {
    vec![
        ("ID", (index + 1).to_string()),
        ("Start time", format!("3/{}/24 19:06:23", index + 1)),
        ("Completion time", format!("3/{}/24 19:17:10", index + 1)),
        ("Email", "anonymous".into()),
        ("Name", String::new()),
        ("What is your\nfull name?", full(person)),
        ("Your address (e-mail)", person.email.into()),
        ("Food", format!("{};", person.diet)),
        ("Anything else we should know", person.note.into()),
    ]
}

fn eventbrite(person: &Person, index: usize) -> Vec<(&'static str, String)> {
    vec![
        (
            "Order #",
            (8_712_711_567_u64 + index as u64 / 2).to_string(),
        ),
        ("Order Date", format!("3/{}/24 11:58", index + 1)),
        ("First Name", person.first.into()),
        ("Last Name", person.last.into()),
        ("Email", person.email.into()),
        ("Quantity", "1".into()),
        ("Price Tier", String::new()),
        ("Ticket Type", "General admission".into()),
        (
            "Attendee #",
            (15_608_832_509_u64 + index as u64).to_string(),
        ),
        ("Currency", "GBP".into()),
        ("Total Paid", "0".into()),
        ("Attendee Status", "Attending".into()),
        ("Where are you coming from?", person.area.into()),
        ("Dietary needs", person.diet.into()),
        ("Note", person.note.into()),
    ]
}

fn tito(person: &Person, index: usize) -> Vec<(&'static str, String)> {
    vec![
        ("Number", (index + 1).to_string()),
        ("Ticket Created Date", "2024-03-05".into()),
        ("Ticket", "Regular".into()),
        ("Ticket Full Name", full(person)),
        ("Ticket Email", person.email.into()),
        ("Void Status", "false".into()),
        ("Ticket Reference", format!("AB{index:02}-1")),
        ("Order Email", "buyer@example.org".into()),
        ("Dietary requirements", person.diet.into()),
        ("Monday \"sprint\" attendance", person.yes.into()),
    ]
}

fn luma(person: &Person, index: usize) -> Vec<(&'static str, String)> {
    vec![
        ("api_id", format!("gst-Qlwi4e4mqdtW{index:02}")),
        ("name", format!("{}, {}", person.last, person.first)),
        ("first_name", format!("{},", person.last)),
        ("last_name", person.first.into()),
        ("email", person.email.into()),
        (
            "created_at",
            format!("2024-03-{:02}T00:16:45.813Z", index + 1),
        ),
        ("approval_status", "approved".into()),
        ("qr_code_url", "https://lu.ma/check-in/evt-x?pk=g-1".into()),
        ("amount", String::new()),
        ("Anything else? ", person.note.into()),
    ]
}

fn pretix(person: &Person, index: usize) -> Vec<(&'static str, String)> {
    vec![
        ("Event slug", "conf".into()),
        ("Order code", format!("A{index:02}XZ")),
        ("Position ID", "1".into()),
        ("Status", "paid".into()),
        ("Email", person.email.into()),
        ("Attendee name", full(person)),
        ("Company", String::new()),
        ("Address", person.area.into()),
        ("City", String::new()),
        ("Company", String::new()),
        ("Address", String::new()),
        ("Order comment", person.note.into()),
    ]
}

fn mailchimp(person: &Person, index: usize) -> Vec<(&'static str, String)> {
    vec![
        ("Email Address", person.email.into()),
        ("First Name", person.first.into()),
        ("Last Name", person.last.into()),
        ("MEMBER_RATING", "2".into()),
        ("OPTIN_TIME", format!("2024-03-{:02} 17:38:27", index + 1)),
        ("LATITUDE", "-8.5".into()),
        ("LEID", (44_877_845 + index).to_string()),
        ("NOTES", person.note.into()),
        ("TAGS", "\"VIP\",\"Blog\"".into()),
    ]
}

fn typeform(person: &Person, index: usize) -> Vec<(&'static str, String)> {
    vec![
        ("#", format!("odwdp4nz{index:02}")),
        ("<strong>What's your name?</strong>", full(person)),
        ("And your email, {{field:x}}?", person.email.into()),
        ("Anything else?", person.note.into()),
        ("Response Type", "completed".into()),
        ("Submit Date (UTC)", format!("2024-03-05 02:{index:02}:38")),
        ("Tags", String::new()),
    ]
}

fn flamingo(person: &Person, _: usize) -> Vec<(&'static str, String)> {
    vec![
        ("your-name", full(person)),
        ("your-email", person.email.into()),
        ("your-message", person.note.into()),
        ("Date", "2024-03-05T10:00:00+00:00".into()),
    ]
}

fn brevo(person: &Person, _: usize) -> Vec<(&'static str, String)> {
    vec![
        ("EMAIL", person.email.into()),
        ("LASTNAME", person.last.into()),
        ("FIRSTNAME", person.first.into()),
        ("SMS", person.phone.into()),
        ("EMAIL_BLACKLISTED", person.yes.into()),
        ("ADDED_TIME", "05-03-2024 10:00:00".into()),
    ]
}

fn action_network(person: &Person, index: usize) -> Vec<(&'static str, String)> {
    vec![
        ("uuid", format!("0e9c8d7e-{index:04}")),
        ("first_name", person.first.into()),
        ("last_name", person.last.into()),
        ("email", person.email.into()),
        ("zip_code", person.area.into()),
        ("can2_subscription_status", "subscribed".into()),
        ("comments", person.note.into()),
    ]
}

fn humanitix(person: &Person, index: usize) -> Vec<(&'static str, String)> {
    vec![
        ("Order id", format!("ZX{index:02}")),
        ("Event", "Conference, the".into()),
        ("Event date", "13/04/2024".into()),
        ("First name", person.first.into()),
        ("Last name", person.last.into()),
        ("Email", person.email.into()),
        ("Mobile", person.phone.into()),
        ("Order date", format!("{:02}/03/2024 07:05 pm", index + 1)),
        ("Total", "$1,234.50".into()),
        ("Notes", person.note.into()),
    ]
}
