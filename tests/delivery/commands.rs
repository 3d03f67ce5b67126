//! Every command that there is, found by asking for help as a person would.

use crate::event::Event;

/// What to type behind a command's name so that it does its work, in an event of [`full`]. A command that is not here
/// is typed as it is.
const ARGUMENTS: [(&str, &str); 27] = [
    (
        "init",
        "new --name Test --timezone Europe/London --date 2024-04-13",
    ),
    ("speaker show", "ada-example"),
    ("speaker add", "bo-example --name Bo"),
    ("speaker edit", "ada-example --area Leeds"),
    ("speaker remove", "cy-example"),
    ("session show", "opening"),
    ("session add", "closing --title Closing"),
    ("session edit", "opening --title Welcome"),
    ("session move", "opening --to 11:00"),
    ("session remove", "lunch"),
    ("registration show", "krt-mwbb"),
    ("registration add", "--name Newcomer"),
    ("registration edit", "krt-mwbb --area Leeds"),
    ("registration cancel", "krt-mwbb"),
    ("registration confirm", "krt-mwbb"),
    ("registration why", "krt-mwbb"),
    ("registration import", "signups.csv"),
    ("import", "signups.csv"),
    ("mail draft", "confirmation"),
    ("mail preview", "confirmation"),
    ("mail send", "confirmation"),
    ("mail resolve", "krt-mwbb --resend"),
    ("mail test", "me@example.org"),
    ("completions", "bash"),
    ("man", "--out pages"),
    ("demo", "made"),
    ("publish", "--out made"),
];

/// Returns every command with what it takes, in the order of the help.
pub(crate) fn all(event: &Event) -> Vec<String> {
    let mut commands = Vec::new();
    below(event, "", &mut commands);
    let with_arguments = |command: String| {
        let arguments = ARGUMENTS.iter().find(|(name, _)| *name == command);
        arguments.map_or_else(
            || command.clone(),
            |(_, arguments)| format!("{command} {arguments}"),
        )
    };
    commands.into_iter().map(with_arguments).collect()
}

/// Returns those that only answer.
pub(crate) fn asking(event: &Event) -> Vec<String> {
    const VERBS: [&str; 8] = [
        "list",
        "show",
        "status",
        "check",
        "conflicts",
        "preview",
        "export",
        "diff",
    ];
    let verb = |command: &String| command.split(' ').take(2).any(|word| VERBS.contains(&word));
    all(event).into_iter().filter(verb).collect()
}

fn below(event: &Event, command: &str, commands: &mut Vec<String>) {
    let help = event.run(format!("help {command}").trim_end());
    assert_eq!(help.exit, Some(0), "help {command}");
    let listed = help
        .answer
        .split("\nCommands:\n")
        .nth(1)
        .unwrap_or_default();
    let lines = listed.lines().take_while(|line| !line.is_empty());
    // The names stand at the second column; what goes on from the line above stands further right.
    let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names: Vec<&str> = names
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    if names.is_empty() {
        commands.push(command.to_owned());
    }
    for name in names {
        below(event, format!("{command} {name}").trim_start(), commands);
    }
}

/// Returns an event with something of everything in it, and so many people.
pub(crate) fn full(people: usize) -> Event {
    let mut people = crate::event::crowd(people);
    people[1].email = "nowhere".into();
    let event = Event::of(&people);
    let speaker =
        |id: &str, name: &str| format!("[[speaker]]\nid = \"{id}\"\nname = \"{name}\"\n\n");
    let mut speakers = speaker("ada-example", "Ada Example") + &speaker("cy-example", "Cy Example");
    let mut sessions = String::from(
        "[[session]]\nid = \"opening\"\ntitle = \"Opening\"\nstart = \"10:00\"\nminutes = 30\n\
         speakers = [\"ada-example\"]\n\n\
         [[session]]\nid = \"clash\"\ntitle = \"At the same time\"\nstart = \"10:10\"\nminutes = 30\n\
         speakers = [\"ada-example\"]\n\n[[session]]\nid = \"lunch\"\ntitle = \"Lunch\"\n\n",
    );
    for number in 0..50 {
        speakers += &speaker(&format!("speaker-{number}"), &format!("Speaker {number}"));
        sessions +=
            &format!("[[session]]\nid = \"later-{number}\"\ntitle = \"Later {number}\"\n\n");
    }
    event.write("speakers.toml", &speakers);
    event.write("agenda.toml", &sessions);
    event.write("signups.csv", "Name,Email\nNewcomer,new@example.org\n");
    event
}
