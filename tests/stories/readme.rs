use std::fs;
use std::path::Path;

use crate::story::{Story, difference};

/// Everything that README.md shows as a console is played in the order of the page, as one story a chapter.
#[test]
fn the_readme_shows_what_one_sees() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let page = fs::read_to_string(&path).expect("the readme");
    let mut wrong = Vec::new();
    let mut new_page = page.clone();
    let mut played = 0;
    for chapter in page.split("\n## ").skip(1) {
        let shown: Vec<&str> = consoles(chapter).collect();
        let told = shown.concat();
        if told.is_empty() {
            continue;
        }
        played += 1;
        let seen = Story::read(&told).play();
        if seen != told {
            wrong.push(difference(&told, &seen));
        }
        // What is seen is written back block by block, since prose stands between them.
        let mut rest = seen.as_str();
        for block in shown {
            let commands = block.lines().filter(|line| line.starts_with("$ ")).count();
            let end = nth_command(rest, commands);
            new_page = new_page.replacen(block, &rest[..end], 1);
            rest = &rest[end..];
        }
    }
    assert!(played > 0, "the readme shows no console");
    if std::env::var_os("PLENARY_TELL").is_some() {
        fs::write(&path, new_page).expect("written");
        return;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn consoles(chapter: &str) -> impl Iterator<Item = &str> {
    chapter
        .split("```console\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
}

/// Returns where the command after the first `count` begins.
fn nth_command(text: &str, count: usize) -> usize {
    let starts = text
        .match_indices("$ ")
        .filter(|(at, _)| *at == 0 || text.as_bytes()[at - 1] == b'\n');
    starts.map(|(at, _)| at).nth(count).unwrap_or(text.len())
}
