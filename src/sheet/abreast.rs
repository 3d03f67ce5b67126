use std::any::Any;
use std::collections::BTreeMap;
use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{Builder, Scope};

/// How many rows are worked on in one go.
pub const STRETCH: usize = 2048;

/// How many stretches may wait to be taken, so that memory does not grow with their number.
const WAITING: usize = 4;

/// Works on so many rows, a stretch at a time and on a thread beside this one, and returns what comes of each stretch in
/// their order. Machines have more than one processor, and to make sense of a million rows takes seconds.
pub fn abreast<'s, T: Send + 'static>(
    scope: &'s Scope<'s, '_>,
    rows: usize,
    work: impl Fn(Range<usize>) -> T + Clone + Send + 's,
) -> impl Iterator<Item = T> {
    let stretch = move |nth: usize| nth * STRETCH..rows.min((nth + 1) * STRETCH);
    // One kind of result for whatever comes of it makes a smaller program.
    let work = move |nth| -> Done { Box::new(work(stretch(nth))) };
    let mut both = Both::begin(
        scope,
        rows.div_ceil(STRETCH),
        (Box::new(work.clone()), Box::new(work)),
    );
    (0..both.count).filter_map(move |nth| both.done(nth).downcast().ok().map(|done| *done))
}

/// What comes of a stretch.
type Done = Box<dyn Any + Send>;

/// Makes it, of the stretch of that number.
type Work<'s> = Box<dyn Fn(usize) -> Done + Send + 's>;

/// Two threads that work on stretches: whoever has done one takes the next, since what this thread makes of them takes
/// time too.
struct Both<'s> {
    count: usize,
    next: Arc<AtomicUsize>,
    work: Work<'s>,
    receive: Receiver<(usize, Done)>,
    /// What was done before it was asked for.
    early: BTreeMap<usize, Done>,
}

impl<'s> Both<'s> {
    fn begin(scope: &'s Scope<'s, '_>, count: usize, (work, other): (Work<'s>, Work<'s>)) -> Self {
        let (send, receive) = sync_channel(WAITING);
        let next = Arc::new(AtomicUsize::new(0));
        if count > 1 {
            let next = Arc::clone(&next);
            start(
                scope,
                Box::new(move || {
                    let done = |nth| send.send((nth, other(nth)));
                    while let Some(Ok(())) = take(&next, count).map(done) {}
                }),
            );
        }
        Self {
            count,
            next,
            work,
            receive,
            early: BTreeMap::new(),
        }
    }

    /// Returns what came of a stretch. They must be asked for in their order.
    fn done(&mut self, nth: usize) -> Done {
        loop {
            let room = WAITING.saturating_sub(self.early.len());
            self.early.extend(self.receive.try_iter().take(room));
            if let Some(done) = self.early.remove(&nth) {
                return done;
            }
            let is_far_ahead = self.early.len() >= WAITING;
            let own = if is_far_ahead {
                None
            } else {
                take(&self.next, self.count)
            };
            let (at, done) = match own {
                Some(own) => (own, (self.work)(own)),
                // Without the other thread it is this one's again.
                None => self
                    .receive
                    .recv()
                    .unwrap_or_else(|_| (nth, (self.work)(nth))),
            };
            self.early.insert(at, done);
        }
    }
}

/// Takes the number of the next stretch that nobody works on; none if there is no other.
fn take(next: &AtomicUsize, count: usize) -> Option<usize> {
    Some(next.fetch_add(1, Ordering::Relaxed)).filter(|nth| *nth < count)
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
