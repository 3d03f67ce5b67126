//! What somebody wrote that they need or may not eat, below whatever heading: none of it gives way to another answer.

use super::branches::{asks_the_same, is_of_one};
use super::draft::Draft;
use super::heading::heading;
use super::options::{self, Tick, is_negated, parts, says_only_yes, tick};
use super::words;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::name;
use crate::import::texts;

/// The fields of needs.
const NEEDS: [Field; 2] = [Field::Access, Field::Diet];

/// What may stand beside an option in a question that asks whether somebody needs or is just that, between bars: a yes to
/// `Is your venue wheelchair accessible?` or `Can you bring a vegan dish?` says nothing of who answers.
const ASKING: &str = "user|users|a|an|the|any|are|you|do|your|i|am|m|is|need|needs|needed|require|required|requires|\
    requirement|requirements|access|accessible|dietary|diet|food|meal|meals|lunch|dinner|option|options|please|tick|if|so|\
    yes|no|y|n|use|using|want|would|like|prefer|assistance|support|interpreter|interpretation|seat|space|place|or|and|to|\
    for|at|of|this|event|conference|during|day|optional|\
    bist|sind|bin|ein|eine|einen|im|am|auf|brauchst|brauchen|brauche|benotigst|benotigen|benotige|benotigt|du|sie|ich|\
    nutzt|nutzen|angewiesen|essen|isst|ernahrst|dich|ernahren|sich|kost|mahlzeit|mittagessen|wunschst|wunschen|mochtest|\
    mochten|gerne|einer|oder|und|ja|nein|zugang|platz|dolmetscher|dolmetschung|\
    etes|vous|en|avez|besoin|d|un|une|de|du|l|le|la|utilisez|utilises|es|tu|as|suis|je|repas|mangez|regime|souhaitez|menu|\
    alimentaire|dejeuner|oui|non|ou|et|personne|s|il|plait|\
    eres|usas|usa|usuario|usuaria|necesitas|necesita|necesito|una|comida|dieta|quieres|quiere|prefieres|soy|usted|o|si|\
    persona|almuerzo|acceso|\
    czy|potrzebujesz|potrzebuje|potrzebuja|jestes|poruszasz|poruszam|sie|na|korzystasz|korzystam|z|osoba|posilek|obiad|\
    wolisz|jestem|pan|pani|wymagana|wymagany|tak|nie|lub|dostep|\
    ydych|chi|n|yn|defnyddio|angen|oes|arnoch|rydych|hoffech|bwyd|cinio|pryd|neu|dych|dw|\
    kya|aap|ko|ki|ka|zaroorat|hai|hain|chahiye|istemal|karte|khana|khane";

/// What somebody can also be, offer or look after, as the first letters of an option, between bars: `Are you an interpreter?`,
/// a steward's `Quiet room`.
const OFFERED: &str = "interpret|sign language|bsl|gebardensprach|quiet room";

/// The same in words that are an option by themselves, as nobody calls what they do, between bars.
const OPTIONS: &str = "bsl interpreter|bsl interpretation|bsl english interpreter|bsl interpreting|sign language interpreter|\
    sign language interpretation|gebardensprachdolmetscher|gebardensprachdolmetschung|access to quiet room";

/// Words by which such a thing is asked for, between bars.
const NEEDED: &str = "need|needs|needed|require|required|requires|requirement|requirements|user|users|use|using|please|\
    brauchst|brauchen|brauche|benotigst|benotigen|benotige|benotigt|nutzt|nutzen|angewiesen|besoin|utilisez|utilises|usas|\
    usa|usuario|usuaria|necesitas|necesita|necesito|potrzebujesz|potrzebuje|potrzebuja|korzystasz|korzystam|wymagana|\
    wymagany|defnyddio|angen|zaroorat|chahiye|istemal";

/// Words by which it is asked for unless they go before what somebody does, between bars: `Would you like to interpret?`
const WISHED: &str =
    "want|like|prefer|wunschst|wunschen|mochtest|mochten|souhaitez|quieres|quiere|hoffech|wolisz";

/// How a question begins that is answered with yes or no, between bars.
const HAVING: &str = "do you have any|do you have|have you got any|have you got|have you any|hast du|haben sie|habt ihr|\
    avez vous des|avez vous une|avez vous un|avez vous|as tu des|as tu|tienes alguna|tienes algun|tienes|tiene alguna|\
    tiene|czy masz jakies|czy masz|czy ma pan|oes gennych chi|oes gennych|oes gen ti|kya aapko";

/// What somebody has who says yes, between bars.
const ALLERGIES: &str =
    "allergies|allergy|allergien|allergie|alergias|alergia|alergie|alergeddau|alergedd";

/// What may stand beside that, between bars.
const OF_FOOD: &str = "food|any|known|severe|and|or|intolerances|intolerance|und|oder|unvertraglichkeiten|alimentaires|\
    alimentaire|et|ou|alimentarias|alimentaria|e|pokarmowe|pokarmowa|lub|i|nietolerancje|bwyd|neu";

/// Gives the diet to the column that asks for it where a meal that somebody takes part in, or does not, was taken for it:
/// `Meals [Lunch]` is eaten by whoever has an allergy too.
pub(super) fn prefer(draft: &mut Draft<'_>) {
    let [meal] = *draft.of(Field::Diet) else {
        return;
    };
    let is_free = !draft.wished.contains(&Field::Diet) && !draft.certain.contains(&meal);
    let is_a_meal = |at: usize| words::is_a_meal(&draft.headings[at]);
    if draft.headings.is_empty() || !is_free || !is_a_meal(meal) || !is_only_ticked(draft, meal) {
        return;
    }
    let asks = |at: &usize| {
        !is_a_meal(*at)
            && draft.contents[*at].filled > 0
            && asks_the_same(draft, meal, *at, Field::Diet)
            && !is_only_ticked(draft, *at)
    };
    let other = again(draft, Field::Diet).into_iter().find(asks);
    if let Some(other) = other {
        draft.set(Field::Diet, vec![other]);
        draft.again.push((Field::Diet, meal));
    }
}

/// Tells whether a column holds nothing but yes, no, and the option in its own heading.
fn is_only_ticked(draft: &Draft<'_>, column: usize) -> bool {
    says_only_yes(draft, column) || tick(draft, column).is_some()
}

/// Returns the columns that would be read for a field if no other one were, in the order of the file.
fn again(draft: &Draft<'_>, field: Field) -> Vec<usize> {
    let all = draft.again.iter().filter(|(of, _)| *of == field);
    let all = all.map(|(_, at)| *at);
    let is_open = |at: &usize| {
        !draft.is_used(*at) && !draft.certain.contains(at) && draft.contents[*at].filled > 0
    };
    let mut columns: Vec<usize> = all.filter(is_open).collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// Takes what is ticked beside what is written: `Wheelchair user?` with a yes is a need like any below `Access needs`. Notes
/// what is not understood so far and stays in a column of its own.
pub(super) fn gather(draft: &mut Draft<'_>) {
    for field in NEEDS {
        let Some(first) = draft.of(field).first().copied() else {
            continue;
        };
        let is_said = draft.wished.contains(&field) || draft.certain.contains(&first);
        if draft.headings.is_empty() || is_said {
            continue;
        }
        let plain = (0..draft.headings.len()).filter(|at| is_plain(draft, *at, field));
        let plain: Vec<(Field, usize)> = plain.map(|at| (field, at)).collect();
        draft.again.extend(plain);
        let known = |at: &usize| draft.ticks.iter().any(|tick| tick.column == *at);
        let found = draft.of(field).iter().filter(|at| !known(at));
        // What was taken as the same question in other words may be a box to tick, below which a yes says its option.
        let ticked = |at: usize| {
            let named = |tick: &Tick| names_need(draft, at, tick.option(), field);
            let tick = tick(draft, at).filter(named);
            tick.or_else(|| options::opposite(draft, at))
                .filter(|_| at != first && says_only_yes(draft, at))
        };
        let found = found.filter_map(|at| asked(draft, *at, field).or_else(|| ticked(*at)));
        let asked: Vec<Tick> = found.collect();
        draft.ticks.extend(asked);
        let is_same = |at: &usize| {
            asks_the_same(draft, first, *at, field)
                // Who needs an interpreter does not ask for one on behalf of the interpreter.
                || is_plain(draft, *at, field) && is_of_one(draft, first, *at, field)
        };
        let open: Vec<usize> = again(draft, field).into_iter().filter(is_same).collect();
        for at in open {
            match read(draft, at, field) {
                Some(tick) => {
                    draft.columns[field as usize].push(at);
                    draft.ticks.extend(tick);
                }
                None => tell(draft, field, at),
            }
        }
    }
}

/// Returns how a column of answers that are only yes or no is read for a field, none if it is not.
fn read(draft: &Draft<'_>, column: usize, field: Field) -> Option<Option<Tick>> {
    let heading = draft.headings[column].as_str();
    if words::is_a_meal(heading) {
        return None;
    }
    if !is_only_ticked(draft, column) {
        return asked(draft, column, field).map(Some);
    }
    let tick = tick(draft, column).filter(|tick| names_need(draft, column, tick.option(), field));
    if tick.is_some() {
        return Some(tick);
    }
    // Who is no vegetarian has written what they need in another column, but who eats no gluten says so here.
    let is_whole = |tick: &Tick| options::named(tick.option(), field) == Some(tick.option());
    if let Some(tick) = options::opposite(draft, column).filter(is_whole) {
        return Some(Some(tick));
    }
    let asked = HAVING.split('|');
    let mut asked = asked.filter_map(|start| heading.strip_prefix(start)?.strip_prefix(' '));
    let asked = asked.next().unwrap_or(heading);
    // A yes to that says more than one to the whole question.
    let (allergies, others): (Vec<&str>, Vec<&str>) = asked
        .split(' ')
        .partition(|word| words::is_any(word, ALLERGIES));
    let mut others = others.into_iter();
    let are_all = !allergies.is_empty() && others.all(|word| words::is_any(word, OF_FOOD));
    if are_all {
        return Some(Some(Tick::of(column, allergies[0])));
    }
    words::asks_only(asked, field).then_some(None)
}

/// Tells whether a heading asks for nothing but whether somebody needs what it names, in words that no field has for itself:
/// `Rollstuhlfahrer?`
fn is_plain(draft: &Draft<'_>, column: usize, field: Field) -> bool {
    let label = draft.table.header.get(column).map_or("", String::as_str);
    options::named(label, field).is_some_and(|option| names_need(draft, column, option, field))
        && !words::is_beside(&draft.headings[column], field)
        && (is_only_ticked(draft, column) || asked(draft, column, field).is_some())
}

/// Returns what a yes says in a column in which others have written something else: `Wheelchair user?` is answered with
/// `sometimes`, which takes from nobody what they have ticked. Whoever is asked to write what they need has no tick there.
fn asked(draft: &Draft<'_>, column: usize, field: Field) -> Option<Tick> {
    const WRITTEN: &str = "requirement|requirements|needs|or|and|oder|und|ou|et|o|lub|neu";
    let label = draft.table.header.get(column)?;
    let asks_more = words::holds_any(&draft.headings[column], WRITTEN)
        || words::is_a_meal(&draft.headings[column])
        || parts(label).is_some();
    let option = options::named(label, field).filter(|_| !asks_more)?;
    // An option that is read from both fields is called so in either.
    let option = options::offered(label).unwrap_or(option);
    let mut cells = draft.rows().map(|row| row.cell(column));
    let is_yes = |cell: &str| consent::bare(cell) == Consent::Yes;
    let is_asked = names_need(draft, column, option, field)
        && !says_only_yes(draft, column)
        && cells.any(is_yes);
    is_asked.then(|| Tick::asked(column, option))
}

/// Tells whether a heading asks for nothing but whether somebody needs an option, or names it behind a question for needs.
fn names_need(draft: &Draft<'_>, column: usize, option: &str, field: Field) -> bool {
    let label = draft.table.header.get(column);
    let parts = label.and_then(|label| parts(label));
    let option = heading(option);
    // What stands in round brackets may say how to answer.
    let is_option = |part: &str| {
        let in_brackets = label.is_some_and(|label| label.trim_end().ends_with(')'));
        !in_brackets || options::named(part, field).is_some()
    };
    let is_part = |(stem, part): (&str, &str)| {
        let asks = words::best(&heading(stem)).is_some_and(|(best, _)| best == field);
        asks && heading(part) == option && is_option(part)
    };
    let mut asked = draft.headings[column].split(' ');
    let said = draft.headings[column].as_str();
    let is_offer = || {
        let mut offered = OFFERED.split('|');
        offered.any(|start| option.starts_with(start))
            // `BSL` alone is a word for the question itself.
            && !words::asks_only(said, field)
            && !words::is_any(said, OPTIONS)
            && !is_among_options(draft, column, field)
            && !words::holds_any(said, NEEDED)
            && (!words::holds_any(said, WISHED) || words::holds(said, "to"))
    };
    parts.is_some_and(is_part)
        || asked.all(|word| words::is_any(word, ASKING) || words::holds(&option, word))
            && !label.is_some_and(|label| is_negated(label, &option))
            && !is_offer()
}

/// Tells whether what stands right before a column or behind it is an option that nobody offers: `Wheelchair access`.
fn is_among_options(draft: &Draft<'_>, column: usize, field: Field) -> bool {
    let is_option = |at: usize| {
        let label = draft.table.header.get(at)?;
        let option = heading(options::named(label, field)?);
        let mut offered = OFFERED.split('|');
        Some(!offered.any(|start| option.starts_with(start)) && is_only_ticked(draft, at))
    };
    let before = column.checked_sub(1).and_then(is_option);
    before == Some(true) || is_option(column + 1) == Some(true)
}

/// Notes that a column which seems to ask for a need is not read for it. A dish is none, unless it says what somebody eats.
fn tell(draft: &mut Draft<'_>, field: Field, column: usize) {
    let is_a_meal = words::is_a_meal(&draft.headings[column]);
    let says = |cell: &str| {
        let is_said = !name::is_mark(cell) && consent::bare(cell) != Consent::No;
        is_said && (!is_a_meal || options::named(cell, field).is_some())
    };
    let rows = draft.rows().map(|row| row.cell(column));
    let rows = match rows.filter(|cell| !cell.is_empty() && says(cell)).count() {
        0 => return,
        count => texts::rows(count),
    };
    let label = draft.table.header[column].trim();
    let field = field.word();
    draft.notes.push(format!(
        "\"{label}\" says something in {rows} that is not read for {field} and stays in a column of its own"
    ));
}
