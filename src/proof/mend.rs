//! What is certain, put in place.

use super::finding::Finding;

/// A letter's file with every certain finding mended; tone is never mended for anybody.
pub fn mended(file: &str, findings: &[Finding]) -> String {
    let mut mends: Vec<(&std::ops::Range<usize>, &str)> = findings
        .iter()
        .filter(|finding| finding.certain)
        .filter_map(|finding| {
            Some((
                finding.range.as_ref()?,
                finding.suggestions.first()?.as_str(),
            ))
        })
        .collect();
    mends.sort_by_key(|(range, _)| range.start);
    let mut text = String::with_capacity(file.len());
    let mut done = 0;
    for (range, words) in mends {
        // Of two that overlap the first is enough; another run sees to the rest.
        if range.start < done {
            continue;
        }
        text.push_str(&file[done..range.start]);
        text.push_str(words);
        done = range.end;
    }
    text.push_str(&file[done..]);
    text
}
