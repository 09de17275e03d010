//! Reads a PDF back the way a reader does, without any outside tool.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

/// A font of a page.
pub struct PageFont {
    pub base_name: String,
    pub to_unicode: BTreeMap<u16, String>,
    /// The font program.
    pub program: Vec<u8>,
}

pub struct ReadBack {
    pub document: Document,
    pub fonts: BTreeMap<String, PageFont>,
}

impl ReadBack {
    pub fn of(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).unwrap();
        let page = document.page_iter().next().unwrap();
        let fonts = document.get_page_fonts(page).unwrap();
        let fonts = fonts
            .into_iter()
            .map(|(name, font)| (utf8(&name), PageFont::of(&document, font)))
            .collect();
        Self { document, fonts }
    }

    /// The page's text, one line for each move to another baseline.
    pub fn text(&self) -> String {
        let page = self.document.page_iter().next().unwrap();
        let content = Content::decode(&self.document.get_page_content(page)).unwrap();
        let mut text = String::new();
        let mut font = None;
        let mut hidden = false;
        for operation in content.operations {
            let operands = operation.operands;
            match operation.operator.as_str() {
                "Tf" => font = self.fonts.get(&utf8(operands[0].as_name().unwrap())),
                "Tm" | "Td" if !text.is_empty() => text.push('\n'),
                "BDC" => {
                    let actual = operands[1].as_dict().unwrap().get(b"ActualText").unwrap();
                    text.push_str(&utf16(actual.as_str().unwrap()));
                    hidden = true;
                }
                "EMC" => hidden = false,
                "TJ" if !hidden => {
                    let shown = operands[0].as_array().unwrap().iter();
                    for codes in shown.filter_map(|object| object.as_str().ok()) {
                        for code in codes.chunks_exact(2) {
                            let code = u16::from_be_bytes([code[0], code[1]]);
                            let known = font.unwrap().to_unicode.get(&code);
                            text.push_str(known.map_or("", String::as_str));
                        }
                    }
                }
                "Tj" | "'" | "\"" => panic!("text that this reader does not know how to read"),
                _ => {}
            }
        }
        text
    }

    /// How many lines are drawn on the page.
    pub fn strokes(&self) -> usize {
        let page = self.document.page_iter().next().unwrap();
        let content = Content::decode(&self.document.get_page_content(page)).unwrap();
        let painted = content.operations.iter();
        painted
            .filter(|operation| operation.operator == "S")
            .count()
    }

    pub fn media_box(&self) -> Vec<f32> {
        let page = self.document.page_iter().next().unwrap();
        let page = self.document.get_dictionary(page).unwrap();
        let edges = page.get(b"MediaBox").unwrap().as_array().unwrap();
        edges.iter().map(|edge| edge.as_float().unwrap()).collect()
    }

    pub fn info(&self) -> &Dictionary {
        let info = self
            .document
            .trailer
            .get(b"Info")
            .unwrap()
            .as_reference()
            .unwrap();
        self.document.get_dictionary(info).unwrap()
    }
}

impl PageFont {
    fn of(document: &Document, font: &Dictionary) -> Self {
        let deref = |object: &Object| document.dereference(object).unwrap().1.clone();
        let base_name = utf8(font.get(b"BaseFont").unwrap().as_name().unwrap());
        let map = deref(font.get(b"ToUnicode").unwrap());
        let map = map.as_stream().unwrap().get_plain_content().unwrap();
        let descendants = deref(font.get(b"DescendantFonts").unwrap());
        let descendant = deref(&descendants.as_array().unwrap()[0]);
        let descriptor = deref(
            descendant
                .as_dict()
                .unwrap()
                .get(b"FontDescriptor")
                .unwrap(),
        );
        let descriptor = descriptor.as_dict().unwrap();
        let program = descriptor.get(b"FontFile2");
        let program = deref(program.or(descriptor.get(b"FontFile3")).unwrap());
        let program = program.as_stream().unwrap().get_plain_content().unwrap();
        Self {
            base_name,
            to_unicode: bfchars(&utf8(&map)),
            program,
        }
    }
}

/// The entries `<code> <text>` of a ToUnicode map.
fn bfchars(map: &str) -> BTreeMap<u16, String> {
    let mut entries = BTreeMap::new();
    for block in map.split("beginbfchar").skip(1) {
        let block = block.split("endbfchar").next().unwrap();
        for line in block.lines() {
            let hex: Vec<&str> = line
                .split(['<', '>', ' '])
                .filter(|part| !part.is_empty())
                .collect();
            if let [code, text] = hex[..] {
                entries.insert(u16::from_str_radix(code, 16).unwrap(), utf16(&unhex(text)));
            }
        }
    }
    entries
}

fn unhex(hex: &str) -> Vec<u8> {
    let pairs = (0..hex.len()).step_by(2);
    pairs
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
        .collect()
}

pub fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
        .collect();
    String::from_utf16(&units)
        .unwrap()
        .trim_start_matches('\u{feff}')
        .to_owned()
}

fn utf8(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
