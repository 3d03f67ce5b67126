use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};

/// Flags whose values say nothing about who somebody is.
const PLAIN: [&str; 12] = [
    "status", "ticket", "room", "track", "start", "end", "minutes", "date", "number", "from", "as",
    "message",
];

/// Returns what was typed as the log may keep it: the command, codes, ids and names of files as they are, and of
/// other flags only that they were there, since their values are what people are called and where they live.
pub(super) fn sentence(definition: &Command, matches: &ArgMatches) -> String {
    let mut words = Vec::new();
    let (mut definition, mut matches) = (definition, matches);
    while let Some((name, inner)) = matches.subcommand() {
        words.push(name.to_string());
        let Some(next) = definition.find_subcommand(name) else {
            break;
        };
        (definition, matches) = (next, inner);
    }
    let typed = |arg: &&Arg| {
        let id = arg.get_id().as_str();
        !arg.is_global_set()
            && matches.try_contains_id(id).unwrap_or(false)
            && matches.value_source(id) == Some(ValueSource::CommandLine)
    };
    let arguments = definition.get_arguments().filter(typed);
    let (places, flags): (Vec<&Arg>, Vec<&Arg>) = arguments.partition(|arg| arg.is_positional());
    for place in places {
        words.extend(values(matches, place).map(|value| harmless(&value)));
    }
    for flag in flags {
        let name = flag.get_long().unwrap_or(flag.get_id().as_str());
        words.push(format!("--{name}"));
        if !flag.get_action().takes_values() {
            continue;
        }
        if PLAIN.contains(&name) {
            words.extend(values(matches, flag).map(|value| harmless(&value)));
        } else {
            words.push("…".to_string());
        }
    }
    words.join(" ")
}

fn values(matches: &ArgMatches, arg: &Arg) -> impl Iterator<Item = String> {
    let raw = matches.get_raw(arg.get_id().as_str());
    raw.into_iter()
        .flatten()
        .map(|value| value.to_string_lossy().into_owned())
}

/// Returns a code, an id or the name of a file, without the folders around it; an address or a sentence as `…`.
fn harmless(value: &str) -> String {
    let name = value.rsplit('/').next().unwrap_or_default();
    let long = name.chars().count() > 60 || name.split_whitespace().count() > 3;
    if name.is_empty() || long || name.contains('@') || name.contains(char::is_control) {
        "…".to_string()
    } else {
        name.to_string()
    }
}

#[cfg(test)]
mod tests {
    use crate::commands::cli::parse;

    #[test]
    fn the_log_keeps_codes_and_files_and_not_who_somebody_is() {
        for (typed, kept) in [
            (
                "plenary -C spring reg edit krt-mwxb --name Ada --email ada@example.org --status waiting",
                "registration edit krt-mwxb --name … --email … --status waiting",
            ),
            (
                "plenary import /home/jo/signups.csv - --dry-run",
                "import signups.csv -",
            ),
            (
                "plenary session move opening --to 10:30 --force",
                "session move opening --to … --force",
            ),
            ("plenary mail test ada@example.org", "mail test …"),
            ("plenary undo", "undo"),
        ] {
            let words = typed.split(' ').map(String::from);
            let (_, sentence) = parse(words).expect(typed);
            assert_eq!(sentence, kept, "{typed}");
        }
    }
}
