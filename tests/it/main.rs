//! Tests of whole parts of the program, in one binary.

#[cfg(test)]
mod smtp;
#[cfg(test)]
mod support;
mod server;
