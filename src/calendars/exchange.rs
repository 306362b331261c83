//! One request and its answer on an open connection (RFC 9110, RFC 9112).

use http_body_util::{BodyExt as _, Empty};
use hyper::{
    Request, Response, StatusCode,
    body::{Bytes, Incoming},
    client::conn::http1,
    header::{self, HeaderMap, HeaderName},
};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    task::JoinSet,
};

use super::{
    body::{Intake, Stopped},
    fetch::{Fetched, NotFetched, Version},
};
use crate::domain::outside::{Permitted, SourceAddress, Trouble};

/// Most bytes of an answer's head.
const HEAD: usize = 64 * 1024;
/// Longest name of a version that is kept.
const VERSION: usize = 300;

/// Address, version that we have, what is permitted, most bytes.
pub(super) type Ours<'a> = (&'a SourceAddress, Option<&'a Version>, &'a Permitted, usize);

/// Asks for the calendar.
pub(super) async fn exchange(
    (address, known, permitted, most): Ours<'_>,
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
) -> Result<Fetched, NotFetched> {
    let broken = |error: hyper::Error| NotFetched::new(Trouble::ServerFault, error);
    let (mut sender, connection) =
        http1::Builder::new().max_buf_size(HEAD).handshake(TokioIo::new(stream)).await.map_err(broken)?;
    // Ends with this function, however it ends.
    let mut driver = JoinSet::new();
    driver.spawn(async move {
        // What goes wrong comes back on the request.
        let _ = connection.await;
    });
    let response = sender.send_request(request(address, known)?).await.map_err(broken)?;
    match response.status() {
        StatusCode::OK => whole(response, most).await,
        StatusCode::NOT_MODIFIED if known.is_some() => Ok(Fetched::Unchanged),
        StatusCode::NOT_MODIFIED => {
            Err(NotFetched::new(Trouble::ServerFault, "unchanged, without being asked for that"))
        }
        status if status.is_redirection() => {
            let location = text(response.headers(), &header::LOCATION);
            let moved_to = location.and_then(|location| address.moved(&location, permitted)).map(Box::new);
            Err(NotFetched { moved_to, ..NotFetched::new(Trouble::Moved, status) })
        }
        status => Err(NotFetched::new(refusal(status), status)),
    }
}

fn request(address: &SourceAddress, known: Option<&Version>) -> Result<Request<Empty<Bytes>>, NotFetched> {
    let mut request = Request::get(address.target())
        .header(header::HOST, address.authority())
        .header(header::USER_AGENT, concat!("Sparsam/", env!("CARGO_PKG_VERSION")))
        .header(header::ACCEPT, "text/calendar, */*;q=0.1")
        .header(header::ACCEPT_ENCODING, "gzip")
        .header(header::CONNECTION, "close");
    if let Some(known) = known {
        for (name, value) in [(header::IF_NONE_MATCH, &known.etag), (header::IF_MODIFIED_SINCE, &known.last_modified)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
    }
    request.body(Empty::new()).map_err(|error| NotFetched::new(Trouble::Unusable, error))
}

fn refusal(status: StatusCode) -> Trouble {
    match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Trouble::Refused,
        StatusCode::NOT_FOUND | StatusCode::GONE => Trouble::Missing,
        _ => Trouble::ServerFault,
    }
}

async fn whole(response: Response<Incoming>, most: usize) -> Result<Fetched, NotFetched> {
    let headers = response.headers();
    let version = Version { etag: text(headers, &header::ETAG), last_modified: text(headers, &header::LAST_MODIFIED) };
    let too_large = || NotFetched::new(Trouble::TooLarge, format_args!("more than {most} bytes"));
    let length = text(headers, &header::CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
    if length.is_some_and(|length| length > most as u64) {
        return Err(too_large());
    }
    let encoding = text(headers, &header::CONTENT_ENCODING).unwrap_or_default();
    let mut intake = Intake::of(&encoding, most)
        .ok_or_else(|| NotFetched::new(Trouble::ServerFault, "a compression that was not asked for"))?;
    let stopped = |reason: Stopped| match reason {
        Stopped::TooLarge => too_large(),
        Stopped::Damaged => NotFetched::new(Trouble::ServerFault, "damaged compression"),
    };
    let mut body = response.into_body();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| NotFetched::new(Trouble::ServerFault, error))?;
        if let Ok(piece) = frame.into_data() {
            intake.take(&piece).map_err(stopped)?;
        }
    }
    let bytes = intake.finish().map_err(stopped)?;
    Ok(Fetched::Whole { bytes, version })
}

/// A header as text; none that is too long to keep or not plain text.
fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let most = if *name == header::LOCATION { crate::domain::outside::MAX_ADDRESS } else { VERSION };
    let value = headers.get(name)?.to_str().ok()?;
    (value.len() <= most).then(|| value.to_owned())
}
