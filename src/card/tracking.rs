//! Room that is added to what the face asks for: after a list's mark, and around strong letters,
//! whose outline would else eat into the room between them.

use super::entries::Entry;
use super::shape::{Cell, ShapedRun, Shaper};

/// The outline of strong letters in ems of their face; half of it stands out around them.
pub(super) const OUTLINE: f32 = 0.03;
/// What is added after each strong letter, in ems. Less than the outline takes: heavy letters stand
/// closer.
const AROUND_STRONG: f32 = 0.018;
/// What is added to the space after a list's mark, in ems.
const AFTER_MARK: f32 = 0.28;

impl Entry {
    /// What is added after the cluster that begins at a byte, in ems.
    fn tracking(&self, cluster: usize) -> f32 {
        let after_mark = cluster + 1 == self.hang;
        let around = if self.is_strong(cluster) {
            AROUND_STRONG
        } else {
            0.0
        };
        around + if after_mark { AFTER_MARK } else { 0.0 }
    }

    /// What is added within the marks of the lists that the entry stands in, in ems.
    pub fn tracking_of_marks(&self) -> f32 {
        self.under.matches(' ').count() as f32 * AFTER_MARK
    }

    /// Adds the room where the entry's words are measured.
    pub fn track_cells(&self, cells: &mut [Cell]) {
        for cell in cells {
            cell.advance += self.tracking(cell.start);
        }
    }

    /// Adds the room where they are set: behind all of a cluster, so that a mark stays over its
    /// letter.
    pub fn track_runs(&self, runs: &mut [ShapedRun], shaper: &Shaper<'_>) {
        for run in runs {
            let unit = shaper.unit(run.face);
            for cluster in run.glyphs.chunk_by_mut(|a, b| a.cluster == b.cluster) {
                if let Some(last) = cluster.last_mut() {
                    last.advance += (self.tracking(last.cluster) / unit).round() as i32;
                }
            }
        }
    }
}
