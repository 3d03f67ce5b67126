use super::draft::Draft;
use super::heading::heading;
use super::words;
use super::words::days::is_weekday;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::word_list::{WordList, list};
use crate::model::order_by_key;

/// What people tick under questions about food. The first letters of a word are enough.
const EATEN: WordList = list![
    "gluten free",
    "gluten-free",
    "dairy free",
    "dairy-free",
    "lactose free",
    "nut free",
    "vegetarian",
    "veggie",
    "vegan",
    "vegetarisch",
    "végétari",
    "vegetari",
    "wegetaria",
    "wegańsk",
    "végan",
    "llysieuol",
    "fegan",
    "halal",
    "kosher",
    "nut allerg",
    "peanut allerg",
    "dairy allerg",
    "shellfish",
    "coeliac",
    "celiac",
    "lactose intoleran",
    "no pork",
    "koscher",
    "casher",
    "glutenfrei",
    "sans gluten",
    "sin gluten",
    "bezgluten",
    "laktosefrei",
    "pescatarian",
];

/// What they tick under questions about access, in the same way.
const NEEDED: WordList = list![
    "wheelchair",
    "rollstuhl",
    "fauteuil roulant",
    "silla de ruedas",
    "wózek",
    "wózk",
    "cadair olwyn",
    "hearing loop",
    "induction loop",
    "sign language",
    "bsl",
    "gebärdensprach",
    "step-free",
    "step free",
    "large print",
    "quiet room",
    "interpret",
];

/// A column of answers that are only yes or no, or the one option that stands in its heading, or how much of it.
#[derive(Clone, Debug)]
pub(in crate::import) struct Tick {
    pub(in crate::import) column: usize,
    /// What a yes says, and what any other answer says more about.
    option: String,
    /// What others have written beside it may be an option too.
    pub(super) is_asked: bool,
}

impl Tick {
    pub(super) fn of(column: usize, option: &str) -> Self {
        Self {
            column,
            option: option.to_string(),
            is_asked: false,
        }
    }

    /// A column that asks for an option and in which something else has been written too.
    pub(super) fn asked(column: usize, option: &str) -> Self {
        Self {
            is_asked: true,
            ..Self::of(column, option)
        }
    }

    pub(super) fn option(&self) -> &str {
        &self.option
    }
}

/// What an option is called that is none, but asks for one: whatever stands below it says it all.
const OTHERS: WordList = list![
    "other",
    "others",
    "else",
    "andere",
    "anderes",
    "sonstige",
    "sonstiges",
    "autre",
    "autres",
    "otro",
    "otra",
    "otros",
    "inne",
    "inny",
    "arall",
    "aur",
    "open ended response",
    "response",
    "comment",
    "comments",
    "details",
    "specify",
    "lunch",
    "dinner",
    "breakfast",
    "morning",
    "afternoon",
    "evening",
    "day",
];

/// Takes together the columns of a question of several options, each with a column of its own.
pub(super) fn settle(draft: &mut Draft<'_>) {
    for field in [Field::Access, Field::Diet] {
        let [column] = *draft.of(field) else {
            continue;
        };
        if draft.headings.is_empty() || draft.wished.contains(&field) {
            continue;
        }
        let labels = &draft.table.header;
        let free = |at: &usize| !draft.is_used(*at) && !draft.certain.contains(at);
        let stem = labels.get(column).and_then(|label| parts(label));
        let offers = tick(draft, column).is_some();
        // Who eats at all is no diet where others say what.
        if !offers && draft.contents[column].filled > 0 && says_only_yes(draft, column) {
            let asks = |at: &usize| {
                let scores = words::scores(&draft.headings[*at]);
                scores.iter().any(|(best, _)| *best == field)
            };
            let others = (0..labels.len()).filter(|at| *at != column && free(at) && asks(at));
            let others: Vec<usize> = others.filter(|at| tick(draft, *at).is_some()).collect();
            if others.len() > 1 {
                draft.ticks.extend(
                    others
                        .iter()
                        .filter_map(|at| tick(draft, *at))
                        .collect::<Vec<_>>(),
                );
                draft.set(field, others);
                continue;
            }
        }
        let asks = |words: &str| words::best(words).is_some_and(|(best, _)| best == field);
        // `Your details: Diet` has nothing to do with `Your details: T-shirt`.
        let stem = stem.filter(|(question, _)| asks(&heading(question)));
        let belongs = |at: &usize| match (stem, parts(&labels[*at])) {
            (Some((one, _)), Some((other, _))) if heading(one) == heading(other) => true,
            _ => offers && asks(&draft.headings[*at]) && tick(draft, *at).is_some(),
        };
        let columns = (0..labels.len()).filter(|at| *at == column || free(at) && belongs(at));
        let mut columns: Vec<usize> = columns.collect();
        // Answers have one order, whatever that of their columns is; options keep that by which they are remembered.
        if !offers {
            order_by_key(&mut columns, |at| labels[*at].trim());
        }
        draft.set(field, columns);
        let columns = draft.of(field);
        let several = |question: &str| {
            let of_it = |at: &&usize| parts(&labels[**at]).is_some_and(|(one, _)| one == question);
            columns.iter().filter(of_it).count() > 1
        };
        // `Dietary needs [Nuts]` with `severe` below it says how much of an option.
        let graded = |column: usize| {
            let (question, option) = parts(&labels[column])?;
            let plain = heading(option);
            let is_other = |word: &str| {
                OTHERS.contains(word) || is_weekday(word) || word.parse::<u32>().is_ok()
            };
            let is_other = plain.split(' ').any(is_other) || OTHERS.contains(plain.as_str());
            (several(question) && !is_other).then(|| Tick::of(column, option))
        };
        let ticks = columns.iter().filter_map(|at| {
            tick(draft, *at)
                .or_else(|| graded(*at))
                .or_else(|| opposite(draft, *at))
        });
        let ticks: Vec<Tick> = ticks.collect();
        draft.ticks.extend(ticks);
    }
}

/// Returns the question and the option of a heading that has both: `Diet – Vegan`, `Diet: Vegan`, `Diet (Vegan)`.
pub(super) fn parts(label: &str) -> Option<(&str, &str)> {
    let label = label.trim_matches(|c: char| c.is_whitespace() || c == '*');
    let label = without_aside(label);
    let (stem, option) = match label.strip_suffix([')', ']']) {
        Some(open) => open.rsplit_once(['(', '['])?,
        None => [" – ", " - ", " — ", ": "]
            .iter()
            .find_map(|gap| label.rsplit_once(gap))?,
    };
    let mark = |c: char| c.is_whitespace() || c == '*';
    let (stem, option) = (stem.trim_matches(mark), option.trim_matches(mark));
    (!stem.is_empty() && !option.is_empty()).then_some((stem, option))
}

/// Takes off a heading what only says how to fill it in: `Diet: Other (please specify)`.
fn without_aside(label: &str) -> &str {
    const ASIDES: [&str; 6] = [
        "please specify",
        "specify",
        "bitte angeben",
        "veuillez preciser",
        "especifique",
        "prosze podac",
    ];
    let open = label
        .strip_suffix(')')
        .and_then(|open| open.rsplit_once('('));
    match open {
        Some((before, aside)) if ASIDES.contains(&heading(aside).as_str()) => before.trim_end(),
        _ => label,
    }
}

/// Tells whether a column says yes and no and nothing else.
pub(super) fn says_only_yes(draft: &Draft<'_>, column: usize) -> bool {
    let mut rows = draft.rows();
    rows.all(|row| {
        let cell = row.cell(column);
        cell.is_empty() || consent::bare(cell) != Consent::Unclear
    })
}

/// Returns what a column of nothing but yes and no, or of nothing but its own option, asks for.
pub(super) fn tick(draft: &Draft<'_>, column: usize) -> Option<Tick> {
    let label = draft.table.header.get(column)?;
    let part = parts(label).map(|(_, option)| option);
    let option = part.map(heading);
    let rows = draft.rows();
    let mut some = false;
    for cell in rows.map(|row| row.cell(column)) {
        let ticked = option
            .as_ref()
            .is_some_and(|option| heading(cell) == *option);
        if !cell.is_empty() && !ticked && consent::bare(cell) == Consent::Unclear {
            return None;
        }
        some |= !cell.is_empty();
    }
    let against = [
        "not", "no", "nicht", "kein", "keine", "pas", "sans", "nie", "without",
    ];
    let negative = heading(label)
        .split(' ')
        .any(|word| against.contains(&word));
    let offered = offered(label).filter(|option| !negative && !is_negated(label, option));
    let option = offered_option(part, offered).filter(|_| some)?;
    Some(Tick::of(column, option))
}

/// Tells whether an option is asked for by its opposite: `Non-vegetarian`. Behind a yes, `non` is how to answer.
pub(super) fn is_negated(label: &str, option: &str) -> bool {
    let (label, option) = (heading(label), heading(option));
    let mut before = label.match_indices(&option).map(|(at, _)| &label[..at]);
    before.any(|before| {
        let mut words = before.trim_end().rsplit(' ');
        words.next() == Some("non")
            && !words
                .next()
                .is_some_and(|word| ["oui", "o", "ou"].contains(&word))
    })
}

/// What an option may begin with that is the opposite of another one, between bars.
const OPPOSITE: &str = "non|not|no|nicht|kein|keine|pas|nie|sin|sans|dim|ddim";

/// Returns what a column of nothing but yes and no says of an option that is named by its opposite, or by what it is
/// without: a yes to `Non-vegetarian` or `Sans gluten` is that, and no yes to `Diet`.
pub(super) fn opposite(draft: &Draft<'_>, column: usize) -> Option<Tick> {
    let label = draft.table.header.get(column)?;
    let label = label.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '?' | ':'));
    let option = heading(named(label, Field::Diet)?);
    let whole = heading(label);
    let (first, rest) = whole.split_once(' ')?;
    let is_one = words::is_any(first, OPPOSITE) && (rest == option || whole == option);
    (is_one && says_only_yes(draft, column)).then(|| Tick::of(column, label))
}

/// The option is the part of the heading that names it, unless that is an aside: `Vegan lunch (yes/no)`.
fn offered_option<'l>(part: Option<&'l str>, offered: Option<&'l str>) -> Option<&'l str> {
    let aside = |part: &&str| {
        let part = heading(part);
        let plain = [
            "yes no", "y n", "optional", "if any", "ja nein", "oui non", "tick", "required",
        ];
        plain.contains(&part.as_str())
    };
    part.filter(|part| !aside(part)).or(offered)
}

/// Returns what a heading offers, from the first word of such a thing to the last.
pub(super) fn offered(label: &str) -> Option<&str> {
    among(label, EATEN.iter().chain(NEEDED))
}

/// Returns which option of one field a text names, as [`offered`] does of both.
pub(super) fn named(text: &str, field: Field) -> Option<&str> {
    let options = match field {
        Field::Access => NEEDED,
        _ => EATEN,
    };
    among(text, options.iter())
}

fn among(label: &str, options: impl Iterator<Item = &'static str>) -> Option<&str> {
    let lower = label.to_lowercase();
    if lower.len() != label.len() {
        return None;
    }
    let found = options.filter_map(|word| {
        let at = lower.find(word)?;
        let starts = !lower[..at].ends_with(char::is_alphanumeric);
        starts.then_some((at, at + word.len()))
    });
    let (from, to) = found.reduce(|(from, to), (at, end)| (from.min(at), to.max(end)))?;
    let rest = &label[to..];
    let word = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    label.get(from..to + word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_offers_what_it_names() {
        for (label, option) in [
            ("Vegetarian lunch?", Some("Vegetarian")),
            (
                "Would you like a vegetarian / vegan lunch?",
                Some("vegetarian / vegan"),
            ),
            ("Wünschst du vegetarisches Essen?", Some("vegetarisches")),
            ("Gluten free?", Some("Gluten free")),
            ("Any dietary requirements?", None),
        ] {
            assert_eq!(offered(label), option, "{label}");
        }
    }

    #[test]
    fn a_heading_of_two_parts_asks_and_offers() {
        for (label, both) in [
            ("Diet – Vegan", Some(("Diet", "Vegan"))),
            ("Diet [Vegan]", Some(("Diet", "Vegan"))),
            (
                "Dietary needs (Gluten free)",
                Some(("Dietary needs", "Gluten free")),
            ),
            ("Diet", None),
        ] {
            assert_eq!(parts(label), both, "{label}");
        }
    }
}
