use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// One step of a [`Path`]: a key of a mapping or a place in a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The key of a mapping, as typed; every path through it shares it.
    Key(Arc<str>),
    /// The place in a list, counted from 0.
    Item(usize),
}

/// Names a value of a file by the keys that lead to it, such as `interviewers[2].name`.
///
/// A path is symbolic: it holds no byte offsets. Only [`Source`](super::Source) turns it into a
/// range of bytes, and only when a message is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(Vec<Step>);

impl Path {
    /// The whole document.
    pub fn root() -> Self {
        Self::default()
    }

    /// The path of the value under `key`.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Step::Key(key.into()))
    }

    /// The path of the item at `place`, counted from 0.
    #[must_use]
    pub fn item(&self, place: usize) -> Self {
        self.with(Step::Item(place))
    }

    /// The steps from the document down to the value.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The path of the mapping or list that holds this value; the root holds itself.
    #[must_use]
    pub fn parent(&self) -> Self {
        let above = self.0.split_last().map_or(&[][..], |(_, above)| above);
        Self(above.to_vec())
    }

    /// This path with its beginning `from` replaced by `to`; `None` if it does not begin so.
    #[must_use]
    pub fn rebased(&self, from: &Self, to: &Self) -> Option<Self> {
        let rest = self.0.strip_prefix(from.0.as_slice())?;
        Some(Self(to.0.iter().chain(rest).cloned().collect()))
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = Vec::with_capacity(self.0.len() + 1);
        steps.extend_from_slice(&self.0);
        steps.push(step);
        Self(steps)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) => {
                    f.write_str(if index == 0 { "" } else { "." })?;
                    f.write_str(key)?;
                }
                Step::Item(place) => write!(f, "[{place}]")?,
            }
        }
        Ok(())
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
