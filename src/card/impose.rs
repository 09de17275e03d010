//! Turns the pages of a document into pieces and places these on other pages.
//!
//! Each piece becomes a form (ISO 32000-1, 8.10): its text stays text, its fonts are shared, and it
//! is in the file once wherever it stands.

use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use super::CardError;
use super::finish::refused;
use super::leaf::{Leaf, Placed, Stroke};

/// A piece as it is in the file.
struct Form {
    id: ObjectId,
    size: (f32, f32),
}

/// Puts leaves in the place of the document's pages, which are the pieces that stand on them.
pub(super) fn impose(document: &mut Document, leaves: &[Leaf]) -> Result<(), CardError> {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let forms = pages
        .into_iter()
        .map(|page| form(document, page))
        .collect::<Result<Vec<Form>, lopdf::Error>>()
        .map_err(refused)?;
    let root = document
        .catalog()
        .and_then(|catalog| catalog.get(b"Pages"))
        .and_then(Object::as_reference)
        .map_err(refused)?;
    let kids: Vec<ObjectId> = leaves
        .iter()
        .map(|leaf| page(document, leaf, &forms, root))
        .collect();
    let references = kids.iter().map(|id| Object::Reference(*id)).collect();
    let pages = document.get_dictionary_mut(root).map_err(refused)?;
    pages.set("Kids", Object::Array(references));
    pages.set("Count", kids.len() as i64);
    contents(document, leaves, &kids).map_err(refused)
}

/// Makes a page into a form; its stream stays where it is, with other words around it.
fn form(document: &mut Document, page: ObjectId) -> Result<Form, lopdf::Error> {
    let dictionary = document.get_dictionary(page)?;
    let resources = dictionary.get(b"Resources")?.clone();
    let id = dictionary.get(b"Contents")?.as_reference()?;
    let edges = dictionary.get(b"MediaBox")?.clone();
    let size = match edges.as_array()?.as_slice() {
        [_, _, width, height] => (width.as_float()?, height.as_float()?),
        _ => return Err(lopdf::Error::DictKey("MediaBox".to_owned())),
    };
    document.objects.remove(&page);
    let stream = document.get_object_mut(id)?.as_stream_mut()?;
    stream.dict.set("Type", "XObject");
    stream.dict.set("Subtype", "Form");
    stream.dict.set("BBox", edges);
    stream.dict.set("Resources", resources);
    Ok(Form { id, size })
}

fn page(document: &mut Document, leaf: &Leaf, forms: &[Form], root: ObjectId) -> ObjectId {
    let mut drawn = String::new();
    let mut used = Dictionary::new();
    for placed in &leaf.placed {
        if let Some(form) = forms.get(placed.piece) {
            place(&mut drawn, placed, form);
            used.set(format!("P{}", placed.piece), form.id);
        }
    }
    for stroke in &leaf.strokes {
        draw(&mut drawn, stroke);
    }
    let stream = Stream::new(Dictionary::new(), drawn.into_bytes());
    let contents = document.add_object(stream);
    let edges = [0.0, 0.0, leaf.width, leaf.height];
    let edges: Vec<Object> = edges.into_iter().map(Object::Real).collect();
    document.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => root,
        "MediaBox" => edges,
        "Resources" => dictionary! { "XObject" => used },
        "Contents" => contents,
    })
}

fn place(drawn: &mut String, placed: &Placed, form: &Form) {
    let matrix = placed.turn.matrix(form.size, placed.x, placed.y);
    let matrix = matrix.map(plain).join(" ");
    // Writing to a string cannot fail.
    let _ = writeln!(drawn, "q {matrix} cm /P{} Do Q", placed.piece);
}

fn draw(drawn: &mut String, stroke: &Stroke) {
    let [width, x, y, to_x, to_y] = [
        stroke.width,
        stroke.from.0,
        stroke.from.1,
        stroke.to.0,
        stroke.to.1,
    ]
    .map(plain);
    let _ = writeln!(drawn, "q 0 G {width} w {x} {y} m {to_x} {to_y} l S Q");
}

/// The list of contents, where any leaf has a name.
fn contents(
    document: &mut Document,
    leaves: &[Leaf],
    pages: &[ObjectId],
) -> Result<(), lopdf::Error> {
    let named: Vec<(&str, ObjectId)> = leaves
        .iter()
        .zip(pages)
        .filter_map(|(leaf, page)| Some((leaf.bookmark.as_deref()?, *page)))
        .collect();
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = named.iter().map(|_| document.new_object_id()).collect();
    let (Some(first), Some(last)) = (ids.first(), ids.last()) else {
        return Ok(());
    };
    for (place, (name, page)) in named.iter().enumerate() {
        let target = vec![Object::Reference(*page), "Fit".into()];
        let mut item = dictionary! { "Title" => text(name), "Parent" => root, "Dest" => target };
        if place > 0 {
            item.set("Prev", ids[place - 1]);
        }
        if let Some(next) = ids.get(place + 1) {
            item.set("Next", *next);
        }
        document.objects.insert(ids[place], item.into());
    }
    let outlines = dictionary! {
        "Type" => "Outlines", "First" => *first, "Last" => *last, "Count" => ids.len() as i64,
    };
    document.objects.insert(root, outlines.into());
    let catalog = document.catalog_mut()?;
    catalog.set("Outlines", root);
    catalog.set("PageMode", "UseOutlines");
    Ok(())
}

/// A text for readers of the file, in UTF-16 with a byte order mark.
fn text(words: &str) -> Object {
    let units = std::iter::once(0xfeff).chain(words.encode_utf16());
    Object::String(
        units.flat_map(u16::to_be_bytes).collect(),
        StringFormat::Hexadecimal,
    )
}

/// A number to a thousandth, without the sign of nought.
fn plain(value: f32) -> String {
    let value = (value * 1000.0).round() / 1000.0 + 0.0;
    format!("{value}")
}
