//! Stage: theme.
