//! A real mail server: Postfix with a queue of its own, which keeps each mail on disk before it says yes, and then
//! throws it away.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::peers::{answers, free_port};

pub(crate) struct Postfix {
    folder: tempfile::TempDir,
    port: u16,
}

const SERVICES: &str = "\
PORT inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
";

impl Postfix {
    /// Starts it; none where it is not installed, or we may not.
    pub(crate) fn start() -> Option<Self> {
        let folder = tempfile::tempdir().ok()?;
        let port = free_port();
        let root = folder.path();
        fs::set_permissions(root, std::os::unix::fs::PermissionsExt::from_mode(0o755)).ok()?;
        for name in ["etc", "queue", "data"] {
            fs::create_dir(root.join(name)).ok()?;
        }
        let owned = Command::new("chown")
            .arg("postfix")
            .arg(root.join("data"))
            .status();
        owned.ok().filter(|status| status.success())?;
        let settings = format!(
            "compatibility_level = 3.6\nqueue_directory = {0}/queue\ndata_directory = {0}/data\n\
             command_directory = /usr/sbin\ndaemon_directory = /usr/lib/postfix/sbin\nmail_owner = postfix\n\
             setgid_group = postdrop\nmyhostname = bench.example.org\nmydestination =\nmynetworks = 127.0.0.0/8\n\
             inet_interfaces = 127.0.0.1\ninet_protocols = ipv4\ndefault_transport = discard:\n\
             relay_transport = discard:\nalias_maps =\nsmtpd_client_connection_count_limit = 0\n\
             smtpd_relay_restrictions = permit_mynetworks, reject\nmaillog_file = /dev/null\n\
             maillog_file_prefixes = /dev\n",
            root.display()
        );
        fs::write(root.join("etc/main.cf"), settings).ok()?;
        let services = SERVICES.replace("PORT", &format!("127.0.0.1:{port}"));
        fs::write(root.join("etc/master.cf"), services).ok()?;
        let postfix = Self { folder, port };
        (control(&postfix.folder.path().join("etc"), "start") && answers(port)).then_some(postfix)
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        control(&self.folder.path().join("etc"), "stop");
    }
}

fn control(settings: &Path, word: &str) -> bool {
    let mut command = Command::new("/usr/sbin/postfix");
    let command = command.arg("-c").arg(settings).arg(word);
    let command = command.stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
