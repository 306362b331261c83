//! Forms that are sent several times at once and again later (trust goal T7): one effect, one answer.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use tokio::task::JoinSet;

use sparsam::domain::{language::Language, person::Role};

use crate::support::{
    app::{Answer, Client, TestApp},
    db::{TestDb, on_both},
    dialogue::Dialogue,
};

type Fields = Vec<(String, String)>;

/// What one walk along the main path left.
struct Path {
    site: TestApp,
    /// Who sends.
    client: Client,
    ola: Client,
    /// How often each form is sent at once.
    copies: usize,
}

impl Path {
    async fn new(db: TestDb, copies: usize) -> Self {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::Nb).await;
        let (client, ola) = (site.signed_in(&anna).await, site.signed_in(&ola).await);
        Self { site, client, ola, copies }
    }

    /// Sends a form as often as this path does, at once, and again later; all copies get the same answer. An altered
    /// form with the same key is refused. Tells where it led.
    async fn send(&mut self, path: &str, fields: &Fields, altered: &str) -> String {
        let mut first: Vec<Answer> = self.at_once(path, fields).await;
        let location = first[0].expect(303).location().to_owned();
        for answer in first.drain(..) {
            assert_eq!(answer.expect(303).location(), location, "{path}");
        }
        if self.copies > 1 {
            let before = self.site.fingerprint().await;
            self.site.clock.pass(TimeDelta::seconds(20));
            for answer in self.at_once(path, fields).await {
                assert_eq!(answer.expect(303).location(), location, "{path}, later");
            }
            if !altered.is_empty() {
                let mut other = fields.clone();
                other.iter_mut().find(|(name, _)| name == altered).unwrap().1.push('x');
                let refused = post(&mut self.client, path, &other).await;
                assert!(matches!(refused.status.as_u16(), 409 | 422), "{path}: {}", refused.status);
            }
            assert_eq!(self.site.fingerprint().await, before, "{path}: the copies did something");
        } else {
            self.site.clock.pass(TimeDelta::seconds(20));
        }
        location
    }

    async fn at_once(&self, path: &str, fields: &Fields) -> Vec<Answer> {
        let mut sending = JoinSet::new();
        for _ in 0..self.copies {
            let (mut client, path, fields) = (self.client.clone(), path.to_owned(), fields.clone());
            sending.spawn(async move { post(&mut client, &path, &fields).await });
        }
        sending.join_all().await
    }

    async fn walk(&mut self) -> BTreeMap<String, String> {
        let form = self.client.get("/meetings/new?purpose=targets&start=2026-11-25T14:00").await;
        let form = Dialogue::of(form, "plan").set("title", "Targets").set("who", "ola@nordvik.example");
        let form = Dialogue::of(form.press(&mut self.client, "add-person").await, "plan");
        let form = form.set("who", "eeva@kone.example").press(&mut self.client, "add-person").await;
        let meeting = self.send("/meetings/new", &sent(Dialogue::of(form, "plan")), "title").await;
        let meeting = meeting.split('?').next().unwrap().to_owned();

        let edit = Dialogue::of(self.client.get(&format!("{meeting}/edit")).await, "plan").set("title", "December");
        self.send(&format!("{meeting}/edit"), &sent(edit), "title").await;
        let answer = fields(&[("a", "m"), ("comment", "perhaps")]);
        std::mem::swap(&mut self.client, &mut self.ola);
        self.send(&format!("{meeting}/answers"), &answer, "").await;
        std::mem::swap(&mut self.client, &mut self.ola);
        let new =
            [("date", "26.11.2026"), ("time", "10"), ("length", "45"), ("zone", "Europe/Stockholm"), ("do", "move")];
        let form = self.keys(&format!("{meeting}/moves/new"), &[&new[..], &[("reason", "Kone asked")]].concat()).await;
        self.send(&format!("{meeting}/moves"), &form, "reason").await;
        let form = self.keys(&format!("{meeting}/cancellation/new"), &[("reason", "Ill")]).await;
        self.send(&format!("{meeting}/cancellation"), &form, "reason").await;
        let table = self.site.fingerprint().await;
        table.into_iter().map(|(name, print)| (name, print.split(',').next().unwrap().to_owned())).collect()
    }

    async fn keys(&mut self, page: &str, own: &[(&str, &str)]) -> Fields {
        let page = self.client.get(page).await;
        let (once, version) = (page.value_of("once"), page.value_of("version"));
        fields(&[own, &[("once", &once), ("version", &version)]].concat())
    }
}

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn sent(form: Dialogue) -> Fields {
    form.set("do", "send").fields
}

async fn post(client: &mut Client, path: &str, fields: &Fields) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    client.post(path, &fields).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forms_sent_several_times_have_one_effect() {
    on_both(async |db| {
        let postgres = db.db.postgres().is_some();
        let mut once = Path::new(db, 1).await.walk().await;
        // Keys of answers by the signed-in person: none; looked-up once-keys stay one a form.
        once.remove("throttle");
        for copies in [2, 5] {
            let db = if postgres { TestDb::postgres().await.unwrap() } else { TestDb::sqlite().await };
            let mut several = Path::new(db, copies).await.walk().await;
            several.remove("throttle");
            assert_eq!(several, once, "{copies} copies of each form");
        }
    })
    .await;
}
