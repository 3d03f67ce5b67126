use super::Table;
use crate::import::standing::Standing;

/// A part of a list whose heading says of those below it whether they come.
pub(super) struct Block {
    line: usize,
    words: String,
    standing: Standing,
    /// Of how many it says so.
    count: usize,
    /// Whether somebody stands below it.
    has_people: bool,
    /// The rows behind a gap that ends it: the first line, and how many they are.
    behind: Option<(usize, usize)>,
}

impl Block {
    /// Begins below a heading.
    pub(super) fn new(line: usize, words: &str, standing: Standing) -> Self {
        Self {
            line,
            words: words.trim().to_string(),
            standing,
            count: 0,
            has_people: false,
            behind: None,
        }
    }

    /// Takes the next row, which stands `apart` from the one above it if there is a gap between them. Returns what its
    /// heading says of it, if no mark of its own does.
    ///
    /// A gap below somebody ends what the heading says: nobody must lose their place because a heading far above them
    /// might be meant for them. That somebody comes does no harm.
    pub(super) fn take(&mut self, line: usize, apart: bool, is_marked: bool) -> Option<Standing> {
        let ends = apart && self.has_people && self.standing != Standing::Coming;
        if ends && self.behind.is_none() {
            self.behind = Some((line, 0));
        }
        self.has_people = true;
        if let Some((first, count)) = &mut self.behind {
            if *count == 0 {
                *first = line;
            }
            *count += usize::from(!is_marked);
            return None;
        }
        self.count += usize::from(!is_marked);
        Some(self.standing)
    }

    /// Tells of whom the heading was taken to speak, and of whom it was not.
    pub(super) fn told(&self) -> impl Iterator<Item = String> {
        let Self { line, words, .. } = self;
        let rows = match self.count {
            0 => "nobody".to_string(),
            1 => "the 1 row below it".to_string(),
            count => format!("the {count} rows below it"),
        };
        let behind = self.behind.filter(|(_, count)| *count > 0);
        let behind = behind.map(|(first, count)| {
            let (of, come) = match count {
                1 => (format!("of line {first}"), "that row comes"),
                _ => (format!("of the {count} rows from line {first} on"), "they come"),
            };
            format!(
                "a gap parts line {line} from line {first}, and nobody knows whether \"{words}\" is said {of} too: {come}, \
                 unless a heading of their own says otherwise"
            )
        });
        [format!("line {line} says \"{words}\" of {rows}")]
            .into_iter()
            .chain(behind)
    }
}

/// Says of each row how many blank lines part it from the one above it.
pub(super) fn gaps(table: &Table) -> Vec<usize> {
    let mut end = 0;
    let rows = table.rows().map(|row| {
        let gap = match end {
            0 => 0,
            end => row.line.saturating_sub(end),
        };
        end = row.line + row.lines();
        gap
    });
    rows.collect()
}

/// Returns how many blank lines stand between people everywhere, so that only more of them mean anything: two times, or
/// once beside those around the headings. Of each row, whether it is somebody.
pub(super) fn usual_gap(gaps: &[usize], people: &[bool]) -> usize {
    let pairs = (1..gaps.len()).filter(|row| people[row - 1] && people[*row]);
    let between: Vec<usize> = pairs.map(|row| gaps[row]).collect();
    let all = || gaps.iter().skip(1).all(|gap| *gap > 0);
    let is_known = between.len() > 1 || between.len() == 1 && all();
    between.into_iter().min().filter(|_| is_known).unwrap_or(0)
}
