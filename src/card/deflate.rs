//! A PDF's streams made small (ISO 32000-1, 7.4.4).
//!
//! Of what a card takes as a file of its own, most was this: the search for repeated bytes in the
//! font, and the tables for it, made and thrown away for each stream. Hence a compressor that is
//! kept, one on each thread. What it has compressed before leaves no trace in the bytes.

use std::cell::RefCell;

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::Stream;

/// Higher ones take longer for a card's font and make it no smaller.
const LEVEL: u32 = 7;
/// How many bytes it takes to say that a stream is compressed.
const SAYING_SO: usize = 19;

thread_local! {
    static COMPRESSOR: RefCell<Compress> =
        RefCell::new(Compress::new(Compression::new(LEVEL), true));
}

/// Compresses a stream, where that makes it smaller.
pub(super) fn compress(stream: &mut Stream) {
    if stream.dict.has(b"Filter") {
        return;
    }
    if let Some(small) = compressed(&stream.content) {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(small);
    }
}

/// The bytes made smaller; `None` where they do not get smaller by more than it costs to say so.
fn compressed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut small = Vec::with_capacity(bytes.len().saturating_sub(SAYING_SO + 1));
    let ended = COMPRESSOR.with_borrow_mut(|compressor| {
        compressor.reset();
        compressor.compress_vec(bytes, &mut small, FlushCompress::Finish)
    });
    // It ends where all of it has found room.
    (ended.ok()? == Status::StreamEnd).then(|| {
        small.shrink_to_fit();
        small
    })
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn stream(bytes: &[u8]) -> Stream {
        let mut stream = Stream::new(lopdf::Dictionary::new(), bytes.to_vec());
        compress(&mut stream);
        stream
    }

    #[test]
    fn what_does_not_get_smaller_stays_as_it_is() {
        for plain in [&b""[..], b"BT ET", b"0 0 1 rg 12 40 m 200 40 l S"] {
            let stream = stream(plain);
            assert_eq!(stream.content, plain);
            assert!(!stream.dict.has(b"Filter"));
        }
    }

    #[test]
    fn what_is_compressed_is_not_compressed_again() {
        let mut once = stream(&b"0 0 m 10 10 l S ".repeat(40));
        let bytes = once.content.clone();
        assert!(bytes.len() < 60, "{}", bytes.len());
        compress(&mut once);
        assert_eq!(once.content, bytes);
    }

    proptest! {
        /// A reader gets back what was compressed, and whatever this thread has compressed before,
        /// the bytes are those that a thread makes which has compressed nothing.
        #[test]
        fn the_bytes_come_back_and_owe_nothing_to_what_was_before(
            parts in vec((vec(any::<u8>(), 1..300), 1_usize..40), 1..6),
            before in vec(any::<u8>(), 0..70_000),
        ) {
            let bytes: Vec<u8> = parts.iter().flat_map(|(part, times)| part.repeat(*times)).collect();
            stream(&before);
            let here = stream(&bytes);
            let fresh = std::thread::scope(|scope| scope.spawn(|| stream(&bytes)).join()).unwrap();
            prop_assert_eq!(&here.content, &fresh.content);
            prop_assert!(here.content.len() <= bytes.len());
            if here.dict.has(b"Filter") {
                prop_assert_eq!(here.decompressed_content().unwrap(), bytes);
            }
        }
    }
}
