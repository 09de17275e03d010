//! The words of a letter as HTML: the same words as in the plain text, in the same order.

use crate::prose::{Addresses, Block, Run, address_after};

/// Blocks as HTML elements, one a line.
///
/// A link is followed by its address where it is in the plain text, so that both say the same.
pub fn fragment(blocks: &[Block]) -> String {
    let mut html = String::new();
    for block in blocks {
        write_block(&mut html, block);
    }
    html
}

fn write_block(html: &mut String, block: &Block) {
    match block {
        Block::Paragraph(runs) => {
            html.push_str("<p>");
            write_runs(html, runs);
            html.push_str("</p>\n");
        }
        Block::Heading { level, runs } => {
            html.push_str(&format!("<h{level}>"));
            write_runs(html, runs);
            html.push_str(&format!("</h{level}>\n"));
        }
        Block::List { start, items } => {
            let name = if start.is_some() { "ol" } else { "ul" };
            match start {
                Some(start) if *start != 1 => html.push_str(&format!("<ol start=\"{start}\">\n")),
                _ => html.push_str(&format!("<{name}>\n")),
            }
            for item in items {
                html.push_str("<li>");
                match item.as_slice() {
                    // An item of one paragraph is its words: a paragraph would part it from the next.
                    [Block::Paragraph(runs)] => write_runs(html, runs),
                    blocks => blocks.iter().for_each(|block| write_block(html, block)),
                }
                html.push_str("</li>\n");
            }
            html.push_str(&format!("</{name}>\n"));
        }
    }
}

fn write_runs(html: &mut String, runs: &[Run]) {
    for link in runs.chunk_by(|run, next| run.link == next.link) {
        let address = link.first().and_then(|run| run.link.as_deref());
        if let Some(address) = address {
            html.push_str(&format!("<a href=\"{}\">", escaped(address)));
        }
        link.iter().for_each(|run| write_run(html, run));
        if address.is_some() {
            html.push_str("</a>");
        }
        if let Some(after) = address_after(link, Addresses::Whole) {
            html.push_str(&format!(" ({})", escaped(after)));
        }
    }
}

fn write_run(html: &mut String, run: &Run) {
    let marks = [(run.strong, "strong"), (run.emphasis, "em")];
    let marks: Vec<&str> = marks
        .into_iter()
        .filter_map(|(is_set, name)| is_set.then_some(name))
        .collect();
    for name in &marks {
        html.push_str(&format!("<{name}>"));
    }
    html.push_str(&escaped(&run.text).replace('\n', "<br>\n"));
    for name in marks.iter().rev() {
        html.push_str(&format!("</{name}>"));
    }
}

/// Text as HTML shows it, also inside a value in quotation marks.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
    html
}
