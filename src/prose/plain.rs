use super::Block;

/// Plain text, one paragraph a line unless `wrap` gives a width in columns.
pub fn plain(_blocks: &[Block], _wrap: Option<usize>) -> String {
    unimplemented!()
}

/// The number of words a reader sees.
pub fn words(_blocks: &[Block]) -> usize {
    unimplemented!()
}
