//! The files that pages need.
