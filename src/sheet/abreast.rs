use std::ops::Range;
use std::sync::mpsc::sync_channel;
use std::thread::{Builder, Scope};

/// How many rows are worked on in one go.
pub(super) const STRETCH: usize = 2048;

/// How many stretches may wait to be taken, so that memory does not grow with their number.
const WAITING: usize = 4;

/// Works on so many rows, a stretch at a time and every other one on a thread of its own, and returns what comes of each
/// stretch in their order. Machines have more than one processor, and to make sense of a million rows takes seconds.
pub(super) fn abreast<'s, T: Send + 's>(
    scope: &'s Scope<'s, '_>,
    rows: usize,
    work: impl Fn(Range<usize>) -> T + Clone + Send + 's,
) -> impl Iterator<Item = T> {
    let stretch = move |nth: usize| nth * STRETCH..rows.min((nth + 1) * STRETCH);
    let count = rows.div_ceil(STRETCH);
    let (send, receive) = sync_channel(WAITING);
    let others = work.clone();
    if count > 1 {
        // Where there is no thread to be had, everything is done here.
        let _ = Builder::new().spawn_scoped(scope, move || {
            let odd = (1..count).step_by(2);
            odd.map(|nth| send.send(others(stretch(nth))))
                .all(|sent| sent.is_ok())
        });
    }
    (0..count).map(move |nth| {
        let there = if nth % 2 == 1 {
            receive.recv().ok()
        } else {
            None
        };
        there.unwrap_or_else(|| work(stretch(nth)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_of_rows_is_in_their_order() {
        for rows in [0, 1, STRETCH, 10 * STRETCH + 1] {
            let all: Vec<usize> = std::thread::scope(|scope| {
                abreast(scope, rows, |stretch| {
                    stretch.map(|row| row * 2).collect::<Vec<_>>()
                })
                .flatten()
                .collect()
            });
            assert_eq!(all, (0..rows).map(|row| row * 2).collect::<Vec<_>>());
        }
    }
}
