use regards::card::{CardError, CardOptions, CardRoom, Fonts};
use regards::letter::Room;

use super::{LONG, SHORT, letter, set};

#[test]
fn there_is_room_exactly_where_a_card_can_be_set() {
    let options = CardOptions::default();
    let room = CardRoom::new(&options, Fonts::built_in());
    assert_eq!(room.words_over(&letter(SHORT)), 0);
    assert_eq!(room.words_over(&letter(LONG)), 0);
    let long = LONG.replace("Thank you again", &"I would like that. ".repeat(60));
    let Err(CardError::TooLong { words_over }) = set(&long, &options) else {
        panic!()
    };
    assert_eq!(room.words_over(&letter(&long)), words_over);
}

#[test]
fn dropping_what_is_too_much_leaves_a_full_card() {
    let options = CardOptions::default();
    let room = CardRoom::new(&options, Fonts::built_in());
    let text = |words: usize| {
        let body: Vec<&str> = "the benches are where the truth is and I would like to see them"
            .split(' ')
            .cycle()
            .take(words)
            .collect();
        letter(&super::with_paragraph(&body.join(" ")))
    };
    let (mut words, mut asked) = (400, 0);
    loop {
        let over = room.words_over(&text(words));
        if over == 0 {
            break;
        }
        words -= over;
        asked += 1;
        assert!(asked < 4, "the estimate does not lead to a text that fits");
    }
    // Errs by a line at most.
    assert!(
        room.words_over(&text(words + 15)) > 0,
        "{words} words leave room for 15 more"
    );
}
