/// Makes text safe to stand in Markdown: [`parse`](super::parse) gives it back as it was typed.
pub fn escape(_text: &str) -> String {
    unimplemented!()
}
