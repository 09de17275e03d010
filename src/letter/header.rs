//! Where the header of a letter's file stands, for those who read the file as it was typed.

use std::ops::Range;

use super::file::lines;

/// The parts of a letter's file, in bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// The value of `to`.
    pub to: Option<Range<usize>>,
    /// The value of `subject`.
    pub subject: Option<Range<usize>>,
    /// Where the body begins; 0 where the file has no header.
    pub body: usize,
}

impl Header {
    /// Finds the header of a file; what has none is all body.
    ///
    /// The first line of such a file may name its subject, as mail programs show it
    /// (`Subject: Thank you`).
    pub fn find(text: &str) -> Self {
        let mut header = Self::default();
        let mut all = lines(text).skip_while(|(_, line)| line.trim().is_empty());
        let Some((range, first)) = all.next() else {
            return header;
        };
        if first.trim() != "---" {
            if let Some(subject) = value(first, range.start, "subject") {
                header.subject = Some(subject);
                header.body = range.end;
            }
            return header;
        }
        for (range, line) in all {
            if line.trim() == "---" {
                header.body = range.end;
                return header;
            }
            header.to = header.to.or(value(line, range.start, "to"));
            header.subject = header.subject.or(value(line, range.start, "subject"));
        }
        // What never ends is no header.
        Self::default()
    }
}

/// The bytes of a line's value, if the line has the key and says anything.
fn value(line: &str, start: usize, key: &str) -> Option<Range<usize>> {
    let (typed, after) = line.split_once(':')?;
    let words = after.trim();
    if !typed.trim().eq_ignore_ascii_case(key) || words.is_empty() {
        return None;
    }
    let at = start + typed.len() + 1 + (after.len() - after.trim_start().len());
    Some(at..at + words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_and_a_first_line_with_the_subject_are_told_from_the_body() {
        let text = "---\nto: Ann Lee <a@b.example>\nsubject: Thanks: all\n---\n\nDear Ann,\n";
        let header = Header::find(text);
        assert_eq!(&text[header.to.unwrap()], "Ann Lee <a@b.example>");
        assert_eq!(&text[header.subject.unwrap()], "Thanks: all");
        assert_eq!(&text[header.body..], "\n\nDear Ann,\n");

        let text = "Subject: Thank you\r\n\r\nDear Ann,";
        let header = Header::find(text);
        assert_eq!(&text[header.subject.unwrap()], "Thank you");
        assert_eq!(text[header.body..].trim(), "Dear Ann,");

        assert_eq!(Header::find("---\nto: nobody"), Header::default());
        assert_eq!(Header::find(""), Header::default());
    }
}
