use crate::commands::context::Context;

/// How a part of a whole is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bar {
    width: usize,
    full: char,
    free: char,
}

impl Bar {
    /// Blocks on a terminal that speaks UTF-8, which the environment tells (locale(7)); ASCII everywhere else.
    pub(super) fn of(context: &Context) -> Self {
        let set = |name: &&str| std::env::var(name).is_ok_and(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find(set);
        let locale = locale
            .and_then(|name| std::env::var(name).ok())
            .unwrap_or_default();
        let utf8 = locale.to_lowercase().replace('-', "").contains("utf8");
        let room = context.screen.room();
        let (full, free) = if utf8 && room.is_some() {
            ('█', '░')
        } else {
            ('#', '.')
        };
        Self {
            width: if room.is_some_and(|room| room < 60) {
                10
            } else {
                20
            },
            full,
            free,
        }
    }

    pub(super) fn text(self, part: usize, whole: usize) -> String {
        let filled = (part * self.width)
            .checked_div(whole)
            .unwrap_or(self.width)
            .min(self.width);
        let cells = std::iter::repeat_n(self.full, filled);
        let cells = cells.chain(std::iter::repeat_n(self.free, self.width - filled));
        format!("[{}]", cells.collect::<String>())
    }
}
