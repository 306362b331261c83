//! The file of a form, a piece at a time (RFC 7578): nothing of it is kept here but the end of what came last, where a
//! boundary may begin.

use axum::{body::Body, http::HeaderMap};
use http_body_util::BodyExt as _;

use crate::web::{
    failure::Failure,
    upload::{MAX_HEADERS, boundary, disposition},
};

/// A form that comes in.
pub(super) struct Incoming {
    body: Body,
    delimiter: Vec<u8>,
    buffer: Vec<u8>,
    ended: bool,
}

impl Incoming {
    /// Begins to read a form. `None` when it is none with a file.
    pub(super) fn new(headers: &HeaderMap, body: Body) -> Option<Self> {
        let kind = headers.get(axum::http::header::CONTENT_TYPE)?.to_str().ok()?;
        if !kind.to_ascii_lowercase().starts_with("multipart/form-data") {
            return None;
        }
        let delimiter = format!("\r\n--{}", boundary(kind)?).into_bytes();
        // The first boundary has no line ahead of it.
        Some(Self { body, delimiter, buffer: b"\r\n".to_vec(), ended: false })
    }

    /// Waits for more bytes.
    async fn more(&mut self) -> Result<(), Failure> {
        loop {
            match self.body.frame().await {
                None if self.ended => return Err(Failure::Unreadable),
                None => {
                    self.ended = true;
                    return Ok(());
                }
                Some(frame) => {
                    let frame = frame.map_err(|_| Failure::Unreadable)?;
                    if let Some(bytes) = frame.data_ref().filter(|bytes| !bytes.is_empty()) {
                        self.buffer.extend_from_slice(bytes);
                        return Ok(());
                    }
                }
            }
        }
    }

    /// Goes to the file; its name. `None` when none was chosen: browsers send an empty one without a name then.
    pub(super) async fn file(&mut self) -> Result<Option<String>, Failure> {
        // A form has few fields, and short ones.
        for _ in 0..20 {
            while self.skipped().await? {}
            while self.buffer.len() < 2 {
                self.more().await?;
            }
            if self.buffer.starts_with(b"--") {
                return Ok(None);
            }
            let headers = self.headers().await?;
            let (_, file) = disposition(&headers).ok_or(Failure::Unreadable)?;
            if let Some(name) = file.filter(|name| !name.is_empty()) {
                return Ok(Some(name));
            }
        }
        Err(Failure::TooLarge)
    }

    /// Leaves out bytes up to the next boundary; tells whether there may be more of them.
    async fn skipped(&mut self) -> Result<bool, Failure> {
        Ok(self.next().await?.is_some())
    }

    async fn headers(&mut self) -> Result<Vec<u8>, Failure> {
        loop {
            if let Some(end) = find(&self.buffer, b"\r\n\r\n") {
                let headers = self.buffer.get(2..end).unwrap_or_default().to_vec();
                self.buffer.drain(..end + 4);
                return Ok(headers);
            }
            if self.buffer.len() > MAX_HEADERS {
                return Err(Failure::TooLarge);
            }
            self.more().await?;
        }
    }

    /// The next bytes of the part; `None` at its end, which the buffer is behind then.
    pub(super) async fn next(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        loop {
            if let Some(end) = find(&self.buffer, &self.delimiter) {
                let content: Vec<u8> = self.buffer.drain(..end).collect();
                if content.is_empty() {
                    self.buffer.drain(..self.delimiter.len());
                    return Ok(None);
                }
                return Ok(Some(content));
            }
            let sure = self.buffer.len().saturating_sub(self.delimiter.len());
            if sure > 0 {
                return Ok(Some(self.buffer.drain(..sure).collect()));
            }
            self.more().await?;
        }
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, header::CONTENT_TYPE};

    use super::*;

    async fn read(body: &[u8]) -> Result<Option<(String, Vec<u8>)>, Failure> {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("multipart/form-data; boundary=x1"));
        let mut form = Incoming::new(&headers, Body::from(body.to_vec())).unwrap();
        let Some(name) = form.file().await? else { return Ok(None) };
        let mut content = Vec::new();
        while let Some(bytes) = form.next().await? {
            content.extend(bytes);
        }
        Ok(Some((name, content)))
    }

    #[tokio::test]
    async fn the_file_is_found_among_fields_and_comes_whole() {
        let file = b"a;b\r\n--x\r\n\r\n--y\r\n\xe5";
        let mut body = b"--x1\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\naccounts\r\n--x1\r\n\
            Content-Disposition: form-data; name=\"file\"; filename=\"k.csv\"\r\nContent-Type: text/csv\r\n\r\n"
            .to_vec();
        body.extend(file);
        body.extend(b"\r\n--x1--\r\n");
        assert_eq!(read(&body).await.unwrap(), Some(("k.csv".to_owned(), file.to_vec())));
        // Wherever it breaks off, it is not taken for whole.
        for end in 0..body.len() - 8 {
            assert!(!matches!(read(&body[..end]).await, Ok(Some((_, content))) if content == file), "{end}");
        }
    }

    #[tokio::test]
    async fn no_chosen_file_is_none_and_other_forms_are_not_read() {
        let empty = b"--x1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--x1--\r\n";
        assert_eq!(read(empty).await.unwrap(), None);
        assert!(read(&[b'a'; 9_000]).await.is_err());
        let long = format!("--x1\r\nContent-Disposition: form-data; name=\"{}\"", "a".repeat(9_000));
        assert!(read(long.as_bytes()).await.is_err());
        assert!(Incoming::new(&HeaderMap::new(), Body::empty()).is_none());
    }
}
