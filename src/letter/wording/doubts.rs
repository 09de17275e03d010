//! Picks that name nobody, no pool or no phrase: the letters then have the phrases that are dealt.

use super::Wording;
use crate::diagnostic::{Diagnostic, Path, Place, Report, nearest};
use crate::language::either;
use crate::notes::Notes;
use crate::theme::Theme;

/// As many names are shown beside a likely guess.
const FEW: usize = 12;

impl Wording {
    /// A warning for every pick that has no effect with these notes and this theme.
    pub fn doubts(&self, notes: &Notes, theme: &Theme) -> Report {
        let recruiter = notes.recruiter.iter().map(|each| each.name.as_str());
        let interviewers = notes.interviewers.iter().map(|each| each.name.as_str());
        let mut people: Vec<&str> = interviewers.chain(recruiter).collect();
        people.push(&notes.from.name);
        let mut found = self.warnings.clone();
        let mut stranger = None;
        for (person, pool, phrase) in self.pins.iter() {
            let at = Path::root().key(person);
            if !people.contains(&person) {
                if stranger.replace(person) != Some(person) {
                    let message = format!("nobody in the notes is called `{person}`");
                    found.push(doubt(
                        Place::Key(at),
                        message,
                        person,
                        &people,
                        "the notes name",
                    ));
                }
                continue;
            }
            let at = at.key(pool);
            let Some(pool) = theme.pool(pool) else {
                let pools: Vec<&str> = theme.pools().map(|pool| pool.id.as_str()).collect();
                let message = format!("the theme has no pool `{pool}`");
                found.push(doubt(
                    Place::Key(at),
                    message,
                    pool,
                    &pools,
                    "its pools are",
                ));
                continue;
            };
            let phrases: Vec<&str> = pool.phrases.iter().map(AsRef::as_ref).collect();
            if !phrases.contains(&phrase) {
                let message = match phrase {
                    "" => format!("no phrase of the pool `{}` is named here", pool.id),
                    _ => format!("the theme's pool `{}` has no phrase `{phrase}`", pool.id),
                };
                let known = "its phrases are";
                found.push(doubt(Place::Value(at), message, phrase, &phrases, known));
            }
        }
        let mut report = Report {
            source: self.source.clone(),
            diagnostics: found,
        };
        report.sort();
        report.limit();
        report
    }
}

/// A warning with the name that was probably meant, and those that there are.
fn doubt(place: Place, message: String, typed: &str, known: &[&str], are: &str) -> Diagnostic {
    let mut found = Diagnostic::warning("stale-wording", place, message);
    let near = nearest(typed, known);
    if let Some(near) = near {
        found = found.help(format!("did you mean `{near}`?"));
    }
    if near.is_none() || known.len() <= FEW {
        let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        found = found.help(format!("{are} {}", either(&names)));
    }
    found.help("until then it has no effect")
}
