//! A disk that is full.

use std::process::Command;

use crate::disk::{ADD, LIST, failed};
use crate::event::{Event, crowd};
use crate::installed::program;
use crate::missing::did_not_run;
use crate::root::is_root;

/// A disk of 64 KiB in memory; unmounted when dropped.
struct SmallDisk<'a>(&'a Event);

impl<'a> SmallDisk<'a> {
    fn mount(event: &'a Event) -> Option<Self> {
        if !is_root() {
            did_not_run("only root can mount a small disk");
            return None;
        }
        let mount = program("mount", "mount")?;
        let root = event.root().as_os_str();
        let done = Command::new(mount)
            .args(["-t", "tmpfs", "-o", "size=64k", "plenary-test"])
            .arg(root)
            .stderr(std::process::Stdio::null())
            .status();
        if !done.is_ok_and(|status| status.success()) {
            did_not_run("a small disk cannot be mounted here");
            return None;
        }
        Some(Self(event))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.root()).status();
    }
}

#[test]
fn a_full_disk_loses_nothing() {
    let event = Event::of(&[]);
    let Some(_disk) = SmallDisk::mount(&event) else {
        return;
    };
    event.server("folder:delivered");
    event.list(&crowd(3));
    assert_eq!(event.run("registration confirm krt-mwbb").exit, Some(0));
    let before = event.read("registrations.csv");
    let filled = std::fs::write(event.path("big"), vec![b'x'; 1 << 20]);
    assert!(filled.is_err(), "the disk is not full");
    let names = event.names("");
    assert_eq!(event.run(ADD), failed(LIST, "no space left on device"));
    let send = event.run("mail send confirmation");
    assert_eq!(send.exit, Some(2), "{send:?}");
    assert!(event.read("registrations.csv") == before);
    let mut after = event.names("");
    after.retain(|name| name != "mail.csv" && name != "outbox");
    assert_eq!(after, names);
    std::fs::remove_file(event.path("big")).expect("removed");
    assert_eq!(event.run(ADD).exit, Some(0));
    assert_eq!(event.run("mail send confirmation").exit, Some(0));
    assert_eq!(event.names("delivered").len(), 3);
}
