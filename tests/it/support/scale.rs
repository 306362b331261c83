//! A firm of any size around its customers, written row by row as text: going through the program would take an hour.

use std::fmt::Write as _;

use chrono::{DateTime, TimeDelta, Utc};
use sparsam::{
    domain::person::Role,
    store::{self, Db, people::Person},
};

use super::app::TestApp;

/// How much there is; two opportunities a customer, three people a meeting.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) customers: u64,
    pub(crate) meetings: u64,
}

/// Sellers of the firm, beside whoever administers.
const SELLERS: u64 = 40;
/// Rows of one statement.
const AT_ONCE: usize = 400;

const ACCOUNT: u64 = 1;
const CONTACT: u64 = 2;
const OPPORTUNITY: u64 = 3;
const MEETING: u64 = 4;
const ATTENDEE: u64 = 5;
const SELLER: u64 = 6;

/// The ways that opportunities go, in days.
const WAYS: [&[(&str, i64)]; 4] = [
    &[("first_contact", 5), ("needs", 12), ("presentation", 9), ("quote", 20), ("won", 0)],
    &[("first_contact", 3), ("needs", 20), ("lost", 0)],
    &[("first_contact", 8), ("needs", 15), ("quote", 0)],
    &[("first_contact", 4), ("closing", 11), ("won", 3), ("follow_up", 0)],
];

/// How a database writes ids and moments.
struct Writer<'a> {
    site: &'a TestApp,
    now: DateTime<Utc>,
    uuid: (&'static str, &'static str),
}

impl Writer<'_> {
    fn id(&self, kind: u64, number: u64) -> String {
        format!("{}{kind:016x}{number:016x}{}", self.uuid.0, self.uuid.1)
    }

    fn at(&self, days: i64) -> String {
        format!("'{}'", (self.now - TimeDelta::days(days)).to_rfc3339())
    }

    /// Inserts rows, some hundred at a time and all in one transaction.
    async fn insert(&self, into: &str, rows: impl Iterator<Item = String>) {
        let mut text = String::from("BEGIN;");
        let rows: Vec<String> = rows.collect();
        for some in rows.chunks(AT_ONCE) {
            write!(text, "INSERT INTO {into} VALUES {};", some.join(",")).unwrap();
        }
        text.push_str("COMMIT;");
        let text = sqlx::AssertSqlSafe(text);
        match self.site.db() {
            Db::Sqlite { writer, .. } => drop(sqlx::raw_sql(text).execute(writer).await.unwrap()),
            Db::Postgres(pool) => drop(sqlx::raw_sql(text).execute(pool).await.unwrap()),
        }
    }

    async fn people(&self, anna: &Person) {
        let mut tx = self.site.db().begin().await.unwrap();
        for number in 0..SELLERS {
            let email = format!("seller{number}@nordvik.example");
            let id = uuid::Uuid::from_u128((u128::from(SELLER) << 64) + u128::from(number)).into();
            let name = format!("Åsa Öberg {number}");
            let seller = Person { id, name, email_key: email.clone(), email, role: Role::Member, ..anna.clone() };
            store::people::insert(&mut tx, &seller).await.unwrap();
        }
        tx.commit().await.unwrap();
    }

    async fn customers(&self, size: Size, anna: &str) {
        let kinds = [(ACCOUNT, "account"), (CONTACT, "contact")];
        for (kind, word) in kinds {
            let row = |n: u64| format!("({},'{word}')", self.id(kind, n));
            self.insert("subject (id, kind)", (0..size.customers).map(row)).await;
        }
        let classes = ["'hot'", "'customer'", "'cold'", "NULL"];
        let owner = |n: u64| if n.is_multiple_of(50) { anna.to_owned() } else { self.id(SELLER, n % SELLERS) };
        let row = |n: u64| {
            let class = classes[usize::try_from(n % 4).unwrap()];
            let (id, owner, at) = (self.id(ACCOUNT, n), owner(n), self.at(700));
            format!("({id},'Kund {n} Oy','kund {n} oy',{owner},{class},{at},{at})")
        };
        let columns = "account (id,name,name_key,owner_id,lead_class,created_at,updated_at)";
        self.insert(columns, (0..size.customers).map(row)).await;
        let row = |n: u64| {
            let (id, account, at) = (self.id(CONTACT, n), self.id(ACCOUNT, n), self.at(700));
            let email = format!("kund{n}@example.com");
            format!("({id},{account},'Matti {n}','{email}','{email}','fi','Europe/Helsinki',{at},{at})")
        };
        let columns = "contact (id,account_id,name,email,email_key,language,zone,created_at,updated_at)";
        self.insert(columns, (0..size.customers).map(row)).await;
        self.insert("rhythm (lead_class,days)", ["('hot',14)", "('customer',90)"].map(str::to_owned).into_iter()).await;
    }

    async fn sales(&self, size: Size, anna: &str) {
        let (mut sales, mut steps) = (Vec::new(), Vec::new());
        for n in 0..size.customers * 2 {
            let way = WAYS[usize::try_from(n % 4).unwrap()];
            let mut days = i64::try_from(n * 7 % 700).unwrap() + way.iter().map(|(_, days)| days).sum::<i64>();
            let (id, account, began) = (self.id(OPPORTUNITY, n), self.id(ACCOUNT, n / 2), days);
            let seller = if (n / 2).is_multiple_of(50) { anna.to_owned() } else { self.id(SELLER, n / 2 % SELLERS) };
            let (mut closed, mut last) = ("NULL".to_owned(), ("", 0));
            for (version, (place, (stage, stood))) in (1..).zip(way.iter().enumerate()) {
                let left = way.get(place + 1).map(|next| (next.0, days - stood));
                let (at, age) = (self.at(days), began - days);
                let tail = left
                    .map_or_else(|| "NULL,NULL,NULL".to_owned(), |(to, at)| format!("{},'{to}',{stood}", self.at(at)));
                steps.push(format!("({id},{version},'{stage}','',{at},{tail},{age})"));
                if ["won", "lost"].contains(stage) {
                    closed = self.at(days);
                }
                last = (stage, days);
                days -= stood;
            }
            let ((stage, days), reason) = (last, if last.0 == "lost" { "'price'" } else { "NULL" });
            let (source, currency) = (
                ["'web'", "'list'", "NULL"][usize::try_from(n % 3).unwrap()],
                ["SEK", "EUR"][usize::try_from(n % 2).unwrap()],
            );
            sales.push(format!(
                "({id},{account},{seller},'Deal {n}','{stage}',{source},{},'{currency}',{reason},'','','{}',{},{closed},{},{},{})",
                1_000 + n % 90_000,
                (self.now + TimeDelta::days(i64::try_from(n % 300).unwrap() - 60)).format("%Y-%m-%d"),
                self.at(days),
                way.len(),
                self.at(began),
                self.at(days)
            ));
        }
        let columns =
            "opportunity (id,account_id,owner_id,title,stage,lead_source,amount,currency,lost_reason,lost_note,
            next_step,expected_on,stage_at,closed_at,version,created_at,updated_at)";
        self.insert(columns, sales.into_iter()).await;
        let columns = "stage_change (opportunity_id,version,to_stage,person,at,left_at,left_to,days,age)";
        self.insert(columns, steps.into_iter()).await;
    }

    /// So many minutes after a meeting begins.
    fn moment(&self, n: u64, minutes: i64) -> String {
        let at = self.now - TimeDelta::days(day(n)) + TimeDelta::minutes(i64::try_from(n % 480).unwrap() + minutes);
        format!("'{}'", at.to_rfc3339())
    }

    async fn meetings(&self, size: Size) {
        let stages = ["needs", "presentation", "quote"];
        let row = |n: u64| {
            let (id, at, stage) = (self.id(MEETING, n), self.at(720), stages[usize::try_from(n % 3).unwrap()]);
            let local = (self.now - TimeDelta::days(day(n))).format("%Y-%m-%dT%H:%M:%S");
            format!(
                "({id},'{n}@x',{},{},'customer','{stage}','Möte {n}','phone','','{local}',30,'Etc/UTC',{},{},'2026f',
                    'confirmed',FALSE,'',0,{at},1,{at},{at},'möte {n}')",
                self.id(SELLER, n % SELLERS),
                self.id(ACCOUNT, n % size.customers),
                self.moment(n, 0),
                self.moment(n, 30)
            )
        };
        let columns =
            "meeting (id,uid,organizer_id,account_id,purpose,stage,title,format,place,start_local,minutes,zone,
            starts_at,ends_at,zone_data,status,open_guest_list,cancel_reason,sequence,stamped_at,version,created_at,
            updated_at,title_key)";
        self.insert(columns, (0..size.meetings).map(row)).await;
        let about = |n: u64| format!("({},{})", self.id(MEETING, n), self.id(OPPORTUNITY, n % size.customers * 2));
        self.insert("meeting_opportunity (meeting_id,opportunity_id)", (0..size.meetings / 2).map(about)).await;
    }

    /// Two sellers and a contact in each meeting, and the time it takes from them and from the customer.
    async fn seats(&self, size: Size) {
        let seat = |(n, place): (u64, u64)| {
            let (id, meeting) = (self.id(ATTENDEE, n * 3 + place), self.id(MEETING, n));
            let who = match place {
                2 => format!("NULL,{}", self.id(CONTACT, n % size.customers)),
                _ => format!("{},NULL", self.id(SELLER, (n + place) % SELLERS)),
            };
            let at = self.moment(n, 0);
            format!("({id},{meeting},{place},{who},'N','{place}@x','{place}@x','required','','yes','',1,{at})")
        };
        let columns =
            "attendee (id,meeting_id,position,person_id,contact_id,name,email,email_key,role,why,answer,comment,
            link_version,starts_at)";
        let places = |places: u64| (0..size.meetings).flat_map(move |n| (0..places).map(move |place| (n, place)));
        self.insert(columns, places(3).map(seat)).await;
        let claim = |(n, place): (u64, u64)| {
            let subject = match place {
                2 => self.id(CONTACT, n % size.customers),
                3 => self.id(ACCOUNT, n % size.customers),
                _ => self.id(SELLER, (n + place) % SELLERS),
            };
            let (meeting, from, to) = (self.id(MEETING, n), self.moment(n, 0), self.moment(n, 30));
            format!("({meeting},{subject},FALSE,{from},{to},30,'customer',TRUE,TRUE,TRUE,FALSE)")
        };
        let columns = "claim (meeting_id,subject_id,held,starts_at,ends_at,minutes,purpose,customer,required,counts,
            exclusive)";
        self.insert(columns, places(4).map(claim)).await;
    }
}

/// How many days ago a meeting was; some are to come.
fn day(n: u64) -> i64 {
    i64::try_from(n * 13 % 700).unwrap() - 20
}

/// Fills the firm; gives the path of a customer with a long timeline.
pub(crate) async fn fill(site: &TestApp, anna: &Person, amount: Size) -> String {
    let uuid = match site.db() {
        Db::Sqlite { .. } => ("X'", "'"),
        Db::Postgres(_) => ("'", "'"),
    };
    let writer = Writer { site, now: site.now(), uuid };
    writer.people(anna).await;
    let anna = format!("{}{}{}", uuid.0, anna.id.uuid().simple(), uuid.1);
    writer.customers(amount, &anna).await;
    writer.sales(amount, &anna).await;
    writer.meetings(amount).await;
    writer.seats(amount).await;
    format!("/customers/{}", uuid::Uuid::from_u128((u128::from(ACCOUNT) << 64) + 50))
}
