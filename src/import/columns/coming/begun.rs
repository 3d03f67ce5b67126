//! Columns that say that a form was begun and not sent: `Is draft`, `Finished`, `Entry status`. Whoever has begun one has not
//! signed up yet, so they are pending. Many of these words mean something else in a list that no form has written, and are
//! only told there.

use super::super::content;
use super::super::draft::Draft;
use super::super::heading::{heading, question};
use super::super::words::is_any;
use super::unread;
use crate::import::consent::{self, Consent};
use crate::import::field::Field;
use crate::import::texts;

/// How such a column says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// A yes says that it was only begun.
    Draft,
    /// A no says so.
    Sent,
    /// A word of a state says so.
    State,
    /// Less than a hundred per cent says so.
    Progress,
}

/// A column that says which forms were begun and not sent.
#[derive(Debug)]
pub(in crate::import) struct Begun {
    pub(in crate::import) column: usize,
    shape: Shape,
}

impl Begun {
    /// Tells whether a cell says that a form was begun and not sent.
    pub(in crate::import) fn is_said(&self, cell: &str) -> bool {
        is_begun(self.shape, cell)
    }

    /// Tells whether it is a state, which may also say that somebody has cancelled.
    pub(in crate::import) fn is_state(&self) -> bool {
        self.shape == Shape::State
    }
}

/// Headings that only forms write above a yes to whether it is a draft, between bars.
const SURELY_DRAFT: &str = "is draft|in draft|is a draft|saved as draft|is partial|partial entry|partial submission|partial response|\
    ist entwurf|als entwurf gespeichert|est un brouillon|en brouillon|es borrador|en borrador|jest szkicem|yn ddrafft";

/// As [`SURELY_DRAFT`], of what may be a draft of a paper, and what is in part or incomplete otherwise, between bars.
const DRAFT: &str = "draft|drafts|partial|incomplete|unfinished|abandoned|not submitted|not sent|\
    entwurf|unvollstandig|nicht abgeschickt|brouillon|incomplet|incomplete|partiel|non envoye|\
    borrador|incompleto|parcial|no enviado|szkic|wersja robocza|niekompletne|niewyslane|drafft|anghyflawn|namukammal";

/// Headings above a no to whether it was sent, which may be about a course or a task, between bars.
const SENT: &str = "finished|is finished|complete|completed|is complete|is completed|submitted|is submitted|form complete|\
    form completed|form submitted|form finished|survey complete|survey completed|survey finished|entry complete|\
    submission complete|response complete|\
    abgeschlossen|abgeschickt|beendet|vollstandig|termine|terminee|complet|soumis|\
    terminado|finalizado|completo|completado|zakonczone|ukonczone|kompletne|\
    wedi gorffen|wedi cwblhau|wedi i gyflwyno|mukammal";

/// Headings of the state of what was sent through a form, between bars.
const STATE: &str = "entry status|entry state|submission status|submission state|response status|response state|response type|\
    formularstatus|antwortstatus|einsendestatus|statut de la soumission|statut du formulaire|etat de la soumission|\
    estado del envio|estado del formulario|status formularza|stan formularza|statws y ffurflen|statws cyflwyno";

/// As [`STATE`], where a course or a task may have one, between bars.
const STATE_OF_ANY: &str =
    "status|state|form status|form state|survey status|completion status|completion state";

/// What such a state is called of a form that was begun and not sent, between bars.
const BEGUN: &str = "draft|in draft|partial|partially complete|partially completed|incomplete|in progress|started|unfinished|\
    not finished|not complete|not completed|not submitted|unsubmitted|abandoned|saved|begun|\
    entwurf|unvollstandig|in bearbeitung|begonnen|abgebrochen|nicht abgeschickt|nicht abgeschlossen|\
    brouillon|incomplet|incomplete|partiel|partielle|en cours|commence|non envoye|abandonne|\
    borrador|incompleto|incompleta|parcial|en curso|en progreso|iniciado|no enviado|abandonado|\
    szkic|wersja robocza|niekompletne|niedokonczone|w toku|w trakcie|rozpoczete|niewyslane|porzucone|\
    drafft|anghyflawn|ar y gweill|namukammal|adhura";

/// What it is called of one that was sent, between bars.
const DONE: &str = "submitted|finished|complete|completed|full|sent|done|final|received|read|unread|\
    abgeschickt|abgeschlossen|vollstandig|gesendet|beendet|envoye|envoyee|soumis|soumise|complet|complete|termine|terminee|\
    enviado|enviada|completo|completa|completado|terminado|finalizado|wyslane|zakonczone|kompletne|ukonczone|\
    wedi i gyflwyno|wedi gorffen|cyflawn|mukammal";

/// How much of a form is filled in, between bars.
const PROGRESS: &str = "progress|fortschritt|progression|progreso|postep|cynnydd";

/// Headings that only forms write, between bars: they tell a draft of theirs from one of anything else.
const OF_FORM: &str = "submission id|submission uuid|submission uri|submission ip|submission token|submission started|\
    submission time|submission date|response id|responseid|respondent id|response started|entry id|entry ip|entry url|\
    form id|form name|form url|survey id|collector id|network id|recorded date|recordeddate|duration in seconds|\
    ip address|ipaddress|remote ip address|ip|user ip|user agent|userlanguage|user language|distributionchannel|\
    distribution channel|current page|current step|last page|lastpage|time started|date started|submitted time|\
    completed time|modified time|submission status|entry status|form status|\
    adresse ip|ip adresse|ip addresse|antwort id|id de la reponse|id de reponse|derniere page|page courante|\
    direccion ip|id de respuesta|id de envio|ultima pagina|adres ip|id odpowiedzi|ostatnia strona|cyfeiriad ip";

/// A form writes these among the first columns; to compare thousands with all words takes long.
const MOST_COLUMNS: usize = 500;

/// So many words of those who have only begun are named.
const NAMED: usize = 3;

/// Finds the columns of forms that were begun and not sent, and notes how many rows these are. Where it is not known that a
/// form has written them, somebody is only told.
pub(in crate::import::columns) fn find(draft: &mut Draft<'_>) {
    let columns = 0..draft.headings.len().min(MOST_COLUMNS);
    let is_of_form = draft
        .headings
        .iter()
        .take(MOST_COLUMNS)
        .any(|heading| is_any(heading, OF_FORM));
    for column in columns {
        let is_wished =
            draft.wished.contains(&Field::Status) && draft.of(Field::Status).contains(&column);
        // Products know their own words, and who has said what tells who comes knows best.
        let is_known = draft.certain.contains(&column) || draft.wished.contains(&Field::Status);
        if draft.contents[column].filled == 0 || is_known && !is_wished {
            continue;
        }
        let Some((shape, is_sure)) = shape(draft, column, is_of_form) else {
            continue;
        };
        let begun = Begun { column, shape };
        if !draft.any(column, |cell| is_begun(shape, cell)) {
            // Who has begun in an earlier export has sent it since.
            if is_sure && shape == Shape::Draft {
                draft.begun.push(begun);
            }
            continue;
        }
        // Of a paper all may be drafts, and nobody may have finished a course.
        let some_are_sent = || draft.rows().any(|row| !begun.is_said(row.cell(column)));
        if is_sure || is_wished || is_of_form && !stands_behind(draft, &begun) && some_are_sent() {
            note(draft, &begun);
            draft.begun.push(begun);
        } else {
            tell(draft, &begun);
        }
        draft.half_understood.push(column);
    }
}

/// Tells whether a column of what was done stands behind all of who it is, where whoever keeps the list writes what they have
/// done with a row. A form writes before the answers whether they were sent.
fn stands_behind(draft: &Draft<'_>, begun: &Begun) -> bool {
    let who = [Field::Email, Field::Name, Field::First, Field::Last];
    let mut columns = who.iter().flat_map(|field| draft.of(*field));
    begun.shape == Shape::Sent && columns.all(|at| *at < begun.column)
}

/// Returns how a column says whether a form was sent, and whether it can mean nothing else.
fn shape(draft: &Draft<'_>, column: usize, is_of_form: bool) -> Option<(Shape, bool)> {
    let heading = question(&draft.headings[column]);
    let is_free = || {
        let is_state = draft.of(Field::Status).contains(&column);
        is_state || !draft.is_used(column)
    };
    let answers = |shape| draft.mostly(column, 1.0, |cell| is_answer(shape, cell));
    let (shape, is_sure) = match heading.as_str() {
        text if is_any(text, SURELY_DRAFT) => (Shape::Draft, true),
        text if is_any(text, DRAFT) => (Shape::Draft, false),
        text if is_any(text, SENT) => (Shape::Sent, false),
        text if is_any(text, STATE) => (Shape::State, true),
        text if is_of_form && is_any(text, STATE_OF_ANY) => (Shape::State, true),
        text if is_of_form && is_any(text, PROGRESS) => (Shape::Progress, false),
        _ => return None,
    };
    (is_free() && answers(shape)).then_some((shape, is_sure))
}

/// Tells whether a cell can stand in such a column. A link to a draft, or the day on which something was finished, is about
/// something else.
fn is_answer(shape: Shape, cell: &str) -> bool {
    let is_word = |words: &str| is_any(&heading(cell), words);
    let is_number = || cell.parse::<u8>().is_ok();
    match shape {
        Shape::Draft | Shape::Sent => {
            consent::bare(cell) != Consent::Unclear || is_number() || is_word(BEGUN)
        }
        Shape::State => is_word(BEGUN) || is_word(DONE) || content::is_standing(cell),
        Shape::Progress => percent(cell).is_some(),
    }
}

fn is_begun(shape: Shape, cell: &str) -> bool {
    let is_word = || is_any(&heading(cell), BEGUN);
    let said = || match cell.parse::<u8>() {
        // A form may count what became of a draft.
        Ok(number) => Some(number > 0),
        Err(_) => match consent::bare(cell) {
            Consent::Yes => Some(true),
            Consent::No => Some(false),
            Consent::Unclear => None,
        },
    };
    match shape {
        _ if cell.is_empty() => false,
        Shape::Draft => said().unwrap_or_else(is_word),
        Shape::Sent => said() == Some(false) || is_word(),
        Shape::State => is_word(),
        Shape::Progress => percent(cell).is_some_and(|part| part < 100),
    }
}

/// Returns how much of a hundred a cell says, without what follows a point.
fn percent(cell: &str) -> Option<u8> {
    let number = cell.trim_end_matches('%').trim_end();
    let number = number.split('.').next()?.parse().ok()?;
    (number <= 100).then_some(number)
}

/// Notes how many rows are pending by what a column says.
fn note(draft: &mut Draft<'_>, begun: &Begun) {
    let Some((label, count, words)) = said(draft, begun) else {
        return;
    };
    let rows = match count {
        1 => "1 row was begun and not sent".to_string(),
        count => format!("{count} rows were begun and not sent"),
    };
    draft
        .notes
        .push(format!("{rows}, where \"{label}\" says {words}: pending"));
}

/// Notes in how many rows a column may say that a form was begun and not sent.
fn tell(draft: &mut Draft<'_>, begun: &Begun) {
    let Some((label, count, words)) = said(draft, begun) else {
        return;
    };
    let rows = texts::rows(count);
    draft.notes.push(format!(
        "\"{label}\" says {words} in {rows}, which was not read and takes nobody's place away; if it says that a form was begun and not sent, say --map status=\"{label}\""
    ));
}

/// Returns the label of a column, how many rows it says to be begun of which nothing else says that they are or that nobody
/// comes, and in which words.
fn said(draft: &Draft<'_>, begun: &Begun) -> Option<(String, usize, String)> {
    let (mut count, mut words) = (0, Vec::new());
    for row in draft
        .rows()
        .filter(|row| begun.is_said(row.cell(begun.column)))
    {
        let other = |at: usize| match at == begun.column {
            true => "",
            false => row.cell(at),
        };
        let mut before = draft.begun.iter();
        let is_known = before.any(|one| one.is_said(row.cell(one.column)));
        if is_known || unread::is_said(draft, other) {
            continue;
        }
        count += 1;
        let word = row.cell(begun.column);
        if words.len() <= NAMED && !words.contains(&word) {
            words.push(word);
        }
    }
    let more = if words.len() > NAMED { " and more" } else { "" };
    let named = words.iter().take(NAMED).map(|word| format!("\"{word}\""));
    let named = named.collect::<Vec<String>>().join(", ");
    let label = draft.table.header[begun.column].trim().to_string();
    (count > 0).then(|| (label, count, named + more))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_written_as_headings_are() {
        for words in [
            SURELY_DRAFT,
            DRAFT,
            SENT,
            STATE,
            STATE_OF_ANY,
            BEGUN,
            DONE,
            PROGRESS,
            OF_FORM,
        ] {
            for word in words.split('|') {
                assert_eq!(heading(word), word);
            }
        }
    }
}
