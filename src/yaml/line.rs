//! One line of a YAML file, taken apart as a person reads it: indentation, dashes, key, value.

/// A line and its parts, as bytes of the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// The first byte of the line in the file.
    pub start: usize,
    /// The line without its break.
    pub text: &'a str,
    /// How many bytes of white space and dashes stand before the key or the text.
    pub lead: usize,
    /// The key, where the line has one.
    pub key: Option<&'a str>,
    /// What stands after the key or the dash, without white space around it.
    pub value: &'a str,
}

impl<'a> Line<'a> {
    /// The line that byte `at` of `text` stands on.
    pub fn at(text: &'a str, at: usize) -> Self {
        let at = at.min(text.len());
        let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
        let line = text[start..].split('\n').next().unwrap_or_default();
        Self::new(start, line.trim_end_matches('\r'))
    }

    /// The nearest line above that holds more than white space and comments.
    pub fn above(self, text: &'a str) -> Option<Self> {
        let mut start = self.start;
        while start > 0 {
            let line = Self::at(text, start - 1);
            if !line.is_blank() {
                return Some(line);
            }
            start = line.start;
        }
        None
    }

    /// The nearest line below that holds more than white space and comments.
    pub fn below(self, text: &'a str) -> Option<Self> {
        let mut line = self;
        loop {
            let end = line.start + text[line.start..].find('\n')? + 1;
            if end >= text.len() {
                return None;
            }
            line = Self::at(text, end);
            if !line.is_blank() {
                return Some(line);
            }
        }
    }

    /// Whether it begins an item of a list.
    pub fn is_item(self) -> bool {
        self.text.trim_start().starts_with("- ")
    }

    fn new(start: usize, text: &'a str) -> Self {
        let mut lead = 0;
        loop {
            let rest = &text[lead..];
            let blank = rest.len() - rest.trim_start().len();
            lead += blank;
            match text[lead..].strip_prefix('-') {
                Some(after) if after.is_empty() || after.starts_with([' ', '\t']) => lead += 1,
                _ => break,
            }
        }
        let rest = &text[lead..];
        let key = rest.find(':').filter(|&colon| {
            let name = &rest[..colon];
            let after = &rest[colon + 1..];
            !name.is_empty()
                && name
                    .chars()
                    .all(|char| char.is_ascii_alphanumeric() || "_-".contains(char))
                && (after.is_empty() || after.starts_with([' ', '\t']))
        });
        let (key, value) = match key {
            Some(colon) => (Some(&rest[..colon]), &rest[colon + 1..]),
            None => (None, rest),
        };
        Self {
            start,
            text,
            lead,
            key,
            value: value.trim(),
        }
    }

    /// Whether nothing but white space or a comment stands on it.
    pub fn is_blank(self) -> bool {
        self.key.is_none() && (self.value.is_empty() || self.value.starts_with('#'))
    }

    /// The white space before the first character.
    pub fn indent(self) -> &'a str {
        let blank = self.text.len() - self.text.trim_start().len();
        &self.text[..blank]
    }

    /// Everything before the value, as it was typed, with the space that belongs there.
    pub fn before_value(self) -> String {
        match self.key {
            Some(key) => format!("{}{key}: ", &self.text[..self.lead]),
            None => self.text[..self.lead].to_owned(),
        }
    }

    /// The bytes of the value in the file.
    pub fn value_span(self) -> std::ops::Range<usize> {
        let from = self.lead + self.key.map_or(0, |key| key.len() + 1);
        let blank = self.text[from..].len() - self.text[from..].trim_start().len();
        let start = self.start + from + blank;
        start..start + self.value.len()
    }

    /// The bytes of the line in the file, without indentation and break.
    pub fn span(self) -> std::ops::Range<usize> {
        let start = self.start + self.indent().len();
        start..self.start + self.text.trim_end().len().max(self.indent().len())
    }
}
