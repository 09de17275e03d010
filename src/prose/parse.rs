use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::outdent::outdent;
use super::{Block, Run};

/// How many lists may stand in each other. Deeper ones are paragraphs of the item they stand in,
/// with their marks as words: no letter needs them, and whoever walks the blocks goes down by
/// calling itself.
const MOST_LISTS: usize = 8;

/// Reads Markdown (CommonMark, no extensions) as blocks.
///
/// Quoted blocks become paragraphs, raw HTML the text that it is, an image its description. A link leads only where `https:` or `mailto:` leads. A line break inside a
/// paragraph is a space; a hard one (a backslash or two spaces before it) is `\n`. Indentation makes
/// no code of a text; code between fences keeps its lines, and an empty one parts two paragraphs.
/// Lists stand at most 8 deep in each other, deeper ones are paragraphs that begin with their mark.
pub fn parse(markdown: &str) -> Vec<Block> {
    let outdented = outdent(markdown);
    let mut reader = Reader::default();
    for (event, range) in Parser::new_ext(&outdented.text, Options::empty()).into_offset_iter() {
        reader.event(event, outdented.original(range));
    }
    reader.end_paragraph();
    reader.blocks
}

/// A list that is being read.
struct OpenList {
    start: Option<u64>,
    items: Vec<Vec<Block>>,
    /// The blocks around the list, put aside while its items are read.
    outer: Vec<Block>,
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    lists: Vec<OpenList>,
    /// The next numbers of lists that stand too deep to be lists; `None` for bullets.
    too_deep: Vec<Option<u64>>,
    /// The mark of an item that stands too deep, until its first word comes.
    mark: Option<String>,
    runs: Vec<Run>,
    /// The level of the heading that is being read.
    heading: Option<u8>,
    emphasis: usize,
    strong: usize,
    links: Vec<Option<String>>,
    in_code: bool,
    /// Whether a line of code begins with what comes next.
    line_begins: bool,
}

impl Reader {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_code => self.code(&text, range),
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => {
                self.text(&text, range);
            }
            Event::Html(text) => {
                self.text(text.trim_end_matches('\n'), range.clone());
                if text.ends_with('\n') {
                    self.text(" ", range);
                }
            }
            Event::SoftBreak => self.text(" ", range),
            Event::HardBreak => self.text("\n", range),
            Event::Rule => self.end_paragraph(),
            // Events of extensions that are not switched on.
            Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strong => self.strong += 1,
            Tag::Link { dest_url, .. } => self.links.push(safe(&dest_url)),
            Tag::Image { .. } => {}
            Tag::List(start) => self.start_list(start),
            Tag::Item => {
                self.end_paragraph();
                if let Some(next) = self.too_deep.last_mut() {
                    self.mark = Some(match next {
                        Some(number) => format!("{number}. "),
                        None => "- ".to_owned(),
                    });
                    *next = next.map(|number| number.saturating_add(1));
                }
            }
            Tag::CodeBlock(_) => {
                self.end_paragraph();
                (self.in_code, self.line_begins) = (true, true);
            }
            Tag::Heading { level, .. } => {
                self.end_paragraph();
                self.heading = Some(level as u8);
            }
            _ => self.end_paragraph(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.emphasis -= 1,
            TagEnd::Strong => self.strong -= 1,
            TagEnd::Link => {
                self.links.pop();
            }
            TagEnd::Image => {}
            TagEnd::Item => self.end_item(),
            TagEnd::List(_) => self.end_list(),
            TagEnd::CodeBlock => {
                self.end_paragraph();
                self.in_code = false;
            }
            _ => self.end_paragraph(),
        }
    }

    fn start_list(&mut self, start: Option<u64>) {
        self.end_paragraph();
        if self.lists.len() == MOST_LISTS {
            self.too_deep.push(start);
            return;
        }
        let outer = std::mem::take(&mut self.blocks);
        self.lists.push(OpenList {
            start,
            items: Vec::new(),
            outer,
        });
    }

    fn end_item(&mut self) {
        self.end_paragraph();
        self.mark = None;
        if self.too_deep.is_empty()
            && let Some(list) = self.lists.last_mut()
        {
            list.items.push(std::mem::take(&mut self.blocks));
        }
    }

    fn end_list(&mut self) {
        if self.too_deep.pop().is_none()
            && let Some(list) = self.lists.pop()
        {
            let OpenList {
                start,
                items,
                outer,
            } = list;
            self.blocks = outer;
            self.blocks.push(Block::List { start, items });
        }
    }

    /// Adds code, of which a line may come in pieces: a break parts two lines, an empty line two
    /// paragraphs.
    fn code(&mut self, text: &str, source: Range<usize>) {
        for piece in text.split_inclusive('\n') {
            let mut words = piece.trim_end_matches(['\r', '\n']);
            if self.line_begins {
                words = words.trim_start();
            }
            if !words.is_empty() {
                if self.line_begins && !self.runs.is_empty() {
                    self.text("\n", source.clone());
                }
                self.text(words, source.clone());
                self.line_begins = false;
            }
            if piece.ends_with('\n') {
                if self.line_begins {
                    self.end_paragraph();
                }
                self.line_begins = true;
            }
        }
    }

    fn text(&mut self, text: &str, source: Range<usize>) {
        if let Some(mark) = self.mark.take() {
            self.runs.push(Run {
                text: mark,
                emphasis: false,
                strong: false,
                link: None,
                source: source.start..source.start,
            });
        }
        let (emphasis, strong) = (self.emphasis > 0, self.strong > 0);
        let link = self.links.last().cloned().flatten();
        if let Some(last) = self.runs.last_mut()
            && (last.emphasis, last.strong, &last.link) == (emphasis, strong, &link)
        {
            last.text.push_str(text);
            last.source.end = source.end;
        } else {
            self.runs.push(Run {
                text: text.to_owned(),
                emphasis,
                strong,
                link,
                source,
            });
        }
    }

    fn end_paragraph(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        let heading = self.heading.take();
        if runs.iter().any(|run| !run.text.is_empty()) {
            self.blocks.push(match heading {
                Some(level) => Block::Heading { level, runs },
                None => Block::Paragraph(runs),
            });
        }
    }
}

/// The address of a link, if it leads somewhere that a letter may lead.
fn safe(address: &str) -> Option<String> {
    let scheme = address.split_once(':')?.0.to_ascii_lowercase();
    matches!(scheme.as_str(), "https" | "mailto").then(|| address.to_owned())
}
