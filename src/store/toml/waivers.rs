use super::fields::Fields;
use super::tables::Tables;
use crate::error::{Error, did_you_mean};
use crate::model::{Id, Rule, Waiver};

/// Reads the waivers of `agenda.toml`. What is wrong with one is a warning: it keeps nobody from working.
pub(super) fn read_waivers(tables: &mut Tables<'_>) -> Vec<Waiver> {
    let waivers = tables.each("waiver", |fields| {
        let rule = read_rule(fields);
        let sessions = fields.list("sessions", "id", Id::parse);
        if sessions.is_empty() {
            lacks(fields, "sessions", "name them: sessions = [\"…\", \"…\"]");
        }
        let reason = fields.text("reason");
        if reason.trim().is_empty() {
            let hint = "say why, for whoever reads it later: reason = \"…\"";
            lacks(fields, "reason", hint);
        }
        Some(Waiver {
            rule: rule?,
            sessions,
            reason,
            origin: Default::default(),
        })
    });
    waivers
        .into_iter()
        .map(|(waiver, origin)| Waiver { origin, ..waiver })
        .collect()
}

fn read_rule(fields: &mut Fields<'_>) -> Option<Rule> {
    let word = fields.text("rule");
    if word.is_empty() {
        lacks(
            fields,
            "rule",
            "name the rule as its finding does: rule = \"room-overlap\"",
        );
        return None;
    }
    let rule = Rule::named(&word);
    if rule.is_none() {
        let words = Rule::ALL.map(Rule::word);
        let hint = did_you_mean(&word, words)
            .unwrap_or_else(|| format!("a rule is one of {}", words.join(", ")));
        let error = Error::new(format!("there is no rule `{word}`")).hint(hint);
        fields.doubt(fields.span("rule"), "unknown-rule", error);
    }
    rule
}

fn lacks(fields: &mut Fields<'_>, key: &str, hint: &str) {
    if fields.findings.is_empty() {
        let error = Error::new(format!("this waiver has no `{key}`")).hint(hint);
        fields.doubt(fields.span(""), "waiver", error);
    }
}
