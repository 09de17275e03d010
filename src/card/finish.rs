//! The last touches to a PDF that printpdf leaves to its user.

use lopdf::{Dictionary, Document, Object, StringFormat};
use sha2::{Digest, Sha256};

use super::CardError;
use super::deflate::compress;
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

/// What stands in the place of an id until the file is written.
const BLANK: [u8; 16] = *b"there is no id  ";

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
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object {
            compress(stream);
        }
    }
    // An id by what the file says, since one by time or chance would differ from run to run. The
    // hash of the file with a blank one comes into its place.
    let id = || Object::String(BLANK.to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id(), id()]);
    let mut bytes = bytes(&mut document)?;
    let hash = Sha256::digest(&bytes);
    set_ids(&mut bytes, &hash[..BLANK.len()]);
    Ok(bytes)
}

/// Puts an id in the place of the blank ones, which stand near the end of the file.
fn set_ids(bytes: &mut [u8], id: &[u8]) {
    let hex = |id: &[u8]| -> String { id.iter().map(|byte| format!("{byte:02X}")).collect() };
    let (blank, id) = (hex(&BLANK), hex(id));
    let both = format!("<{blank}><{blank}>");
    let place = bytes
        .windows(both.len())
        .rposition(|window| window == both.as_bytes());
    if let Some(there) = place.and_then(|place| bytes.get_mut(place..place + both.len())) {
        there.copy_from_slice(format!("<{id}><{id}>").as_bytes());
    }
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
