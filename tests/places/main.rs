//! Places under everything that can happen: random sign-ups, groups, cancellations, changes of capacity, edits by hand,
//! clocks that jump and runs that are killed. What must always hold is checked after each step.
#![allow(clippy::expect_used)]

mod hall;
mod post;

use proptest::prelude::*;

use hall::{Hall, Step};

fn step() -> impl Strategy<Value = Step> {
    let who = 0_usize..40;
    prop_oneof![
        6 => (1_usize..4, 0_u8..3).prop_map(|(people, ticket)| Step::SignUp { people, ticket }),
        4 => who.clone().prop_map(Step::Cancel),
        2 => (0_u32..12).prop_map(Step::Capacity),
        1 => (0_u32..4).prop_map(Step::TicketCapacity),
        2 => (who.clone(), 0_usize..4).prop_map(|(who, status)| Step::Hand(who, status)),
        1 => who.clone().prop_map(Step::DeleteRow),
        1 => (who.clone(), -2_i32..3).prop_map(|(who, number)| Step::Priority(who, number)),
        2 => who.clone().prop_map(Step::Accept),
        2 => (-30_i64..100).prop_map(Step::Clock),
        2 => who.prop_map(Step::Killed),
        4 => Just(Step::Due),
        1 => any::<bool>().prop_map(Step::Server),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_places_go_to_the_first_who_fit_and_history_can_say_why(
        steps in prop::collection::vec(step(), 1..40),
        offers in any::<bool>(),
    ) {
        let mut hall = Hall::new(offers);
        for step in &steps {
            hall.take(step);
            hall.check();
        }
    }
}
