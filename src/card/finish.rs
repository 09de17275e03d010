//! The last touches to a PDF that printpdf leaves to its user.

use lopdf::{Dictionary, Document, Object, StringFormat};
use sha2::{Digest, Sha256};

use super::CardError;
use super::leaf::Flip;
use super::sheet::Binding;

/// Entries of the information dictionary that would be wrong or empty: dates, since the library
/// has no clock, and the claim to a standard that nobody checked.
const UNTRUE: [&[u8]; 8] = [
    b"CreationDate",
    b"ModDate",
    b"GTS_PDFXVersion",
    b"Trapped",
    b"Identifier",
    b"Keywords",
    b"Subject",
    b"Creator",
];

/// Sets version, language and ids, and gives the file's bytes.
pub(super) fn finish(mut document: Document, binding: &Binding<'_>) -> Result<Vec<u8>, CardError> {
    document.version = "1.7".to_owned();
    let info = document
        .trailer
        .get(b"Info")
        .and_then(Object::as_reference)
        .map_err(refused)?;
    let info = document.get_dictionary_mut(info).map_err(refused)?;
    for key in UNTRUE {
        info.remove(key);
    }
    let catalog = document.catalog_mut().map_err(refused)?;
    catalog.set("Lang", Object::string_literal(binding.language.tag()));
    catalog.set("PageLayout", "SinglePage");
    catalog.set("ViewerPreferences", viewer_preferences(binding));
    document.compress();
    let id = content_hash(&document)?;
    let id = || Object::String(id.clone(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id(), id()]);
    bytes(&mut document)
}

fn viewer_preferences(binding: &Binding<'_>) -> Dictionary {
    let mut preferences = Dictionary::new();
    if binding.keeps_size {
        preferences.set("PrintScaling", "None");
    }
    match binding.flip {
        Some(Flip::Long) => preferences.set("Duplex", "DuplexFlipLongEdge"),
        Some(Flip::Short) => preferences.set("Duplex", "DuplexFlipShortEdge"),
        None => {}
    }
    preferences.set("DisplayDocTitle", true);
    preferences
}

/// An id by what the file says, since one by time or chance would differ from run to run.
fn content_hash(document: &Document) -> Result<Vec<u8>, CardError> {
    let mut plain = document.clone();
    plain.trailer.remove(b"ID");
    Ok(Sha256::digest(bytes(&mut plain)?)[..16].to_vec())
}

/// Writes with object streams: a card is small, and its dictionaries are a tenth of the file.
fn bytes(document: &mut Document) -> Result<Vec<u8>, CardError> {
    let mut bytes = Vec::new();
    document
        .save_modern(&mut bytes)
        .map_err(|problem| CardError::Pdf {
            reason: problem.to_string(),
        })?;
    Ok(bytes)
}

pub(super) fn refused(problem: lopdf::Error) -> CardError {
    CardError::Pdf {
        reason: problem.to_string(),
    }
}
