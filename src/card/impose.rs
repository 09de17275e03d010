//! Places pieces on the pages of a document.
//!
//! A piece becomes a form (ISO 32000-1, 8.10): its text stays text, its fonts are shared, and it is
//! in the file once wherever it stands. One that fills a page of its own is that page.

use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use super::CardError;
use super::finish::refused;
use super::leaf::{Leaf, Placed, Stroke, Turn};
use super::pdf::Inked;

/// A piece as it is in the file.
struct Part {
    /// Its content stream, by itself or as a form.
    id: ObjectId,
    size: (f32, f32),
    is_page: bool,
}

/// What the pages of a file have in common.
struct Shared {
    root: ObjectId,
    /// The resources of every piece: the fonts.
    resources: ObjectId,
}

/// Puts leaves with pieces on them in the place of a document's page, whose fonts they use.
pub(super) fn impose(
    document: &mut Document,
    pieces: Vec<Inked>,
    leaves: &[Leaf],
) -> Result<(), CardError> {
    let shared = bare(document).map_err(refused)?;
    let alone = alone(&pieces, leaves);
    let parts: Vec<Part> = pieces
        .into_iter()
        .zip(alone)
        .map(|(piece, is_page)| part(document, piece, is_page, &shared))
        .collect();
    let kids: Vec<ObjectId> = leaves
        .iter()
        .map(|leaf| page(document, leaf, &parts, &shared))
        .collect();
    let references = kids.iter().map(|id| Object::Reference(*id)).collect();
    let pages = document.get_dictionary_mut(shared.root).map_err(refused)?;
    pages.set("Kids", Object::Array(references));
    pages.set("Count", kids.len() as i64);
    contents(document, leaves, &kids).map_err(refused)
}

/// Takes out the document's page and what only that one had.
fn bare(document: &mut Document) -> Result<Shared, lopdf::Error> {
    let root = document.catalog()?.get(b"Pages")?.as_reference()?;
    let page = document
        .page_iter()
        .next()
        .ok_or(lopdf::Error::PageNumberNotFound(1))?;
    let dictionary = document.get_dictionary(page)?;
    let content = dictionary.get(b"Contents")?.as_reference()?;
    let resources = dictionary.get(b"Resources")?.as_reference()?;
    let fonts = document.get_dictionary(resources)?.get(b"Font")?.clone();
    let own = document.get_dictionary(resources)?.iter();
    let unused: Vec<ObjectId> = own
        .filter(|(key, _)| key.as_slice() != b"Font")
        .filter_map(|(_, object)| object.as_reference().ok())
        .collect();
    for id in unused.into_iter().chain([page, content]) {
        document.objects.remove(&id);
    }
    let only_fonts = dictionary! { "Font" => fonts };
    document.objects.insert(resources, only_fonts.into());
    Ok(Shared { root, resources })
}

/// For each piece, whether it stands on one leaf alone and fills it.
fn alone(pieces: &[Inked], leaves: &[Leaf]) -> Vec<bool> {
    let mut uses = vec![0_usize; pieces.len()];
    for placed in leaves.iter().flat_map(|leaf| &leaf.placed) {
        if let Some(uses) = uses.get_mut(placed.piece) {
            *uses += 1;
        }
    }
    let mut alone = vec![false; pieces.len()];
    for leaf in leaves {
        if let [one] = leaf.placed.as_slice()
            && leaf.strokes.is_empty()
            && one.turn == Turn::Upright
            && (one.x, one.y) == (0.0, 0.0)
            && pieces.get(one.piece).map(|piece| piece.size) == Some((leaf.width, leaf.height))
            && uses.get(one.piece) == Some(&1)
            && let Some(alone) = alone.get_mut(one.piece)
        {
            *alone = true;
        }
    }
    alone
}

fn part(document: &mut Document, piece: Inked, is_page: bool, shared: &Shared) -> Part {
    let Inked { mut stream, size } = piece;
    if !is_page {
        stream.dict.set("Type", "XObject");
        stream.dict.set("Subtype", "Form");
        stream.dict.set("BBox", edges(size));
        stream.dict.set("Resources", shared.resources);
    }
    Part {
        id: document.add_object(stream),
        size,
        is_page,
    }
}

fn page(document: &mut Document, leaf: &Leaf, parts: &[Part], shared: &Shared) -> ObjectId {
    let mut dictionary = dictionary! {
        "Type" => "Page",
        "Parent" => shared.root,
        "MediaBox" => edges((leaf.width, leaf.height)),
    };
    let whole = leaf.placed.first().and_then(|one| parts.get(one.piece));
    if let Some(part) = whole.filter(|part| part.is_page) {
        dictionary.set("Resources", shared.resources);
        dictionary.set("Contents", part.id);
        return document.add_object(dictionary);
    }
    let mut drawn = String::new();
    let mut used = Dictionary::new();
    for placed in &leaf.placed {
        if let Some(part) = parts.get(placed.piece) {
            place(&mut drawn, placed, part);
            used.set(format!("P{}", placed.piece), part.id);
        }
    }
    for stroke in &leaf.strokes {
        draw(&mut drawn, stroke);
    }
    let stream = Stream::new(Dictionary::new(), drawn.into_bytes());
    dictionary.set("Resources", dictionary! { "XObject" => used });
    dictionary.set("Contents", document.add_object(stream));
    document.add_object(dictionary)
}

fn edges((width, height): (f32, f32)) -> Vec<Object> {
    let edges = [0.0, 0.0, width, height];
    edges.into_iter().map(Object::Real).collect()
}

fn place(drawn: &mut String, placed: &Placed, part: &Part) {
    let matrix = placed.turn.matrix(part.size, placed.x, placed.y);
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
