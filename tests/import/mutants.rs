use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::{Duration, Instant};

use crate::damage;
use crate::desk::Desk;
use crate::shapes::SHAPES;

/// How many mutants are tried where nobody asks for more.
const MUTANTS: usize = 120;

/// What is put into files where it hurts.
const TOKENS: &[&[u8]] = &[
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\t",
    b"|",
    b"\n",
    b"\r",
    b"\r\n",
    b"\0",
    b"@",
    b"'",
    b"=\"",
    b"sep=;\n",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xc2\xa0",
    b"\xe2\x80\x8b",
    b"\xe9",
    b"\x8e",
    b"jo@example.org",
    b"Name,Email\n",
    b"declined",
    b"2024/03/01 7:31:01 AM GMT",
    b",,,,,,,,",
    b"\"x\"y",
    b"\nTotal,3\n",
];

/// Draws numbers; the same from the same seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit.max(1) as u64) as usize
    }

    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length);
        start..(start + 1 + self.below(40)).min(length)
    }
}

fn mutate(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    let range = chance.range(bytes.len());
    match chance.below(7) {
        0 => drop(bytes.splice(at..at, TOKENS[chance.below(TOKENS.len())].iter().copied())),
        1 => drop(bytes.drain(range)),
        2 => {
            let copy = bytes[range].to_vec();
            drop(bytes.splice(at..at, copy));
        }
        3 if !range.is_empty() => bytes[range.start] = chance.below(256) as u8,
        4 => {
            let one = bytes[range].first().copied().unwrap_or(b',');
            let many = vec![one; chance.below(300)];
            drop(bytes.splice(at..at, many));
        }
        5 => bytes.retain(|byte| *byte != b'"' || chance.below(9) > 0),
        _ => bytes.truncate(at.max(bytes.len() / 2)),
    }
}

/// `PLENARY_FUZZ_SECONDS=3600 cargo test --release --test import mutant` goes on for an hour, elsewhere every time.
#[test]
fn no_mutant_of_a_sign_up_file_loses_count_or_changes_anybody_the_second_time() {
    let asked = std::env::var("PLENARY_FUZZ_SECONDS").ok();
    let seconds = asked.and_then(|seconds| seconds.parse().ok());
    let until = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let seed = match until {
        Some(_) => RandomState::new().build_hasher().finish(),
        None => 3,
    };
    let mut chance = Chance(seed);
    let damages = damage::all();
    let mut count = 0;
    while until.map_or(count < MUTANTS, |until| Instant::now() < until) {
        count += 1;
        let mut sheet = SHAPES[chance.below(SHAPES.len())].sheet();
        sheet.rows.truncate(1 + chance.below(8));
        let mut bytes = damages[chance.below(damages.len())].write(&sheet);
        for _ in 0..=chance.below(6) {
            mutate(&mut bytes, &mut chance);
        }
        let started = Instant::now();
        let changed = std::panic::catch_unwind(|| {
            let mut desk = Desk::new();
            desk.import("first.csv", &bytes);
            let before = desk.everything();
            desk.import("again.csv", &bytes);
            desk.everything() != before
        });
        let quick = started.elapsed() < Duration::from_secs(30);
        assert!(
            matches!(changed, Ok(false)) && quick,
            "seed {seed}: {}",
            bytes.escape_ascii()
        );
    }
    if until.is_some() {
        assert!(count > 0, "some were tried");
    }
}
