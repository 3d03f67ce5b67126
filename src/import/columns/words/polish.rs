use super::Words;
use crate::import::field::Field;

pub(super) const WORDS: &[Words] = &[
    (
        Field::Name,
        &[
            "imie i nazwisko",
            "imie nazwisko",
            "nazwisko i imie",
            "imiona i nazwisko",
            "~imie i nazwisko",
            "uczestnik",
        ],
    ),
    (Field::First, &["imie", "imiona", "twoje imie", "~imie"]),
    (Field::Last, &["nazwisko", "twoje nazwisko", "~nazwisko"]),
    (
        Field::Email,
        &[
            "adres e mail",
            "adres email",
            "adres poczty elektronicznej",
            "e mail",
            "poczta",
            "nazwa uzytkownika",
            "~adres e mail",
            "~adres email",
        ],
    ),
    (
        Field::Phone,
        &[
            "telefon",
            "numer telefonu",
            "nr telefonu",
            "komorka",
            "telefon komorkowy",
            "~numer telefonu",
            "~telefon",
        ],
    ),
    (
        Field::Organisation,
        &[
            "organizacja",
            "stowarzyszenie",
            "firma",
            "instytucja",
            "grupa",
            "nazwa organizacji",
            "~organizacja",
            "~organizacje",
        ],
    ),
    (
        Field::Area,
        &[
            "miasto",
            "miejscowosc",
            "kod pocztowy",
            "dzielnica",
            "skad jestes",
            "skad przyjezdzasz",
            "~skad",
            "~miejscowosc",
            "~kod pocztowy",
        ],
    ),
    (
        Field::Ticket,
        &["bilet", "rodzaj biletu", "typ biletu", "~rodzaj biletu"],
    ),
    (Field::Status, &["status", "obecnosc"]),
    (
        Field::Access,
        &[
            "dostepnosc",
            "potrzeby dostepnosci",
            "potrzeby",
            "szczegolne potrzeby",
            "~dostepnosci",
            "~dostepnosc",
            "~niepelnosprawnosc",
        ],
    ),
    (
        Field::Diet,
        &[
            "dieta",
            "wyzywienie",
            "alergie",
            "jedzenie",
            "posilek",
            "~dieta",
            "~diety",
            "~alergie",
            "~wyzywienie",
            "~zywieniowe",
        ],
    ),
    (
        Field::Note,
        &[
            "uwagi",
            "komentarz",
            "komentarze",
            "wiadomosc",
            "inne uwagi",
            "~uwagi",
            "~cos jeszcze",
        ],
    ),
    (
        Field::Registered,
        &[
            "sygnatura czasowa",
            "data zgloszenia",
            "data rejestracji",
            "godzina ukonczenia",
            "data",
        ],
    ),
];
