use std::collections::HashMap;

use super::said::{folded, said};
use crate::model::{Registration, order_by_key};

/// How many people eat in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meal {
    /// What they said, in the spelling that came first.
    pub diet: String,
    /// How many said it.
    pub people: usize,
}

/// What a caterer must know. There is no name in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diets {
    /// The diets, the most frequent first.
    pub meals: Vec<Meal>,
    /// How many said nothing.
    pub silent: usize,
    /// How many said something that tells who they are, so that it cannot be passed on as it stands.
    pub personal: usize,
}

/// Counts the diets of people. An answer that holds a name, an address or a number of the person is counted apart.
pub fn diets<'a>(people: impl IntoIterator<Item = &'a Registration>) -> Diets {
    let mut diets = Diets::default();
    let mut known: HashMap<String, usize> = HashMap::new();
    for person in people {
        let Some(diet) = said(person.get("diet")) else {
            diets.silent += 1;
            continue;
        };
        if tells_who(diet, person) {
            diets.personal += 1;
            continue;
        }
        let at = *known.entry(key(diet)).or_insert_with(|| {
            let parts: Vec<&str> = parts(diet).collect();
            let diet = parts.join(", ");
            diets.meals.push(Meal { diet, people: 0 });
            diets.meals.len() - 1
        });
        diets.meals[at].people += 1;
    }
    let order = |meal: &Meal| (std::cmp::Reverse(meal.people), folded(&meal.diet));
    order_by_key(&mut diets.meals, order);
    diets
}

/// Returns the parts of an answer: forms with boxes to tick put a comma or a semicolon between them.
fn parts(answer: &str) -> impl Iterator<Item = &str> {
    let parts = answer.split([',', ';']).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

/// Returns what answers that mean the same share, in whatever order boxes were ticked.
fn key(answer: &str) -> String {
    let mut parts: Vec<String> = parts(answer).map(folded).collect();
    parts.sort_unstable();
    parts.join(", ")
}

/// Tells whether an answer holds something that only this person has: a part of the name, an address, a number that
/// could be a phone's.
fn tells_who(answer: &str, person: &Registration) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| word.chars().count() > 1)
            .map(str::to_lowercase)
            .collect()
    };
    let said = words(answer);
    let digits = answer.chars().filter(char::is_ascii_digit).count();
    answer.contains('@')
        || digits > 5
        || words(person.name()).iter().any(|part| said.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Registrations;

    fn people(answers: &[(&str, &str)]) -> Registrations {
        let mut list = Registrations::default();
        for (name, diet) in answers {
            let mut one = list.blank();
            one.set("name", name);
            one.set("diet", diet);
            list.push(one);
        }
        list
    }

    #[test]
    fn diets_are_counted_without_case_and_the_most_frequent_comes_first() {
        let list = people(&[
            ("Ada", "vegan"),
            ("Bo", "Gluten-free; No nuts"),
            ("Cy", "no nuts,gluten-free "),
            ("Di", ""),
            ("Ed", "none"),
        ]);
        let meal = |diet: &str, people| Meal {
            diet: diet.to_string(),
            people,
        };
        let expected = Diets {
            meals: vec![meal("Gluten-free, No nuts", 2), meal("vegan", 1)],
            silent: 2,
            personal: 0,
        };
        assert_eq!(diets(&list), expected);
    }

    #[test]
    fn an_answer_that_tells_who_somebody_is_does_not_reach_the_caterer() {
        let list = people(&[
            ("Ada Example", "No nuts for Ada please"),
            ("Bo", "vegan, ask bo@example.org"),
            ("Cy", "call 0161 496 0000"),
        ]);
        assert_eq!(
            diets(&list),
            Diets {
                personal: 3,
                ..Diets::default()
            }
        );
    }
}
