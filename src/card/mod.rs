//! Stage: card.
