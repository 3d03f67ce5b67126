use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::event::Event;
use crate::installed::program;
use crate::missing::did_not_run;
use crate::program::{Running, Seen};

/// Makes system calls of plenary fail, or be its last.
pub(crate) struct Strace(PathBuf);

impl Strace {
    /// Finds it, if it works here: a container may forbid it. Says so otherwise.
    pub(crate) fn find() -> Option<Self> {
        let strace = program("strace", "strace")?;
        let works = Command::new(&strace)
            .args(["-o", "/dev/null", "-e", "inject=fsync:error=EIO", "true"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        if !works {
            did_not_run("strace may not trace here");
        }
        works.then_some(Self(strace))
    }

    /// Runs plenary with these words while calls go wrong, as `inject=fsync:error=EIO:when=1` has it.
    pub(crate) fn inject(&self, event: &Event, inject: &str, typed: &str) -> Seen {
        self.run(event, &["-e", inject], typed)
    }

    /// Does so for calls that have to do with one file of the event only.
    pub(crate) fn inject_into(&self, event: &Event, file: &str, inject: &str, typed: &str) -> Seen {
        let path = event.path(file).display().to_string();
        self.run(event, &["-P", &path, "-e", inject], typed)
    }

    /// Kills plenary at each of these system calls in turn, the first time it is made, the second time and so on until
    /// it comes to its end. Returns how often it was killed. `scene` makes an event; `after` looks at it.
    pub(crate) fn kill_at_each<T: AsRef<Event>>(
        &self,
        calls: &[&str],
        typed: &str,
        scene: impl Fn() -> T,
        mut after: impl FnMut(T, &str),
    ) -> usize {
        let mut kills = 0;
        for call in calls {
            // strace counts the calls of each name by themselves; `?` lets it pass over those that this machine lacks.
            for nth in 1..100 {
                let event = scene();
                let inject = format!("inject=?{call}:signal=KILL:when={nth}");
                let seen = self.inject(event.as_ref(), &inject, typed);
                if seen.exit == Some(0) {
                    break;
                }
                assert!(nth < 99, "it is killed for ever: {seen:?}");
                kills += 1;
                after(event, &format!("{call} {nth}"));
            }
        }
        kills
    }

    /// Starts plenary as [`inject`](Self::inject) runs it, for whoever does something meanwhile.
    pub(crate) fn start(&self, event: &Event, inject: &str, typed: &str) -> Running {
        Running::start(&mut self.command(event, &["-e", inject], typed))
    }

    fn run(&self, event: &Event, options: &[&str], typed: &str) -> Seen {
        event.play(&mut self.command(event, options, typed))
    }

    fn command(&self, event: &Event, options: &[&str], typed: &str) -> Command {
        let mut words = vec!["-f", "-qq", "-o", "/dev/null"];
        words.extend(options);
        words.push(env!("CARGO_BIN_EXE_plenary"));
        words.extend(typed.split(' '));
        let mut command = event.within(Command::new(&self.0), &words);
        command.env("PLENARY_SEED", "1");
        command
    }
}
