use std::any::Any;
use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::mpsc::sync_channel;
use std::thread::{Builder, Scope};

/// How many rows are worked on in one go.
pub const STRETCH: usize = 2048;

/// How many stretches may wait to be taken, so that memory does not grow with their number.
const WAITING: usize = 4;

/// Works on so many rows, a stretch at a time and every other one on a thread of its own, and returns what comes of each
/// stretch in their order. Machines have more than one processor, and to make sense of a million rows takes seconds.
pub fn abreast<'s, T: Send + 'static>(
    scope: &'s Scope<'s, '_>,
    rows: usize,
    work: impl Fn(Range<usize>) -> T + Clone + Send + 's,
) -> impl Iterator<Item = T> {
    let stretch = move |nth: usize| nth * STRETCH..rows.min((nth + 1) * STRETCH);
    let count = rows.div_ceil(STRETCH);
    // One kind of channel for whatever comes of it makes a smaller program.
    let (send, receive) = sync_channel::<Box<dyn Any + Send>>(WAITING);
    let others = work.clone();
    if count > 1 {
        start(
            scope,
            Box::new(move || {
                let odd = (1..count).step_by(2);
                let mut sent = odd.map(|nth| send.send(Box::new(others(stretch(nth)))));
                while let Some(Ok(())) = sent.next() {}
            }),
        );
    }
    (0..count).map(move |nth| {
        let there = match nth % 2 {
            1 => receive.recv().ok(),
            _ => None,
        };
        let there = there.and_then(|there| there.downcast::<T>().ok());
        there.map_or_else(|| work(stretch(nth)), |there| *there)
    })
}

/// Begins something on a thread of its own. Where there is none to be had it is not begun.
fn start<'s>(scope: &'s Scope<'s, '_>, work: Box<dyn FnOnce() + Send + 's>) {
    let _ = Builder::new().spawn_scoped(scope, work);
}

/// Does two things at once, the second on a thread of its own; one after the other where there is none to be had.
pub fn together<A, B: Send>(
    one: impl FnOnce() -> A,
    other: impl Fn() -> B + Send + Sync,
) -> (A, B) {
    std::thread::scope(|scope| {
        let running = Builder::new().spawn_scoped(scope, &other);
        let one = one();
        let other = running.map_or_else(
            |_| other(),
            |running| running.join().unwrap_or_else(|panic| resume_unwind(panic)),
        );
        (one, other)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_what_they_want_takes_no_more() {
        let found = std::thread::scope(|scope| {
            let mut all = abreast(scope, 100 * STRETCH, |stretch| stretch.start);
            all.find(|start| *start == 3 * STRETCH)
        });
        assert_eq!(found, Some(3 * STRETCH));
    }

    #[test]
    fn two_things_at_once_are_both_done() {
        let text = "ab".to_string();
        assert_eq!(
            together(|| text.len(), || text.clone()),
            (2, "ab".to_string())
        );
    }

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
