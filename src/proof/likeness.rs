use super::Proof;
use super::document::Document;
use super::finding::Finding;
pub fn likeness(documents: &[Document], _proof: &Proof<'_>) -> Vec<Vec<Finding>> {
    documents.iter().map(|_| Vec::new()).collect()
}
