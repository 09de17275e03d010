//! The same work on many things, on every core.

use std::num::NonZero;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many things are done at a time.
pub(super) fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Does some work on each of many things, as many at a time as there are cores.
///
/// The results come in the order of the things, whichever is done first. Where no thread can be
/// had, the caller's does it all.
pub(super) fn side_by_side<T: Send, R: Send>(
    things: Vec<T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let others = cores().min(things.len()).saturating_sub(1);
    let mut done: Vec<(usize, R)> = Vec::with_capacity(things.len());
    let waiting = Mutex::new(things.into_iter().enumerate());
    let next = || {
        waiting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .next()
    };
    let share = || {
        let mut share = Vec::new();
        while let Some((place, thing)) = next() {
            share.push((place, work(thing)));
        }
        share
    };
    thread::scope(|scope| {
        let started: Vec<_> = (0..others)
            .filter_map(|_| thread::Builder::new().spawn_scoped(scope, share).ok())
            .collect();
        done.extend(share());
        for each in started {
            match each.join() {
                Ok(share) => done.extend(share),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    #[test]
    fn results_stand_in_the_order_of_the_things_whichever_is_done_first() {
        let numbers: Vec<u64> = (0..100).collect();
        let slow_at_first = |number: u64| {
            std::thread::sleep(std::time::Duration::from_millis(10 / (number + 1)));
            number * number
        };
        let squares: Vec<u64> = numbers.iter().map(|number| number * number).collect();
        assert_eq!(side_by_side(numbers, slow_at_first), squares);
        assert_eq!(side_by_side(Vec::new(), slow_at_first), Vec::<u64>::new());
    }
}
