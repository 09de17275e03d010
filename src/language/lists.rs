use rustc_hash::{FxHashMap, FxHashSet};

/// Named lists of words from a data file that anybody can mend.
///
/// A line `[name]` begins a list; the words after it are parted by white space, over any number of
/// lines; a line that begins with `#` is a comment.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// The words of each list, in the order of the file.
    words: FxHashMap<&'static str, Vec<&'static str>>,
    /// Each with the list that it is in, to ask for one.
    listed: FxHashSet<(&'static str, &'static str)>,
}

impl Lists {
    /// Reads the text of a data file.
    pub fn read(text: &'static str) -> Self {
        let mut lists: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        let mut current = "";
        for line in text.lines().map(str::trim) {
            let name = line
                .strip_prefix('[')
                .and_then(|line| line.strip_suffix(']'));
            if let Some(name) = name {
                current = name;
            } else if !line.starts_with('#') {
                lists
                    .entry(current)
                    .or_default()
                    .extend(line.split_whitespace());
            }
        }
        let each = lists.iter();
        let each = each.flat_map(|(name, words)| words.iter().map(|word| (*name, *word)));
        Self {
            listed: each.collect(),
            words: lists,
        }
    }

    /// The words of a list, in the order of the file; none where there is no such list.
    pub fn words(&self, list: &str) -> &[&'static str] {
        self.words.get(list).map_or(&[], Vec::as_slice)
    }

    /// Whether a list has a word, spelt exactly so.
    pub fn has(&self, list: &str, word: &str) -> bool {
        self.listed.contains(&(list, word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_goes_on_over_lines_until_the_next() {
        let lists = Lists::read("# about\n[one]\na B\n# c d\n  e\n\n[two]\nf\n");
        assert_eq!(lists.words("one"), ["a", "B", "e"]);
        assert!(lists.has("two", "f") && !lists.has("two", "a") && !lists.has("one", "b"));
        assert!(lists.words("three").is_empty() && lists.words("").is_empty());
    }
}
