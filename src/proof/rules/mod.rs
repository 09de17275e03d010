//! The data files of the rules, brought into the program.

/// Files of this folder, by their names.
macro_rules! files {
    ($($name:literal)*) => {
        &[$(($name, include_str!($name))),*]
    };
}

/// Every rule's file; a test holds that none of the folder is missing here.
pub(super) const FILES: &[(&str, &str)] = files!(
    "announces-call.yaml"
    "apology.yaml"
    "asks-status.yaml"
    "attachment-mention.yaml"
    "begging.yaml"
    "busy-schedule-cliche.yaml"
    "casual-greeting.yaml"
    "casual-signoff.yaml"
    "emoji-or-slang.yaml"
    "exclamation-overuse.yaml"
    "flattery-overflow.yaml"
    "gendered-salutation.yaml"
    "generic-salutation.yaml"
    "gift-or-social-ask.yaml"
    "group-note.yaml"
    "hedging.yaml"
    "impatient.yaml"
    "job-cliche.yaml"
    "linkedin-ask.yaml"
    "marital-title.yaml"
    "mixed-up-words.yaml"
    "needs-job.yaml"
    "negative-talk.yaml"
    "no-specific-detail.yaml"
    "no-thanks.yaml"
    "notes-too-similar.yaml"
    "over-eager.yaml"
    "permission-opener.yaml"
    "placeholder-left.yaml"
    "salary-talk.yaml"
    "self-benefit.yaml"
    "sets-deadline.yaml"
    "subject-too-long.yaml"
    "subject-vague.yaml"
    "thanks-in-advance.yaml"
    "thanks-only.yaml"
    "too-long.yaml"
    "too-many-i.yaml"
    "too-many-paragraphs.yaml"
    "too-personal.yaml"
    "too-short.yaml"
);
