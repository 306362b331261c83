//! The files that pages need: style sheet, scripts, icons. They are part of the program; a hash in the name lets browsers
//! keep them for ever, and a new version has a new name.

use std::{collections::HashMap, io::Write as _, sync::LazyLock};

use axum::{
    Router,
    body::Bytes,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use flate2::{Compression, write::GzEncoder};
use rust_embed::RustEmbed;

const NAMES: [(&str, &str); 5] = [
    ("app.css", "text/css; charset=utf-8"),
    ("app.js", "text/javascript; charset=utf-8"),
    ("htmx.min.js", "text/javascript; charset=utf-8"),
    ("icons.svg", "image/svg+xml"),
    ("favicon.svg", "image/svg+xml"),
];

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

/// Packed once, at the first use.
static ASSETS: LazyLock<Assets> = LazyLock::new(Assets::load);

struct Assets {
    by_name: HashMap<&'static str, Asset>,
}

struct Asset {
    url: String,
    content_type: &'static str,
    plain: Bytes,
    gzip: Bytes,
}

impl Assets {
    fn load() -> Self {
        let load = |(name, content_type)| Some((name, Asset::load(name, content_type)?));
        Self { by_name: NAMES.into_iter().filter_map(load).collect() }
    }

    fn at(&self, file: &str) -> Option<&Asset> {
        self.by_name.values().find(|asset| asset.url.strip_prefix("/assets/") == Some(file))
    }
}

impl Asset {
    fn load(name: &'static str, content_type: &'static str) -> Option<Self> {
        let file = Files::get(name)?;
        let hash = file.metadata.sha256_hash();
        let tag = hash.iter().take(5).fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
        let (stem, extension) = name.rsplit_once('.')?;
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer.write_all(&file.data).ok()?;
        Some(Self {
            url: format!("/assets/{stem}.{tag:010x}.{extension}"),
            content_type,
            plain: Bytes::from(file.data.into_owned()),
            gzip: packer.finish().ok()?.into(),
        })
    }

    fn answer(&self, packed: bool) -> Response {
        let headers = [
            (header::CONTENT_TYPE, self.content_type),
            (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::VARY, "Accept-Encoding"),
        ];
        let body = if packed { &self.gzip } else { &self.plain };
        let mut response = (headers, body.clone()).into_response();
        if packed {
            response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        response
    }
}

/// The address of a file, for templates: `asset("app.css")`. A name that is not embedded gives an address that answers
/// 404, and a test finds it.
#[must_use]
pub fn asset(name: &str) -> &'static str {
    ASSETS.by_name.get(name).map_or("/assets/missing", |asset| asset.url.as_str())
}

/// `GET /assets/{file}`.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{file}", get(show))
}

async fn show(Path(file): Path<String>, headers: HeaderMap) -> Response {
    match ASSETS.at(&file) {
        Some(asset) => asset.answer(takes_gzip(&headers)),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    let values = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|choice| {
        let (coding, weight) = choice.split_once(';').unwrap_or((choice, "q=1"));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0_f32));
        coding.trim().eq_ignore_ascii_case("gzip") && !refused
    })
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, extract::Request};
    use tower::ServiceExt as _;

    use super::*;

    async fn fetch(path: &str, encoding: &str) -> (StatusCode, HeaderMap, Bytes) {
        let request = Request::get(path).header("accept-encoding", encoding).body(Body::empty()).unwrap();
        let (parts, body) = router::<()>().oneshot(request).await.unwrap().into_parts();
        (parts.status, parts.headers, axum::body::to_bytes(body, usize::MAX).await.unwrap())
    }

    #[tokio::test]
    async fn every_file_is_served_for_ever_in_both_forms() {
        for (name, content_type) in NAMES {
            let url = asset(name);
            let (status, headers, plain) = fetch(url, "br").await;
            assert_eq!((status, headers.get("content-encoding")), (StatusCode::OK, None), "{name}");
            assert_eq!(headers["content-type"], content_type);
            assert_eq!(headers["x-content-type-options"], "nosniff");
            assert!(headers["cache-control"].to_str().unwrap().ends_with("immutable"));
            let (_, headers, packed) = fetch(url, "br;q=1, GZIP;q=0.5").await;
            assert_eq!(headers["content-encoding"], "gzip");
            assert!(packed.len() < plain.len() && packed.starts_with(&[0x1f, 0x8b]), "{name}");
        }
    }

    #[tokio::test]
    async fn other_names_are_not_found() {
        let hashed = asset("app.css").replace(".css", "0.css");
        for path in ["/assets/app.css", "/assets/README.md", "/assets/missing", "/assets/..%2fCargo.toml", &hashed] {
            assert_eq!(fetch(path, "").await.0, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(asset("nothing.css"), "/assets/missing");
    }

    #[test]
    fn gzip_is_sent_only_to_who_takes_it() {
        for (value, expected) in [
            ("gzip", true),
            ("deflate, gzip;q=0.1", true),
            ("gzip;q=0", false),
            ("gzip; q=0.0", false),
            ("br", false),
            ("", false),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(value))]);
            assert_eq!(takes_gzip(&headers), expected, "{value}");
        }
    }

    #[test]
    fn first_loads_stay_small() {
        for (name, most) in [("app.css", 12_000), ("app.js", 5_000), ("icons.svg", 3_000), ("favicon.svg", 1_000)] {
            let size = ASSETS.by_name[name].gzip.len();
            assert!(size <= most, "{name}: {size} bytes packed");
        }
        let all: usize = ASSETS.by_name.values().map(|a| a.gzip.len()).sum();
        assert!(all <= 34_000, "40 kB for a first load leaves 6 kB for the page: {all}");
    }

    #[test]
    fn style_and_scripts_keep_to_the_content_security_policy() {
        let text = |name| String::from_utf8(ASSETS.by_name[name].plain.to_vec()).unwrap();
        for (name, banned) in [
            ("app.css", &["@import", "http:", "https:", "url("][..]),
            ("app.js", &["eval(", "innerHTML", "http:", "https:"]),
        ] {
            for word in banned {
                assert!(!text(name).contains(word), "{name} has {word}");
            }
        }
    }
}
