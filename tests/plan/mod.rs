//! When to send what.

mod situations;
