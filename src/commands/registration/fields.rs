use crate::error::{Error, Result, did_you_mean};
use crate::model::{COLUMNS, EmailAddress, Event, Registration, Registrations, Status};

/// What can be said about a registration. A blank text empties the column.
#[derive(clap::Args, Debug)]
pub(super) struct RegistrationFields {
    /// Their address
    #[arg(long)]
    email: Option<String>,
    /// Their phone number
    #[arg(long)]
    phone: Option<String>,
    /// For whom they come
    #[arg(long)]
    organisation: Option<String>,
    /// Where they are from
    #[arg(long)]
    area: Option<String>,
    /// The ticket's id
    #[arg(long)]
    ticket: Option<String>,
    /// pending, confirmed, waiting or cancelled
    #[arg(long)]
    status: Option<String>,
    /// Who comes with them: people with the same word here get places together or not at all
    #[arg(long, value_name = "WORD")]
    group: Option<String>,
    /// Who waits with a higher number moves up first; blank for none
    #[arg(long, value_name = "NUMBER", requires = "reason", value_parser = priority)]
    priority: Option<String>,
    /// Why they get it, for the history; no names
    #[arg(long, requires = "priority")]
    reason: Option<String>,
    /// Whether they want to hear of later events
    #[arg(long, value_name = "yes|no", value_parser = ["yes", "no"])]
    updates: Option<String>,
    /// Whether they may appear in photos
    #[arg(long, value_name = "yes|no", value_parser = ["yes", "no"])]
    photo: Option<String>,
    /// What they need to take part
    #[arg(long)]
    access: Option<String>,
    /// What they eat
    #[arg(long)]
    diet: Option<String>,
    /// Anything else
    #[arg(long)]
    note: Option<String>,
    /// A column of your own, as in --set "T-shirt=L"; again for more
    #[arg(long, value_name = "COLUMN=VALUE")]
    set: Vec<String>,
}

impl RegistrationFields {
    /// Returns why the priority was given.
    pub(super) fn reason(&self) -> &str {
        self.reason.as_deref().unwrap_or_default()
    }

    /// Returns what was given, by column, once it is sure that it makes sense in a list with these columns.
    pub(super) fn given(&self, event: &Event, columns: &[String]) -> Result<Vec<(String, String)>> {
        if let Some(email) = self.email.as_deref().filter(|email| !email.is_empty()) {
            EmailAddress::parse(email)?;
        }
        if let Some(word) = self.status.as_deref()
            && Status::from_word(word).is_none()
        {
            let words = Status::ALL.map(Status::word);
            let hint = did_you_mean(word, words)
                .unwrap_or_else(|| format!("a status is {}", words.join(", ")));
            return Err(Error::new(format!("`{word}` is no status")).hint(hint));
        }
        if let Some(ticket) = self
            .ticket
            .as_deref()
            .filter(|ticket| !ticket.is_empty() && !event.tickets.is_empty())
        {
            super::super::ids::known(
                "ticket",
                ticket,
                event.tickets.iter().map(|ticket| &ticket.id),
            )?;
        }
        let named = [
            ("email", &self.email),
            ("phone", &self.phone),
            ("organisation", &self.organisation),
            ("area", &self.area),
            ("ticket", &self.ticket),
            ("status", &self.status),
            ("group", &self.group),
            ("priority", &self.priority),
            ("updates", &self.updates),
            ("photo", &self.photo),
            ("access", &self.access),
            ("diet", &self.diet),
            ("note", &self.note),
        ];
        let named = named
            .into_iter()
            .filter_map(|(column, value)| Some((column.to_string(), value.clone()?)));
        let mut given: Vec<(String, String)> = named.collect();
        for pair in &self.set {
            let Some((column, value)) = pair
                .split_once('=')
                .filter(|(column, _)| !column.trim().is_empty())
            else {
                return Err(Error::new(format!("`{pair}` sets nothing"))
                    .hint("write --set \"COLUMN=VALUE\""));
            };
            let column = column.trim();
            if ["code", "source", "source_id", "registered", "offer"].contains(&column) {
                return Err(
                    Error::new(format!("`{column}` is plenary's own and cannot be set"))
                        .hint("--set is for columns of your own"),
                );
            }
            if COLUMNS.contains(&column) || ["group", "priority"].contains(&column) {
                return Err(Error::new(format!("`{column}` has a flag of its own"))
                    .hint(format!("write --{column} VALUE, which is checked")));
            }
            if let Some(known) = columns
                .iter()
                .find(|known| *known != column && plain(known) == plain(column))
            {
                return Err(Error::new(format!("there is a column `{known}` already"))
                    .hint(format!("write --set \"{known}=VALUE\"")));
            }
            given.push((column.to_string(), value.to_string()));
        }
        Ok(given)
    }
}

/// Takes a priority: a whole number, or nothing.
fn priority(text: &str) -> std::result::Result<String, String> {
    let text = text.trim();
    match text.parse::<i32>() {
        Ok(number) => Ok(number.to_string()),
        Err(_) if text.is_empty() => Ok(String::new()),
        Err(_) => Err("a priority is a whole number, and 0 if nothing is said".to_string()),
    }
}

/// Returns a heading without what people write now one way and now another.
fn plain(heading: &str) -> String {
    heading
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Checks a name that somebody typed: whatever the person wants to be called, on one line.
pub(super) fn plain_name(name: &str) -> Result<()> {
    if name.trim().is_empty() {
        return Err(Error::new(
            "a name is needed: whatever the person wants to be called",
        ));
    }
    if name.chars().any(char::is_control) {
        return Err(
            Error::new("the name has a line break or another control character in it")
                .hint("type it anew, on one line"),
        );
    }
    Ok(())
}

/// Makes sure that the list has every column of `given`.
pub(super) fn prepare(list: &mut Registrations, given: &[(String, String)]) {
    for (column, _) in given {
        list.add_column(column);
    }
}

/// Sets what was given.
pub(super) fn apply(registration: &mut Registration, given: &[(String, String)]) {
    for (column, value) in given {
        registration.set(column, value.trim());
    }
}
