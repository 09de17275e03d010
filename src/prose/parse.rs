use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Block, Run};

/// Reads Markdown (CommonMark, no extensions) as blocks.
///
/// Headings and quoted blocks become paragraphs, code its text, raw HTML the text that it is, an
/// image its description. A link leads only where `https:` or `mailto:` leads. A line break inside
/// a paragraph is a space; a hard one (a backslash or two spaces before it) is `\n`.
pub fn parse(markdown: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for (event, range) in Parser::new_ext(markdown, Options::empty()).into_offset_iter() {
        reader.event(event, range);
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
    runs: Vec<Run>,
    emphasis: usize,
    strong: usize,
    links: Vec<Option<String>>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
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
            Tag::List(start) => {
                self.end_paragraph();
                let outer = std::mem::take(&mut self.blocks);
                self.lists.push(OpenList {
                    start,
                    items: Vec::new(),
                    outer,
                });
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
            TagEnd::Item => {
                self.end_paragraph();
                let item = std::mem::take(&mut self.blocks);
                if let Some(list) = self.lists.last_mut() {
                    list.items.push(item);
                }
            }
            TagEnd::List(_) => {
                if let Some(OpenList {
                    start,
                    items,
                    outer,
                }) = self.lists.pop()
                {
                    self.blocks = outer;
                    self.blocks.push(Block::List { start, items });
                }
            }
            _ => self.end_paragraph(),
        }
    }

    fn text(&mut self, text: &str, source: Range<usize>) {
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
        if runs.iter().any(|run| !run.text.is_empty()) {
            self.blocks.push(Block::Paragraph(runs));
        }
    }
}

/// The address of a link, if it leads somewhere that a letter may lead.
fn safe(address: &str) -> Option<String> {
    let scheme = address.split_once(':')?.0.to_ascii_lowercase();
    matches!(scheme.as_str(), "https" | "mailto").then(|| address.to_owned())
}
