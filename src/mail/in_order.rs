use std::sync::mpsc::sync_channel;

use crate::error::Result;

/// So many are worked on at a time, by one processor.
const SHARE: usize = 32;

/// Applies `work` to each, on as many processors as there are, and hands what came of it to `take` in their order, while
/// others are worked on. No more than a few shares are in memory at a time.
///
/// # Errors
/// The first of `take`; then nothing more is begun.
pub(super) fn in_order<T: Sync, R: Send>(
    all: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(&T, R) -> Result<()>,
) -> Result<()> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    if all.len() <= SHARE || processors == 1 {
        return all.iter().try_for_each(|one| take(one, work(one)));
    }
    let work = &work;
    std::thread::scope(|scope| {
        let begin = |first: usize| {
            let (sender, done) = sync_channel(1);
            let mut shares = all.chunks(SHARE).skip(first).step_by(processors);
            scope.spawn(move || {
                shares.try_for_each(|share| sender.send(share.iter().map(work).collect::<Vec<R>>()))
            });
            done
        };
        let done: Vec<_> = (0..processors).map(begin).collect();
        for (turn, share) in all.chunks(SHARE).enumerate() {
            // Nothing comes from one that has broken down, and this thread does as well when it waits for it.
            let Ok(worked) = done[turn % processors].recv() else {
                break;
            };
            for (one, worked) in share.iter().zip(worked) {
                take(one, worked)?;
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::error::Error;

    #[test]
    fn all_come_in_their_order_whoever_worked_on_them() {
        for count in [0, 1, SHARE, SHARE + 1, 40 * SHARE + 7] {
            let all: Vec<usize> = (0..count).collect();
            let mut taken = Vec::new();
            let done = in_order(
                &all,
                |one| one * 2,
                |one, twice| {
                    taken.push((*one, twice));
                    Ok(())
                },
            );
            let expected: Vec<_> = all.iter().map(|one| (*one, one * 2)).collect();
            assert_eq!((done, taken), (Ok(()), expected));
        }
    }

    #[test]
    fn nothing_is_taken_behind_a_fault() {
        let all: Vec<usize> = (0..100 * SHARE).collect();
        let (worked, mut taken) = (AtomicUsize::new(0), 0);
        let work = |_: &usize| worked.fetch_add(1, Ordering::Relaxed);
        let done = in_order(&all, work, |one, _| {
            if *one == 40 {
                return Err(Error::new("full"));
            }
            taken += 1;
            Ok(())
        });
        assert_eq!((done, taken), (Err(Error::new("full")), 40));
        assert!(worked.into_inner() < all.len());
    }
}
