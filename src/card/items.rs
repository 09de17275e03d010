//! A passage cut into what a shaper takes at once: text of one direction, one face and one script.

use std::ops::Range;
use std::sync::Arc;

use harfrust::{Script, unicode};

use super::CardError;
use super::bidi::Levels;
use super::coverage::divide;
use super::fonts::Face;

/// Text of one face, direction and script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// Bytes of the passage.
    pub range: Range<usize>,
    /// The place of the face in the chain.
    pub face: usize,
    pub rtl: bool,
    pub script: Script,
}

/// Cuts a passage into items, which follow each other without gap.
///
/// Directions, faces and scripts each cover the whole passage, so that one walk along all three is
/// enough however often they change.
pub(super) fn items(
    text: &str,
    levels: &Levels<'_>,
    chain: &[Arc<Face>],
) -> Result<Vec<Item>, CardError> {
    let (directions, faces, scripts) = (levels.logical(), divide(text, chain)?, scripts(text));
    let (mut directions, mut faces, mut scripts) = (
        directions.iter().peekable(),
        faces.iter().peekable(),
        scripts.iter().peekable(),
    );
    let mut items = Vec::new();
    let mut from = 0;
    while let (Some(directed), Some(face), Some((script, scripted))) =
        (directions.peek(), faces.peek(), scripts.peek())
    {
        let ends = [directed.range.end, face.range.end, scripted.end];
        let to = ends.into_iter().fold(usize::MAX, usize::min);
        items.push(Item {
            range: from..to,
            face: face.face,
            rtl: directed.rtl,
            script: *script,
        });
        directions.next_if(|directed| directed.range.end == to);
        faces.next_if(|face| face.range.end == to);
        scripts.next_if(|(_, scripted)| scripted.end == to);
        from = to;
    }
    Ok(items)
}

/// The items that a part of the passage touches, each with the bytes that they share.
pub(super) fn within(
    items: &[Item],
    part: Range<usize>,
) -> impl Iterator<Item = (&Item, Range<usize>)> {
    let first = items.partition_point(|item| item.range.end <= part.start);
    items[first..]
        .iter()
        .map(move |item| {
            let shared = item.range.start.max(part.start)..item.range.end.min(part.end);
            (item, shared)
        })
        .take_while(|(_, shared)| !shared.is_empty())
}

/// Stretches of one script; what belongs to every script goes with what stands before it.
fn scripts(text: &str) -> Vec<(Script, Range<usize>)> {
    if text.is_ascii() {
        return vec![(Script::LATIN, 0..text.len())];
    }
    let mut runs: Vec<(Script, Range<usize>)> = Vec::new();
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        let script = unicode::script(u32::from(character));
        let common = [Script::COMMON, Script::INHERITED, Script::UNKNOWN].contains(&script);
        match runs.last_mut() {
            Some((last, range)) if common || *last == script => {
                range.end = end;
            }
            // What came so far was common to all scripts: it joins the first that is not.
            Some((last, range)) if *last == Script::COMMON => {
                *last = script;
                range.end = end;
            }
            _ => runs.push((if common { Script::COMMON } else { script }, start..end)),
        }
    }
    for (script, _) in &mut runs {
        if *script == Script::COMMON {
            *script = Script::LATIN;
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::super::{Fonts, Lettering};
    use super::*;

    fn of(text: &str) -> Vec<Item> {
        let chain = Fonts::built_in().chain(Lettering::Caveat);
        items(text, &Levels::of(text), &chain).unwrap_or_default()
    }

    #[test]
    fn items_cover_the_passage_and_change_where_direction_face_or_script_does() {
        // Caveat has no Greek; `\u{202e}` turns what follows around.
        let text = "One αβγ two \u{202e}abc αβγ\u{202c} три";
        let found = of(text);
        let mut from = 0;
        for item in &found {
            assert_eq!(item.range.start, from);
            from = item.range.end;
        }
        assert_eq!(from, text.len());
        for pair in found.windows(2) {
            let key = |item: &Item| (item.rtl, item.face, item.script);
            assert_ne!(key(&pair[0]), key(&pair[1]));
        }
        let at = |word: &str| {
            let place = text.find(word).unwrap_or(usize::MAX);
            found.iter().find(|item| item.range.contains(&place))
        };
        assert!(at("One").is_some_and(|item| !item.rtl && item.script == Script::LATIN));
        assert!(at("αβγ").is_some_and(|item| !item.rtl && item.script == Script::GREEK));
        assert!(at("bc").is_some_and(|item| item.rtl && item.face == 0));
        assert!(at("три").is_some_and(|item| item.script == Script::CYRILLIC));
    }

    #[test]
    fn a_part_finds_its_own_items_and_no_other_is_looked_at() {
        let text = "a α ".repeat(2_000);
        let all = of(&text);
        assert_eq!(all.len(), 4_000);
        // A space goes with what stands before it: `a ` has two bytes, `α ` three.
        let part: Vec<_> = within(&all, 5_001..5_006).collect();
        let ranges: Vec<_> = part.iter().map(|(_, range)| range.clone()).collect();
        assert_eq!(ranges, [5_001..5_002, 5_002..5_005, 5_005..5_006]);
        assert_eq!(part[0].0, &all[2_000]);
        assert_eq!(within(&all, 7..7).count(), 0);
    }
}
