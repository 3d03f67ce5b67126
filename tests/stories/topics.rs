use std::fs;
use std::path::Path;

use crate::installed::program;
use crate::story::Stage;

fn answer(typed: &str) -> String {
    let output = Stage::new(None).command(typed).output().expect("a shell");
    assert!(output.status.success(), "{typed}: {output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_topic_about_the_environment_names_every_variable() {
    let topic = answer("plenary help environment");
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut missing = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                // Tests have variables of their own.
                if !path.ends_with("tests") {
                    folders.push(path);
                }
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            for part in text.split("PLENARY_").skip(1) {
                let rest: String = part
                    .chars()
                    .take_while(|c| c.is_ascii_uppercase() || *c == '_')
                    .collect();
                if !rest.is_empty() && !topic.contains(&format!("PLENARY_{rest} ")) {
                    missing.push(format!("{}: PLENARY_{rest}", path.display()));
                }
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_manual_page_is_sound() {
    let stage = Stage::new(None);
    let made = stage
        .command("plenary man --out pages && ls pages")
        .output()
        .expect("a shell");
    let names = String::from_utf8(made.stdout).expect("UTF-8");
    for name in [
        "plenary.1",
        "plenary-registration-add.1",
        "plenary-undo.1",
        "plenary-exit-codes.7",
    ] {
        assert!(names.lines().any(|line| line == name), "{names}");
    }
    let checks = [
        (
            ("man", "man-db"),
            "for page in pages/*; do man --warnings -l \"$page\" 2>&1 >/dev/null; done",
        ),
        (("mandoc", "mandoc"), "mandoc -T lint -W error pages/* 2>&1"),
    ];
    for ((name, package), check) in checks {
        if program(name, package).is_none() {
            continue;
        }
        let seen = stage
            .command(check)
            .env("LC_ALL", "C.UTF-8")
            .output()
            .expect("a shell");
        assert_eq!(String::from_utf8_lossy(&seen.stdout), "", "{name}");
    }
}

/// What a shell would offer behind a line, one a line, sorted.
fn offered(shell: &str, line: &str) -> Option<Vec<String>> {
    program(shell, shell)?;
    let stage = Stage::new(Some("examples/blackburn-2024"));
    let list =
        "code,name,email\nkrt-mwxb,Ada Secret,ada@example.org\nkrt-bcdf,Bo Secret,bo@example.org\n";
    let files = [
        ("registrations.csv", list),
        ("ask.bash", BASH),
        ("ask.fish", FISH),
        ("ask.zsh", ZSH),
    ];
    for (name, text) in files {
        let made = stage
            .command(&format!("cat > {name} <<'END'\n{text}\nEND"))
            .status();
        assert!(made.is_ok_and(|made| made.success()));
    }
    let typed = format!("{shell} ask.{shell} '{line}'");
    let output = stage
        .command(&typed)
        .env("HOME", ".")
        .output()
        .expect("a shell");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!format!("{text}{}", String::from_utf8_lossy(&output.stderr)).contains("Secret"));
    let mut words: Vec<String> = text.lines().map(|line| line.trim().to_string()).collect();
    words.retain(|word| !word.is_empty());
    words.sort();
    Some(words)
}

/// Completes its argument as bash does when somebody presses the tab key.
const BASH: &str = r#"source <(plenary completions bash)
read -r -a COMP_WORDS <<< "$1"
case "$1" in *' ') COMP_WORDS+=("") ;; esac
COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE=$1; COMP_POINT=${#1}; COMP_TYPE=9
how=$(complete -p plenary); function=${how#*-F }; function=${function%% *}
"$function" plenary "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}""#;

/// The same as zsh does, which shows what it is given by a function of its own.
const ZSH: &str = r#"compdef() { completer=$1 }
_describe() { [[ $1 == -V ]] && shift 2; print -rl -- ${${(P)1}%%:*} }
source <(plenary completions zsh)
words=(${(z)1}); [[ $1 == *' ' ]] && words+=(''); CURRENT=${#words}
$completer"#;

const FISH: &str = "plenary completions fish | source\ncomplete -C \"$argv[1]\" | cut -f 1";

#[test]
fn shells_offer_codes_ids_columns_and_kinds_and_never_a_name() {
    for shell in ["bash", "fish", "zsh"] {
        for (line, expected) in [
            ("plenary registration show ", &["krt-bcdf", "krt-mwxb"][..]),
            ("plenary reg cancel krt-m", &["krt-mwxb"]),
            (
                "plenary session move closing --room ",
                &["garden", "loft", "main"],
            ),
            ("plenary mail preview conf", &["confirmation"]),
            (
                "plenary registration list --where status=w",
                &["status=waiting"],
            ),
            ("plenary help exit", &["exit-codes"]),
            ("plenary reg sho", &["show"]),
        ] {
            let Some(words) = offered(shell, line) else {
                break;
            };
            let offered: Vec<&str> = words
                .iter()
                .map(|word| word.trim_end())
                .filter(|word| !word.starts_with('-'))
                .collect();
            assert_eq!(offered, expected, "{shell}: {line}");
        }
    }
}
