use std::borrow::Cow;

use encoding_rs::Encoding;

use super::spelled;

/// A table that says which character each byte is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Charset {
    /// One of the WHATWG Encoding Standard.
    Web(&'static Encoding),
    /// One of DOS, in which Excel still saves its "CSV (MS-DOS)".
    Dos(&'static Dos),
}

/// A code page of DOS: the lower half is ASCII.
#[derive(Debug)]
pub(super) struct Dos {
    pub(super) name: &'static str,
    /// The 128 characters of the upper half.
    upper: &'static str,
}

pub(super) static CP850: Dos = Dos {
    name: "CP850",
    upper: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
        áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
        └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
        ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
};

pub(super) static CP852: Dos = Dos {
    name: "CP852",
    upper: "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č\
        áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐\
        └┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀\
        ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}",
};

pub(super) static CP857: Dos = Dos {
    name: "CP857",
    upper: "ÇüéâäàåçêëèïîıÄÅÉæÆôöòûùİÖÜø£ØŞş\
        áíóúñÑĞğ¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
        └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ºªÊËÈ\u{fffd}ÍÎÏ┘┌█▄¦Ì▀\
        ÓßÔÒõÕµ\u{fffd}×ÚÛÙìÿ¯´\u{ad}±\u{fffd}¾¶§÷¸°¨·¹³²■\u{a0}",
};

pub(super) static CP437: Dos = Dos {
    name: "CP437",
    upper: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
        áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
        └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
        αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
};

impl Dos {
    /// The code page of a label such as `cp850`, `ibm-850` or `850`.
    pub(super) fn for_label(label: &str) -> Option<&'static Self> {
        let number = label.trim_start_matches(|c: char| !c.is_ascii_digit());
        let is = |page: &&'static Self| {
            page.name.strip_prefix("CP") == Some(number)
                && ["", "cp", "ibm", "ibm-", "dos-", "cp-"]
                    .contains(&&label[..label.len() - number.len()])
        };
        [&CP850, &CP852, &CP857, &CP437].into_iter().find(is)
    }

    pub(super) fn decode(&self, bytes: &[u8]) -> String {
        let upper: Vec<char> = self.upper.chars().collect();
        let read = |byte: &u8| match byte {
            0..=0x7f => char::from(*byte),
            _ => upper
                .get(usize::from(byte - 0x80))
                .copied()
                .unwrap_or('\u{fffd}'),
        };
        bytes.iter().map(read).collect()
    }
}

impl Charset {
    /// The name as people know it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Web(encoding) => spelled(encoding),
            Self::Dos(page) => page.name,
        }
    }

    /// Decodes a piece of a text.
    pub(super) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Web(encoding) => encoding.decode_without_bom_handling(bytes).0,
            Self::Dos(page) => page.decode(bytes).into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_page_has_a_character_for_each_byte() {
        for page in [&CP850, &CP852, &CP857, &CP437] {
            assert_eq!(page.upper.chars().count(), 128, "{}", page.name);
        }
        assert_eq!(CP850.decode(b"J\x94rg M\x81ller, \x9c5"), "Jörg Müller, £5");
        assert_eq!(CP852.decode(b"Micha\x88 Go\x88\xa5b"), "Michał Gołąb");
        assert_eq!(CP857.decode(b"Ay\x9fe Y\x8dlmaz"), "Ayşe Yılmaz");
        let found = |label| Dos::for_label(label).map(|page| page.name);
        assert_eq!(found("ibm850"), Some("CP850"));
        assert_eq!((found("cp1252"), found("windows-850")), (None, None));
    }
}
