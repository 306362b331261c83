//! axe-core, the judge of accessibility.

use std::fmt::{self, Debug, Formatter};

use fantoccini::Client;
use fantoccini::error::CmdError;
use serde::Deserialize;
use serde_json::json;

const AXE: &str = include_str!("../../../browser/axe.min.js");

const TAGS: [&str; 7] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/// A rule that the page breaks, and where.
#[derive(Clone, Deserialize, PartialEq)]
pub(crate) struct Violation {
    /// The rule's name, for example `image-alt`.
    pub(crate) id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Clone, Deserialize, PartialEq)]
struct Node {
    html: String,
    #[serde(rename = "failureSummary")]
    summary: String,
}

impl Debug for Violation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.id, self.help)?;
        self.nodes
            .iter()
            .try_for_each(|node| write!(f, "\n  {}\n    {}", node.html, node.summary.replace('\n', "\n    ")))
    }
}

/// Loads axe into the page unless it is there, and runs it.
pub(super) async fn run(client: &Client) -> Result<Vec<Violation>, CmdError> {
    if client.execute("return typeof axe === 'undefined'", Vec::new()).await? == json!(true) {
        client.execute(AXE, Vec::new()).await?;
    }
    let script = "const [tags, done] = arguments;
        axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
            .then(result => done({ found: result.violations }), error => done({ failed: String(error) }));";
    let answer = client.execute_async(script, vec![json!(TAGS)]).await?;
    serde_json::from_value(answer["found"].clone()).map_err(CmdError::Json)
}
