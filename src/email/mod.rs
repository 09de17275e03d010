//! Stage: email.
