use super::Short;

/// Which codes are taken, told from one bit each: now and then one that is free is taken for a taken one, never the other
/// way round. Whoever draws codes at random draws another one then, and need not look through a million of them.
pub(super) struct Sieve {
    words: Vec<u64>,
    /// How far a hash is shifted for its bit.
    shift: u32,
}

/// How many bits a code has, at least: one of so many that are free is taken for a taken one.
const BITS: usize = 16;

/// Few codes have that many bits for all of them.
const LEAST: usize = 1 << 20;

impl Sieve {
    /// Nothing yet, with room for so many.
    pub(super) fn of(codes: usize) -> Self {
        let bits = (codes * BITS).max(LEAST).next_power_of_two();
        Self {
            words: vec![0; bits / 64],
            shift: u64::BITS - bits.ilog2(),
        }
    }

    /// Takes a code; tells whether it was free.
    pub(super) fn take(&mut self, code: Short) -> bool {
        // Fibonacci hashing: the upper bits depend on all of the code.
        let bit = code.number().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift;
        let word = &mut self.words[(bit / 64) as usize];
        let before = *word;
        *word |= 1 << (bit % 64);
        *word != before
    }
}

#[cfg(test)]
mod tests {
    use super::super::Word;
    use super::*;

    #[test]
    fn what_was_taken_is_never_free_and_most_else_is() {
        let words: Vec<String> = (0..100_000).map(|at| at.to_string()).collect();
        let codes = words.iter().filter_map(|word| Word::of(word).short());
        let mut sieve = Sieve::of(words.len());
        let free = codes.clone().filter(|code| sieve.take(*code)).count();
        assert!(free > 90_000, "{free} of 100000");
        assert_eq!(codes.filter(|code| sieve.take(*code)).count(), 0);
    }
}
