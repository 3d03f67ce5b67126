use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What was published: bytes by path.
pub(crate) type Site = BTreeMap<String, Vec<u8>>;

/// An event folder and what is published of it.
pub(crate) struct Stage {
    folder: tempfile::TempDir,
}

impl Stage {
    /// An event folder that `fill` makes.
    pub(crate) fn new(fill: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fill(folder.path());
        Self { folder }
    }

    /// One of the examples.
    pub(crate) fn example(name: &str) -> Self {
        Self::new(|folder| {
            let example = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("examples")
                .join(name);
            for file in ["event.toml", "speakers.toml", "agenda.toml"] {
                fs::copy(example.join(file), folder.join(file)).expect("a copy");
            }
        })
    }

    /// Runs plenary at a time, successfully.
    pub(crate) fn plenary(&self, now: &str, arguments: &[&str]) {
        let output = Command::new(env!("CARGO_BIN_EXE_plenary"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("PLENARY_NOW", now)
            .output()
            .expect("plenary");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
    }

    /// Makes the first release and publishes it.
    pub(crate) fn publish(&self) -> Site {
        self.plenary(
            "2024-02-01T12:00:00Z",
            &["agenda", "release", "-m", "First agenda"],
        );
        self.published("2024-02-02T12:00:00Z", "public")
    }

    /// Publishes the latest release into a folder.
    pub(crate) fn published(&self, now: &str, to: &str) -> Site {
        self.plenary(now, &["publish", "--to", to]);
        let mut site = Site::new();
        read(&self.folder.path().join(to), "", &mut site);
        site
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }
}

fn read(folder: &Path, prefix: &str, site: &mut Site) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            read(&entry.path(), &format!("{name}/"), site);
        } else {
            site.insert(name, fs::read(entry.path()).expect("a file"));
        }
    }
}

/// Returns a published text.
pub(crate) fn text<'a>(site: &'a Site, path: &str) -> &'a str {
    std::str::from_utf8(&site[path]).expect(path)
}

#[test]
fn the_same_input_gives_the_same_bytes_whatever_the_clock_says() {
    let stage = Stage::example("blackburn-2024");
    let first = stage.publish();
    assert_eq!(first, stage.published("2031-10-26T00:30:00Z", "again"));
}

#[test]
fn sessions_without_a_time_are_listed_with_who_speaks() {
    let site = Stage::example("london-2024").publish();
    let page = text(&site, "index.html");
    for told in [
        "Lindsey German",
        "Convenor · Stop the War Coalition",
        "Councillors from Stroud",
    ] {
        assert!(page.contains(told), "{told}");
    }
    assert_eq!(page.matches("<h4>").count(), 8);
    assert!(!page.contains("class=\"time\"") && !page.contains("class=\"door\""));
    assert!(
        text(&site, "agenda.md").contains("## Without a time\n\n- **Opening** · Andrew Burgin\n")
    );
}

#[test]
fn the_page_runs_nothing_and_asks_nobody_else() {
    let stage = Stage::example("blackburn-2024");
    let event = stage.path().join("event.toml");
    let old = fs::read_to_string(&event).expect("read");
    let hostile = old.replace(
        "timezone =",
        "url = \"javascript:alert(1)\"\norganiser = \"<script>alert(1)</script>\"\ntimezone =",
    );
    fs::write(&event, hostile).expect("written");
    let site = stage.publish();
    let page = text(&site, "index.html");
    for never in [
        "<script",
        "javascript:",
        " src=",
        "@import",
        "url(",
        " style=",
        "http-equiv=\"refresh",
    ] {
        assert!(!page.contains(never), "{never}");
    }
    assert!(page.contains("Organised by &lt;script&gt;alert(1)&lt;/script&gt;."));
    assert!(
        page.contains(
            "content=\"default-src &#39;none&#39;; style-src &#39;self&#39; &#39;sha256-"
        )
    );
    // Every link within the page leads somewhere, and every file it names is there.
    for link in page
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
    {
        match link.strip_prefix('#') {
            Some(target) => assert!(page.contains(&format!("id=\"{target}\"")), "{link}"),
            None if link.starts_with("mailto:") || link.starts_with("data:") => {}
            None => assert!(site.contains_key(link), "{link}"),
        }
    }
}
