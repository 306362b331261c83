//! A ZIP archive that is written while it is sent (APPNOTE 6.3.10): sizes and checksums stand behind each file, so nothing is
//! kept but the file's end. `flate2`, which is in the program for its assets, has all that is hard about the format; a crate
//! for the rest would bring five more into the tree.

use std::io::Write as _;

use flate2::{Compression, Crc, write::DeflateEncoder};

/// Version 2.0, needed for deflated files.
const VERSION: u16 = 20;
/// Sizes stand behind the file (bit 3); names are UTF-8 (bit 11).
const FLAGS: u16 = 0x0808;
const DEFLATED: u16 = 8;
/// 1 January 1980: the archive says when it was made in its name.
const DATE: u16 = 0x0021;

/// An archive that is being written.
pub(super) struct Archive {
    out: Vec<u8>,
    /// Bytes that were taken away already.
    taken: u32,
    open: Option<Open>,
    done: Vec<Entry>,
}

/// The archive would be larger than 4 GiB, or have more than 65,535 files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the archive is too large")]
pub(super) struct TooLarge;

struct Open {
    name: String,
    begins: u32,
    data: DeflateEncoder<Vec<u8>>,
    crc: Crc,
    packed: u32,
}

struct Entry {
    name: String,
    begins: u32,
    crc: u32,
    packed: u32,
    size: u32,
}

impl Archive {
    pub(super) fn new() -> Self {
        Self { out: Vec::new(), taken: 0, open: None, done: Vec::new() }
    }

    /// Begins a file, ending the one before.
    pub(super) fn file(&mut self, name: &str) -> Result<(), TooLarge> {
        self.end_file()?;
        let begins = self.place()?;
        self.word(0x0403_4b50);
        for half in [VERSION, FLAGS, DEFLATED, 0, DATE] {
            self.half(half);
        }
        for _ in 0..3 {
            self.word(0);
        }
        self.half(u16::try_from(name.len()).map_err(|_| TooLarge)?);
        self.half(0);
        self.out.extend_from_slice(name.as_bytes());
        let data = DeflateEncoder::new(Vec::new(), Compression::fast());
        self.open = Some(Open { name: name.to_owned(), begins, data, crc: Crc::new(), packed: 0 });
        Ok(())
    }

    /// Adds to the file that was begun.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), TooLarge> {
        let Some(open) = &mut self.open else { return Ok(()) };
        open.crc.update(bytes);
        // Writing to memory cannot fail.
        open.data.write_all(bytes).map_err(|_| TooLarge)?;
        let packed = std::mem::take(open.data.get_mut());
        open.packed = open.packed.checked_add(u32::try_from(packed.len()).map_err(|_| TooLarge)?).ok_or(TooLarge)?;
        self.out.extend_from_slice(&packed);
        self.place().map(drop)
    }

    fn end_file(&mut self) -> Result<(), TooLarge> {
        let Some(open) = self.open.take() else { return Ok(()) };
        let rest = open.data.finish().map_err(|_| TooLarge)?;
        let packed = open.packed.checked_add(u32::try_from(rest.len()).map_err(|_| TooLarge)?).ok_or(TooLarge)?;
        self.out.extend_from_slice(&rest);
        let (crc, size) = (open.crc.sum(), open.crc.amount());
        for word in [0x0807_4b50, crc, packed, size] {
            self.word(word);
        }
        self.done.push(Entry { name: open.name, begins: open.begins, crc, packed, size });
        self.place().map(drop)
    }

    /// What has been written since this was called last.
    pub(super) fn take(&mut self) -> Result<Vec<u8>, TooLarge> {
        self.taken = self.place()?;
        Ok(std::mem::take(&mut self.out))
    }

    /// Ends the archive with its list of files; what has not been taken yet.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, TooLarge> {
        self.end_file()?;
        let begins = self.place()?;
        let entries = std::mem::take(&mut self.done);
        let count = u16::try_from(entries.len()).map_err(|_| TooLarge)?;
        for entry in &entries {
            self.word(0x0201_4b50);
            for half in [VERSION, VERSION, FLAGS, DEFLATED, 0, DATE] {
                self.half(half);
            }
            for word in [entry.crc, entry.packed, entry.size] {
                self.word(word);
            }
            self.half(u16::try_from(entry.name.len()).map_err(|_| TooLarge)?);
            for _ in 0..4 {
                self.half(0);
            }
            self.word(0);
            self.word(entry.begins);
            self.out.extend_from_slice(entry.name.as_bytes());
        }
        let size = self.place()? - begins;
        self.word(0x0605_4b50);
        for half in [0, 0, count, count] {
            self.half(half);
        }
        self.word(size);
        self.word(begins);
        self.half(0);
        Ok(self.out)
    }

    fn place(&self) -> Result<u32, TooLarge> {
        u32::try_from(self.out.len()).ok().and_then(|here| self.taken.checked_add(here)).ok_or(TooLarge)
    }

    fn half(&mut self, value: u16) {
        self.out.extend_from_slice(&value.to_le_bytes());
    }

    fn word(&mut self, value: u32) {
        self.out.extend_from_slice(&value.to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    /// Python's `zipfile` reads every file, and checks its checksum.
    #[test]
    fn another_program_reads_what_is_written() {
        let mut archive = Archive::new();
        let mut bytes = Vec::new();
        let long = "Åsa;1\r\n".repeat(100_000);
        for (name, content) in [("a.csv", long.as_str()), ("tom å.csv", ""), ("b.txt", "x")] {
            archive.file(name).unwrap();
            for piece in content.as_bytes().chunks(7_777) {
                archive.write(piece).unwrap();
                bytes.extend(archive.take().unwrap());
            }
        }
        bytes.extend(archive.finish().unwrap());
        assert!(bytes.len() < long.len() / 10);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.zip");
        std::fs::write(&file, &bytes).unwrap();
        let script = "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n\
            print([(i.filename, i.file_size) for i in z.infolist()])";
        let Ok(judged) = Command::new("python3").args(["-c", script]).arg(&file).output() else { return };
        let said = String::from_utf8_lossy(&judged.stdout).trim().to_owned();
        let wrong = String::from_utf8_lossy(&judged.stderr).into_owned();
        assert_eq!(said, format!("[('a.csv', {}), ('tom å.csv', 0), ('b.txt', 1)]", long.len()), "{wrong}");
    }
}
