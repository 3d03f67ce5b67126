/// Somebody invented.
pub(crate) struct Person {
    pub(crate) first: &'static str,
    pub(crate) last: &'static str,
    pub(crate) email: &'static str,
    pub(crate) phone: &'static str,
    pub(crate) area: &'static str,
    pub(crate) diet: &'static str,
    pub(crate) updates: &'static str,
}

impl Person {
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.first, self.last)
    }
}

const fn person(
    names: (&'static str, &'static str),
    email: &'static str,
    phone: &'static str,
    rest: (&'static str, &'static str, &'static str),
) -> Person {
    Person {
        first: names.0,
        last: names.1,
        email,
        phone,
        area: rest.0,
        diet: rest.1,
        updates: rest.2,
    }
}

/// Twenty people: three couples with one address each, names with accents, quotes, particles and commas, two with the
/// same name, brothers on one phone. All can be written in Windows-1252.
pub(crate) const PEOPLE: [Person; 20] = [
    person(
        ("José", "de la Fuente"),
        "jose@example.org",
        "+44 20 7946 0001",
        ("Leeds", "Vegan", "Yes"),
    ),
    person(
        ("Zoë", "O'Brien"),
        "zoe.obrien@example.net",
        "020 7946 0002",
        ("Bury", "", "No"),
    ),
    person(
        ("Jürgen", "Weißhäupl"),
        "j.w@example.com",
        "",
        ("Köln", "Vegetarian", "Yes"),
    ),
    person(
        ("Brenda", "Haslingden"),
        "the.haslingdens@example.org",
        "",
        ("Clitheroe", "", "Yes"),
    ),
    person(
        ("Walter", "Haslingden"),
        "the.haslingdens@example.org",
        "",
        ("Clitheroe", "Halal", "No"),
    ),
    person(
        ("Ann", "Smith"),
        "smiths@example.org",
        "01632 960003",
        ("Leeds", "", ""),
    ),
    person(
        ("Tom", "Smith"),
        "smiths@example.org",
        "01632 960003",
        ("Leeds", "", ""),
    ),
    person(
        ("Robert \"Bob\"", "Smith"),
        "bob@example.com",
        "07700 900004",
        ("Colne", "No nuts, no eggs", "Yes"),
    ),
    person(
        ("John", "Smith"),
        "john.smith@example.com",
        "07700 900005",
        ("Leeds", "", "Yes"),
    ),
    person(
        ("John", "Smith"),
        "jsmith77@example.net",
        "07700 900006",
        ("York", "", "No"),
    ),
    person(
        ("Nour", "el-Tayebi"),
        "nour+plenary@example.org",
        "07700 900007",
        ("Burnley", "Halal", "Yes"),
    ),
    person(
        ("Anna", "van der Berg"),
        "anna@example.org",
        "",
        ("", "", ""),
    ),
    person(
        ("Anna", "Kid"),
        "anna+kid@example.org",
        "",
        ("", "Gluten free; dairy free", "No"),
    ),
    person(
        ("François", "L'Hermitier"),
        "f.lh@example.net",
        "07700 900008",
        ("Accrington", "", "Yes"),
    ),
    person(
        ("Bjørn", "Løkke-Ås"),
        "bjorn@example.org",
        "07700 900009",
        ("Blackburn", "", "No"),
    ),
    person(
        ("Mei-Ling", "Tsang"),
        "tsang.family@example.org",
        "07700 900010",
        ("Blackburn", "", "Yes"),
    ),
    person(
        ("Kwok", "Tsang"),
        "tsang.family@example.org",
        "07700 900010",
        ("Blackburn", "", "Yes"),
    ),
    person(
        ("Ñuño", "Ibáñez, Jr"),
        "nuno@example.org",
        "",
        ("Nelson", "", ""),
    ),
    person(
        ("D'Arcy", "Quill"),
        "darcy@example.com",
        "07700 900011",
        ("Colne", "Vegan", "No"),
    ),
    person(
        ("Wilhelmine", "Großkopf-Müller"),
        "w.gm@example.com",
        "+49 30 123456",
        ("Berlin", "", "Yes"),
    ),
];
