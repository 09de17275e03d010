use super::Page;
use super::finding::Findings;

pub(super) fn check(_page: &Page<'_>, _findings: &mut Findings<'_>) {}
