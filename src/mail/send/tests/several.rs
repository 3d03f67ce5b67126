//! Several connections at once.

use super::*;

/// Sends with several connections, each of which follows its script. Returns who was carried over each, and the summary.
fn over(scripts: &[&str], count: usize) -> (Vec<Vec<String>>, Summary) {
    let mut servers: Vec<Server> = scripts
        .iter()
        .map(|script| Server {
            script: script.chars().collect(),
            carried: Vec::new(),
        })
        .collect();
    let carriers = servers.iter_mut();
    let mut carriers: Vec<&mut (dyn Carrier + Send)> = carriers.map(|server| server as _).collect();
    let mut open = |mail: &Waiting| Ok(Some(draft(mail.key.clone())));
    let calls: (&Tell<'_>, &Still<'_>) = (&|_| Ok(()), &|_| Since::Same);
    let summary = send(&outgoing(count), &mut open, &mut carriers, calls);
    let carried = servers.into_iter().map(|server| server.carried);
    (carried.collect(), summary.expect("a journal"))
}

#[test]
fn over_several_connections_everybody_gets_one() {
    let (carried, summary) = over(&["", "", "", ""], 1000);
    assert_eq!(counts(&summary), [1000, 0, 0, 0, 0]);
    let mut all: Vec<usize> = carried
        .concat()
        .iter()
        .map(|person| person.parse().expect("a number"))
        .collect();
    all.sort_unstable();
    assert_eq!(all, (0..1000).collect::<Vec<_>>());
}

#[test]
fn a_connection_that_the_server_does_not_allow_leaves_its_mails_to_the_others() {
    let (carried, summary) = over(&["", "a", "a"], 300);
    assert_eq!(
        (counts(&summary), reason(&summary)),
        ([300, 0, 0, 0, 0], String::new())
    );
    assert!(carried[1].len() <= 1 && carried[2].len() <= 1);
    // Only the last one says that the server is away.
    let (_, summary) = over(&["a", "a", "a"], 300);
    assert_eq!(
        (counts(&summary), reason(&summary), summary.exit()),
        ([0, 0, 0, 0, 300], "no room".to_string(), Exit::TryLater)
    );
}
