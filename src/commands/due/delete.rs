use chrono::{DateTime, Utc};

use super::survey::{Survey, delivery};
use crate::commands::context::{Context, counted};
use crate::commands::desk::Desk;
use crate::due::{Deletion, Extent};
use crate::error::Result;
use crate::import::without_needs;
use crate::model::{Event, Registration, Registrations, What};
use crate::store::{Editor, Folder, NEEDS};

/// Returns how many people a deletion is about; if nobody is in the list any more, how many files. What stands in files
/// is only looked for once the time has come.
pub(super) fn left(
    deletion: &Deletion,
    now: DateTime<Utc>,
    list: &Registrations,
    folder: &Folder,
    event: &Event,
) -> Result<usize> {
    let people = match deletion.extent {
        Extent::Needs => {
            let needs = NEEDS
                .iter()
                .filter_map(|need| list.columns().position(need));
            let mut needs: Vec<usize> = needs.collect();
            needs.sort_unstable();
            let has = |one: &&Registration| !one.is_blank_at(&needs);
            list.iter().filter(has).count()
        }
        Extent::Everything => list.len(),
    };
    if people > 0 || now < deletion.at {
        return Ok(people);
    }
    Ok(match deletion.extent {
        Extent::Needs => {
            let rejected = folder.rejected()?;
            let files = rejected.iter().filter_map(|(_, text)| without_needs(text));
            usize::from(folder.remembers_needs()?) + files.count()
        }
        Extent::Everything => folder.remains(delivery(event).as_deref())?.len(),
    })
}

/// Announces what will be deleted, so that organisers can take what they need.
pub(super) fn announce(survey: &Survey, editor: &Editor<'_>, context: &mut Context) -> Result<()> {
    let desk = Desk::open(&survey.event, "due", context)?;
    desk.change(
        editor,
        |_, book| {
            for deletion in &survey.to_announce {
                let why = format!("{} after the event", counted(deletion.days as usize, "day"));
                book.tell("", What::Announced, &deletion.name(), &why);
            }
            Ok(())
        },
        |_, (), _| Ok(()),
    )?;
    for (deletion, _, earliest) in &survey.deletions {
        if !survey.to_announce.contains(deletion) {
            continue;
        }
        let day = earliest.with_timezone(&survey.event.zone).date_naive();
        let sentence = match deletion.extent {
            Extent::Needs => {
                format!("From {day} on, what people wrote under access and diet is deleted.")
            }
            Extent::Everything => format!(
                "From {day} on, everything about the people who signed up is deleted. To write to those who want to hear of \
                 your next event, first: plenary init ../NEXT --from ."
            ),
        };
        match deletion.extent {
            Extent::Needs => context.screen.remark(&sentence),
            // It cannot be undone: cron tells the organisers too.
            Extent::Everything => context.screen.say(&sentence),
        }
    }
    Ok(())
}

/// Deletes what its time has come for. The list goes first, with what the history says of it; whoever finds files left
/// behind by a run that was cut short goes on with them.
pub(super) fn delete(survey: &Survey, editor: &Editor<'_>, context: &mut Context) -> Result<()> {
    let desk = Desk::open(&survey.event, "due", context)?;
    let folder = context.folder()?;
    for deletion in &survey.to_delete {
        let why = format!("{} after the event", counted(deletion.days as usize, "day"));
        let value = deletion.extent.to_string();
        match deletion.extent {
            Extent::Needs => {
                desk.change(
                    editor,
                    |list, book| {
                        for person in list.iter_mut() {
                            if NEEDS.iter().all(|need| person.get(need).is_empty()) {
                                continue;
                            }
                            NEEDS.iter().for_each(|need| person.set(need, ""));
                            book.tell(person.code(), What::Deleted, &value, &why);
                        }
                        Ok(())
                    },
                    |_, (), _| Ok(()),
                )?;
                for (name, text) in folder.rejected()? {
                    if let Some(text) = without_needs(&text) {
                        editor.rewrite_rejected(&name, &text)?;
                    }
                }
                editor.forget_needs()?;
            }
            Extent::Everything => {
                desk.empty(editor, |list, book| {
                    for person in list {
                        book.tell(person.code(), What::Deleted, &value, &why);
                    }
                })?;
                editor.forget(delivery(&survey.event).as_deref())?;
                let strangers = folder.strangers()?;
                if !strangers.is_empty() {
                    // They are the organisers' own, and nobody else can say what is in them.
                    let names = strangers.join(", ");
                    context.screen.say(&format!(
                        "These files may still hold people's data, and plenary leaves them to you: {names}."
                    ));
                }
            }
        }
        context.screen.remark(&format!("Deleted {value}: {why}."));
    }
    Ok(())
}
