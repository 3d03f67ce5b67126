use super::delete::{announce, delete};
use super::survey::Survey;
use crate::commands::context::{Context, counted};
use crate::commands::desk::{Desk, remark_moves};
use crate::commands::mail::{Sent, send_due};
use crate::error::{Exit, Result};
use crate::model::{Registration, Registrations, What};
use crate::output::{Format, Record, Screen};
use crate::places::Book;
use crate::store::{Journalist, Mode};

/// Does what is due. One run at a time: who finds another at work leaves it to that one. Each step is worked out from the
/// files as they stand, so a run that was cut short is continued by the next.
pub(super) fn run(context: &mut Context) -> Result<Exit> {
    let journalist = match context.folder()?.journalist(Mode::Real) {
        Err(error) if error.exit == Exit::TryLater => return Ok(Exit::Done),
        journalist => journalist?,
    };
    let first = Survey::take(context)?;
    let unreachable = name_unreachable(&first, context)?;
    let folder = context.folder()?;
    for draft in &first.sent_drafts {
        folder.remove_draft(draft)?;
    }
    let sent = if put_in_order(&first, context)? {
        send(&Survey::take(context)?, &journalist, context)?
    } else {
        send(&first, &journalist, context)?
    };
    if context.screen.format() == Format::Table {
        if !first.is_anything_due() {
            context.screen.remark("Nothing is due now.");
        }
    } else {
        context.screen.record(&record(&first, &sent))?;
    }
    Ok(sent.exit.max(unreachable))
}

/// Gives out places, and announces and makes deletions; tells whether there was anything to do.
fn put_in_order(survey: &Survey, context: &mut Context) -> Result<bool> {
    let nothing = survey.to_announce.is_empty() && survey.to_delete.is_empty();
    if nothing && !survey.places_change && !survey.has_bad_news() {
        return Ok(false);
    }
    let folder = context.folder()?;
    let editor = folder.edit(Mode::Real)?;
    if survey.places_change {
        let desk = Desk::open(&survey.event, "due", context)?.reaching(survey.reached.clone());
        let ((), moves) = desk.change(&editor, |_, _| Ok(()), |_, (), _| Ok(()))?;
        remark_moves(&moves, context);
        if !moves.noticed.is_empty() {
            let people = counted(moves.noticed.len(), "person/people");
            let sentence = format!("What was changed by hand for {people} is in the history now.");
            context.screen.remark(&sentence);
        }
    }
    if survey.has_bad_news() {
        // Behind what happened to their places: what cannot be written to them may be about that.
        let note = |_: &mut Registrations, book: &mut Book<'_>| {
            for one in &survey.unheard_of {
                let code = survey.list.get(one.person).map_or("", Registration::code);
                book.tell(code, What::Unreachable, &one.kind, one.why);
            }
            if let (count, true) = survey.without_code {
                book.tell("", What::Unreachable, &count.to_string(), "have no code");
            }
            Ok(())
        };
        let desk = Desk::open(&survey.event, "due", context)?;
        desk.change(&editor, note, |_, (), _| Ok(()))?;
    }
    announce(survey, &editor, context)?;
    delete(survey, &editor, context)?;
    Ok(true)
}

/// Says once who is due a mail that cannot be written to them: somebody has to tell them otherwise.
fn name_unreachable(survey: &Survey, context: &mut Context) -> Result<Exit> {
    let mut codes: Vec<&str> = Vec::new();
    for one in &survey.unheard_of {
        codes.push(survey.list.get(one.person).map_or("", Registration::code));
    }
    let (count, is_news) = survey.without_code;
    if is_news {
        let people = counted(count, "person/people");
        context.screen.say(&format!(
            "{people} without a code in registrations.csv: no mail is written to them; `plenary check` says where."
        ));
    }
    if codes.is_empty() {
        return Ok(if is_news { Exit::BadNews } else { Exit::Done });
    }
    let who = if codes.len() > NAMED {
        counted(codes.len(), "person/people")
    } else {
        codes.join(", ")
    };
    context.screen.say(&format!(
        "It is not certain that {who} can be told by mail: `plenary due` says why."
    ));
    Ok(Exit::BadNews)
}

/// Names more people than this by their number.
const NAMED: usize = 5;

fn send(survey: &Survey, journalist: &Journalist, context: &mut Context) -> Result<Sent> {
    if survey.mailings.is_empty() && !survey.is_retry_due() {
        return Ok(Sent::default());
    }
    if context.screen.format() == Format::Table {
        return send_due(&survey.mailings, journalist, context);
    }
    // The answer is one document, about all that was done.
    let screen = std::mem::replace(&mut context.screen, Screen::hidden());
    let sent = send_due(&survey.mailings, journalist, context);
    context.screen = screen;
    sent
}

fn record(survey: &Survey, sent: &Sent) -> Record {
    let names = |all: &[crate::due::Deletion]| -> Vec<String> {
        all.iter().map(crate::due::Deletion::name).collect()
    };
    Record::new()
        .with("moved_up", survey.moves.moved_up.clone())
        .with("offered", survey.moves.offered.clone())
        .with("expired", survey.moves.expired.clone())
        .with("renewed", survey.moves.renewed.clone())
        .with("noticed", survey.moves.noticed.clone())
        .with(
            "unreachable",
            survey
                .unheard_of
                .iter()
                .map(|one| survey.list.get(one.person).map_or("", Registration::code))
                .collect::<Vec<_>>(),
        )
        .with("announced", names(&survey.to_announce))
        .with("deleted", names(&survey.to_delete))
        .with("sent", sent.accepted)
        .with("refused", sent.refused)
        .with("deferred", sent.deferred)
        .with("in_doubt", sent.in_doubt)
}
