use super::address::is_address;

/// What the rows of a file look like, as learned from those that are easy to read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Expect {
    /// How many cells a row has.
    pub(super) width: usize,
    /// The column that holds the addresses, if one does.
    pub(super) address: Option<usize>,
    /// How many cells a row has at least; fewer than `width` where empty ones at the end were left out.
    pub(super) least: usize,
    /// How many cells a row has with all its blanks; those of columns without a label at its end included where most have them.
    pub(super) whole: usize,
    /// How many cells the rows of a single line have at most; where there is a header, how many that has.
    pub(super) most: usize,
    /// The columns of names and of addresses: whoever stands there is told in one line.
    pub(super) who: [Option<usize>; 2],
    /// A space stands behind the delimiters of most rows, and so it is no sign of a sentence.
    pub(super) airy: bool,
    /// Where a header begins that obeys the rules of quotes, with as many cells as the rows: it goes on over lines.
    pub(super) header: Option<usize>,
}

/// How well cells fit what is expected, from worst to best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Too long, or an address stands where none belongs.
    None,
    /// Shorter than a row, without an address.
    Part,
    /// Shorter than a row, with the address in its place.
    Short,
    /// As long as a row, without an address anywhere.
    Silent,
    /// As long as a row, with the address in its place.
    Full,
}

impl Expect {
    /// What is expected when in each of some columns, numbered as they are then, two cells are joined.
    pub(super) fn joined(self, columns: &[usize]) -> Self {
        let mut address = self.address;
        for column in columns {
            address = address.map(|at| if at > *column { at - 1 } else { at });
        }
        let width = self.width.saturating_sub(columns.len());
        Self {
            width,
            address,
            least: self.least.min(width),
            whole: self.whole.saturating_sub(columns.len()),
            ..self
        }
    }

    /// Says how well cells fit; empty ones at the end do not count.
    pub(super) fn fit<S: AsRef<str>>(&self, cells: &[S]) -> Fit {
        let filled = cells
            .iter()
            .rposition(|cell| !cell.as_ref().trim().is_empty())
            .map_or(0, |last| last + 1);
        if filled > self.width {
            return Fit::None;
        }
        let cell = |column: usize| cells.get(column).map_or("", |cell| cell.as_ref().trim());
        let placed = self.address.is_some_and(|column| is_address(cell(column)));
        let strange = || cells.iter().any(|cell| is_address(cell.as_ref().trim()));
        match (cells.len() >= self.least, placed) {
            (true, true) => Fit::Full,
            (false, true) => Fit::Short,
            _ if self.address.is_some() && strange() => Fit::None,
            (true, false) => Fit::Silent,
            (false, false) => Fit::Part,
        }
    }

    /// Says whether cells are too many for a row and its address stands in its place.
    pub(super) fn is_long<S: AsRef<str>>(&self, cells: &[S]) -> bool {
        let cell = |column: usize| cells.get(column).map_or("", |cell| cell.as_ref().trim());
        let surplus = cells.iter().skip(self.width);
        let filled = |cell: &S| !cell.as_ref().trim().is_empty();
        self.address.is_some_and(|column| is_address(cell(column)))
            && surplus.into_iter().any(filled)
    }

    /// Says whether cells that were read from a single line are certainly a row of their own.
    pub(super) fn is_row<S: AsRef<str>>(&self, cells: &[S]) -> bool {
        match self.fit(cells) {
            Fit::Full => true,
            Fit::Silent => self.address.is_none() && self.width > 2,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_fit_by_length_and_by_the_place_of_the_address() {
        let expect = Expect {
            width: 3,
            address: Some(1),
            least: 3,
            ..Expect::default()
        };
        assert_eq!(expect.fit(&["Jo", "jo@x.org", ""]), Fit::Full);
        assert_eq!(expect.fit(&["Jo", "", "x"]), Fit::Silent);
        assert_eq!(expect.fit(&["Jo", "jo@x.org"]), Fit::Short);
        assert_eq!(expect.fit(&["Jo"]), Fit::Part);
        assert_eq!(expect.fit(&["jo@x.org"]), Fit::None);
        assert_eq!(expect.fit(&["Jo", "jo@x.org", "x", "y"]), Fit::None);
        assert_eq!(expect.fit(&["Jo", "jo@x.org", "x", " "]), Fit::Full);
    }
}
