//! Forms that may come with a file (`multipart/form-data`, RFC 7578). The whole form is bounded by what other forms are
//! bounded by, so it is read at once.

use axum::{
    extract::{FromRequest, Request},
    http::header,
};

use super::{
    failure::Failure,
    form::{Form, MAX_BYTES, MAX_FIELDS},
};

/// Longest boundary (RFC 2046 §5.1.1).
const MAX_BOUNDARY: usize = 70;
/// Most bytes of headers of one part.
pub(super) const MAX_HEADERS: usize = 2_000;

/// A form, and the file that came with it.
#[derive(Debug, Clone, Default)]
pub(super) struct Upload {
    /// The fields.
    pub(super) form: Form,
    /// Content of the first file that is chosen; browsers send an empty one without a name when none is.
    pub(super) file: Option<Vec<u8>>,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("").to_owned();
        if !kind.to_ascii_lowercase().starts_with("multipart/form-data") {
            return Ok(Self { form: Form::from_request(request, state).await?, file: None });
        }
        let boundary = boundary(&kind).ok_or(Failure::Unreadable)?;
        let body = axum::body::to_bytes(request.into_body(), MAX_BYTES).await.map_err(|_| Failure::TooLarge)?;
        let parts = parts(&boundary, &body).ok_or(Failure::Unreadable)?;
        if parts.len() > MAX_FIELDS {
            return Err(Failure::TooLarge);
        }
        Self::of(parts).ok_or(Failure::Unreadable)
    }
}

impl Upload {
    /// `None` when a field is no text.
    fn of(parts: Vec<Part<'_>>) -> Option<Self> {
        let (mut fields, mut file) = (Vec::new(), None);
        for part in parts {
            match part.file {
                Some(name) if name.is_empty() => {}
                Some(_) if file.is_none() => file = Some(part.content.to_vec()),
                Some(_) => {}
                // Nobody types NUL, and PostgreSQL stores no text with it.
                None => fields.push((part.name, std::str::from_utf8(part.content).ok()?.replace('\0', ""))),
            }
        }
        Some(Self { form: Form::new(fields), file })
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Part<'a> {
    name: String,
    /// The name of a file.
    file: Option<String>,
    content: &'a [u8],
}

pub(super) fn boundary(kind: &str) -> Option<String> {
    let of = |part: &str| {
        let (name, value) = part.trim().split_once('=')?;
        name.eq_ignore_ascii_case("boundary").then(|| value.trim_matches('"').to_owned())
    };
    kind.split(';').find_map(of).filter(|b| (1..=MAX_BOUNDARY).contains(&b.len()))
}

/// The parts in order; `None` for what is not put together as it must be.
fn parts<'a>(boundary: &str, body: &'a [u8]) -> Option<Vec<Part<'a>>> {
    let delimiter = format!("--{boundary}");
    let between = format!("\r\n{delimiter}");
    let mut rest = body.strip_prefix(delimiter.as_bytes())?;
    let mut found = Vec::new();
    while !rest.starts_with(b"--") {
        rest = rest.strip_prefix(b"\r\n")?;
        let (headers, content) = split(rest, b"\r\n\r\n")?;
        let (content, after) = split(content, between.as_bytes())?;
        let (name, file) = disposition(headers)?;
        found.push(Part { name, file, content });
        if found.len() > MAX_FIELDS {
            break;
        }
        rest = after;
    }
    Some(found)
}

fn split<'a>(bytes: &'a [u8], at: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let place = bytes.windows(at.len()).position(|window| window == at)?;
    Some((bytes.get(..place)?, bytes.get(place + at.len()..)?))
}

/// Name of the field, and of the file if it is one. Browsers write quotes inside names as `%22`.
pub(super) fn disposition(headers: &[u8]) -> Option<(String, Option<String>)> {
    let headers = std::str::from_utf8(headers).ok().filter(|text| text.len() <= MAX_HEADERS)?;
    let line = headers.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-disposition").then_some(value)
    })?;
    let of = |wanted: &str| {
        let mark = format!("{wanted}=\"");
        // `name` is also the end of `filename`, so what stands ahead counts.
        let at = line.match_indices(&mark).find(|(at, _)| line.get(..*at).is_some_and(|l| l.ends_with([' ', ';'])))?;
        line.get(at.0 + mark.len()..)?.split('"').next().map(ToOwned::to_owned)
    };
    Some((of("name")?, of("filename")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut body = Vec::new();
        for (disposition, content) in parts {
            body.extend(format!("--x1\r\nContent-Disposition: form-data; {disposition}\r\n\r\n").bytes());
            body.extend(*content);
            body.extend(b"\r\n");
        }
        body.extend(b"--x1--\r\n");
        body
    }

    #[test]
    fn fields_and_a_file_are_told_apart() {
        let body = body(&[
            ("name=\"metric-0\"", "Nya kunder å".as_bytes()),
            ("name=\"file\"; filename=\"m\u{e5}l.csv\"\r\nContent-Type: text/csv", b"a;b\r\n\xe5;--x"),
            ("name=\"metric-1\"", b""),
        ]);
        let upload = Upload::of(parts("x1", &body).unwrap()).unwrap();
        assert_eq!(upload.form.get("metric-0"), "Nya kunder å");
        assert!(upload.form.has("metric-1") && !upload.form.has("file"));
        assert_eq!(upload.file.unwrap(), b"a;b\r\n\xe5;--x");
    }

    #[test]
    fn no_chosen_file_is_none() {
        let body = body(&[("name=\"file\"; filename=\"\"", b"")]);
        assert_eq!(Upload::of(parts("x1", &body).unwrap()).unwrap().file, None);
    }

    #[test]
    fn what_is_put_together_wrongly_is_refused() {
        let whole = body(&[("name=\"a\"", b"1")]);
        for end in 0..whole.len() - 4 {
            assert!(parts("x1", &whole[..end]).is_none(), "{end}");
        }
        for wrong in
            [&b"--x1\r\n\r\n1\r\n--x1--"[..], b"--x1\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x1--", b"x"]
        {
            assert!(parts("x1", wrong).is_none());
        }
        assert!(Upload::of(parts("x1", &body(&[("name=\"a\"", b"\xff")])).unwrap()).is_none());
        for kind in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\""] {
            assert_eq!(boundary(kind), None, "{kind}");
        }
        assert_eq!(boundary(&format!("multipart/form-data; boundary={}", "b".repeat(71))), None);
        assert_eq!(boundary("multipart/form-data; charset=x; Boundary=\"a b\"").as_deref(), Some("a b"));
    }
}
