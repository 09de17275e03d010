//! Whole letters, and the rules about who is told what.

use super::*;

#[test]
fn dbg_full() {
    let composed = write(&full());
    for letter in &composed.letters {
        println!(
            "{}\n{}",
            letter.text,
            letter
                .left_out
                .iter()
                .map(|l| format!("{}: {}\n", l.path, l.why))
                .collect::<String>()
        );
    }
    println!("{:?}", composed.told);
}
