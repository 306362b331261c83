//! What routes are tried on: things that belong to Ola.

use sparsam::{
    app::{course, imports::receive},
    domain::{
        agenda::{ItemKind, Wanted, template::TemplatePoint},
        ids::MeetingId,
        minutes::ActionState,
        transfer::Kind,
    },
    store::{
        actions::Action,
        course::{Course, CoursePoint},
        meetings::AgendaItem,
        minutes::Edition,
    },
};

use super::{
    questions::{approval, idea, proposal, reply, series_approval},
    *,
};

/// One object of every kind, by the names that `object` gives.
pub(super) async fn things(site: &TestApp, ola: &Person, erik: &Person) -> BTreeMap<&'static str, String> {
    let mut tx = site.db().begin().await.unwrap();
    let actor = Actor::load(&mut tx, ola.clone(), None, String::new()).await.unwrap().unwrap();
    let [draft, feed, mail] = papers(site, &mut tx, ola).await;
    let (day_off, calendar) = own_time(site, &mut tx, ola).await;
    tx.commit().await.unwrap();
    let (meeting, change) = meeting(site, &actor, erik).await;
    let (point, action) = minutes(site, &actor, meeting.parse().unwrap()).await;
    let update = update(site, &actor, erik).await;
    site.signed_in(ola).await;
    let mut tx = site.db().begin_read().await.unwrap();
    let full = store::meetings::by_id(&mut tx, meeting.parse().unwrap()).await.unwrap().unwrap();
    let queued = store::outbox::of_meeting(&mut tx, full.meeting.id).await.unwrap();
    drop(tx);
    let approval = approval(site, &full, (ola, erik)).await;
    let proposal = proposal(site, &full).await;
    let reply = reply(site, &full).await;
    let series = series(site, &full).await;
    let thanks = thanks(site, &full, erik).await;
    let (idea, template) = (idea(site, &full).await, template(site, ola).await);
    let mut tx = site.db().begin_read().await.unwrap();
    let session = store::sessions::of_person(&mut tx, ola.id).await.unwrap();
    BTreeMap::from([
        ("meeting", meeting),
        ("approval", approval),
        ("update", update),
        ("proposal", proposal),
        ("returning", point),
        ("action", action),
        ("edition", "1".to_owned()),
        ("reply", reply),
        ("series approval", series_approval(site, &series, (ola, erik)).await),
        ("series", series),
        ("point", full.agenda[0].id.to_string()),
        ("thanks", thanks),
        ("idea", idea),
        ("template", template),
        ("change", change),
        ("attendee", full.attendees[1].id.to_string()),
        ("queued", queued[0].id.to_string()),
        ("draft", draft),
        ("feed", feed),
        ("day off", day_off),
        ("delegate", delegate(site, (ola, erik)).await),
        ("calendar", calendar),
        ("mail", mail),
        ("session", session[0].id.to_string()),
        ("week", "2026-W48".to_owned()),
        ("topic", "calendar".to_owned()),
        ("file", "spf_0000000000000000000000000000000000000000000.ics".to_owned()),
        ("token", "a".repeat(52)),
    ])
}

/// What is written about the meeting: a point that goes on, an action and an edition.
async fn minutes(site: &TestApp, ola: &Actor, meeting: MeetingId) -> (String, String) {
    let now = site.now();
    let mut tx = site.db().begin().await.unwrap();
    let full = store::meetings::by_id(&mut tx, meeting).await.unwrap().unwrap();
    let course = Course { version: 1, edition: 1, ..Course::of(meeting, now) };
    assert!(store::course::save(&mut tx, &course).await.unwrap());
    let item = AgendaItem {
        id: site.app.new_id(),
        meeting_id: meeting,
        position: 0,
        kind: ItemKind::Free,
        title: "Secret point".to_owned(),
        minutes: 5,
        owner_id: None,
        wanted: Wanted::Decide,
        links: None,
    };
    let point = CoursePoint::of(site.app.new_id(), &item);
    store::course::save_points(&mut tx, std::slice::from_ref(&point)).await.unwrap();
    let action = Action {
        id: site.app.new_id(),
        meeting_id: meeting,
        point_id: None,
        body: "Secret action".to_owned(),
        attendee_id: Some(full.attendees[0].id),
        person_id: Some(ola.id()),
        due_on: None,
        state: ActionState::Open,
        shared: false,
        written_by: ola.id(),
        written_at: now,
        ended_at: None,
        ended_by: None,
    };
    store::actions::save(&mut tx, std::slice::from_ref(&action)).await.unwrap();
    let opened = course::read(&mut tx, full, now).await.unwrap();
    let story = course::story(&mut tx, opened).await.unwrap();
    let edition = Edition {
        meeting_id: meeting,
        edition: 1,
        content: serde_json::to_string(&story.minutes(now)).unwrap(),
        mails: 0,
        closed_by: ola.id(),
        closed_at: now,
        reopened_by: None,
        reopened_at: None,
    };
    store::minutes::insert(&mut tx, &edition).await.unwrap();
    tx.commit().await.unwrap();
    (point.id.to_string(), action.id.to_string())
}

/// Thanks to Erik.
async fn thanks(site: &TestApp, full: &FullMeeting, erik: &Person) -> String {
    let thanks = Recognition {
        id: site.app.new_id(),
        meeting_id: full.meeting.id,
        item_id: full.agenda[0].id,
        person_id: erik.id,
        reason: "Secret reason".to_owned(),
        metric: String::new(),
        created_at: site.now(),
        created_by: None,
    };
    let mut tx = site.db().begin().await.unwrap();
    store::recognitions::insert(&mut tx, &thanks).await.unwrap();
    tx.commit().await.unwrap();
    thanks.id.to_string()
}

/// An agenda that Ola keeps.
async fn template(site: &TestApp, ola: &Person) -> String {
    let point = TemplatePoint {
        kind: ItemKind::Free,
        title: "Secret point".to_owned(),
        minutes: 5,
        wanted: Wanted::Decide,
        led: true,
    };
    let template = AgendaTemplate {
        id: site.app.new_id(),
        team_id: None,
        person_id: Some(ola.id),
        name: "Secret template".to_owned(),
        purpose: None,
        points: vec![point].into(),
        version: 1,
        created_at: site.now(),
        updated_at: site.now(),
        updated_by: Some(ola.id),
    };
    let mut tx = site.db().begin().await.unwrap();
    store::agenda_templates::insert(&mut tx, &template).await.unwrap();
    tx.commit().await.unwrap();
    template.id.to_string()
}

/// A series with the meeting once more as its date.
async fn series(site: &TestApp, full: &FullMeeting) -> String {
    let now = site.now();
    let rule = SeriesRule { pattern: Pattern::Day, interval: 1, end: End::Count(2), holidays: OnHoliday::Keep };
    let series = Series {
        id: site.app.new_id(),
        uid: "series@localhost".to_owned(),
        rule: rule.into(),
        zone: full.meeting.zone.clone(),
        continues: None,
        sequence: 0,
        stamped_at: now,
        created_at: now,
        updated_at: now,
        aim: String::new(),
        endless: false,
    };
    let mut tx = site.db().begin().await.unwrap();
    store::series::insert(&mut tx, &series).await.unwrap();
    let mut date = FullMeeting { agenda: Vec::new(), ..full.clone() };
    date.meeting.id = site.app.new_id();
    date.meeting.uid = format!("{}@localhost", date.meeting.id);
    date.meeting.series_id = Some(series.id);
    date.meeting.original_start = Some(full.meeting.start_local);
    for row in &mut date.attendees {
        (row.id, row.meeting_id) = (site.app.new_id(), date.meeting.id);
    }
    store::meetings::insert(&mut tx, &date).await.unwrap();
    tx.commit().await.unwrap();
    series.id.to_string()
}

/// A draft, a feed and a stored mail.
async fn papers(site: &TestApp, tx: &mut Tx, ola: &Person) -> [String; 3] {
    let now = site.now();
    let draft = Draft {
        id: site.app.new_id::<DraftId>(),
        owner_id: ola.id,
        title: "Secret draft".to_owned(),
        form: Vec::new().into(),
        created_at: now,
        updated_at: now,
    };
    store::drafts::save(tx, &draft).await.unwrap();
    let feed = Feed {
        id: site.app.new_id::<FeedId>(),
        owner_id: ola.id,
        kind: FeedKind::Mine,
        team_id: None,
        token_hash: vec![9; 32],
        created_at: now,
        last_used_at: None,
        revoked_at: None,
    };
    store::feeds::insert(tx, &feed).await.unwrap();
    let mail = Stored {
        id: site.app.new_id::<MailId>(),
        outbox_id: 1,
        recipient: ola.email.clone(),
        recipient_key: ola.email_key.clone(),
        subject: "Secret mail".to_owned(),
        raw: b"Subject: Secret mail\r\n\r\nbody".to_vec(),
        at: now,
    };
    store::mailbox::insert(tx, &mail).await.unwrap();
    [draft.id.to_string(), feed.id.to_string(), mail.id.to_string()]
}

/// A day off and an outside calendar.
async fn own_time(site: &TestApp, tx: &mut Tx, ola: &Person) -> (String, String) {
    let day = "2026-12-28".parse().unwrap();
    let day_off = DayOff {
        id: site.app.new_id::<DayOffId>(),
        person_id: ola.id,
        first_day: day,
        last_day: day,
        from_minute: None,
        to_minute: None,
        stand_in_id: None,
        created_at: site.now(),
    };
    store::days_off::insert(tx, &day_off).await.unwrap();
    let calendar = OutsideCalendar {
        id: site.app.new_id::<OutsideCalendarId>(),
        person_id: ola.id,
        name: "Secret calendar".to_owned(),
        host: "cal.example".to_owned(),
        address: "00".to_owned(),
        etag: None,
        last_modified: None,
        checked_at: None,
        read_at: None,
        expanded_at: None,
        failure: None,
        failing_since: None,
        moved_to: None,
        failures: 0,
        told_at: None,
        next_check_at: site.now() + TimeDelta::hours(1),
        created_at: site.now(),
    };
    store::outside::insert(tx, &calendar).await.unwrap();
    (day_off.id.to_string(), calendar.id.to_string())
}

/// A limit of a team.
pub(super) async fn rule(site: &TestApp, team: TeamId) -> String {
    let id: RuleId = site.app.new_id();
    let measure = Measure::Length { most: 60 };
    let from = site.now().date_naive();
    let rule = Rule { id: Some(id), scope: Scope::Team(team), which: Which::All, measure, level: Level::Inform, from };
    let mut tx = site.db().begin().await.unwrap();
    store::rules::insert(&mut tx, id, &rule, (None, site.now())).await.unwrap();
    tx.commit().await.unwrap();
    id.to_string()
}

/// A customer of Ola's, a contact there, and what they may buy.
pub(super) async fn customer(site: &TestApp, ola: &Person) -> (String, String, String) {
    let (now, owner_id) = (site.now(), Some(ola.id));
    let (id, name) = (site.app.new_id::<AccountId>(), "Bergvik".to_owned());
    let account = Account {
        id,
        name_key: name.to_lowercase(),
        name,
        owner_id,
        lead_class: None,
        created_at: now,
        updated_at: now,
    };
    let contact = Contact {
        id: site.app.new_id(),
        account_id: id,
        name: "Johan".to_owned(),
        email: "johan@bergvik.example".to_owned(),
        email_key: "johan@bergvik.example".to_owned(),
        language: Language::Sv,
        zone: "Europe/Stockholm".to_owned(),
        do_not_contact_at: None,
        do_not_contact_source: None,
        created_at: now,
        updated_at: now,
    };
    let mut tx = site.db().begin().await.unwrap();
    store::accounts::insert_account(&mut tx, &account).await.unwrap();
    store::accounts::insert_contact(&mut tx, &contact).await.unwrap();
    let actor = Actor::load(&mut tx, ola.clone(), None, String::new()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let details = opportunities::Details {
        title: "Service".to_owned(),
        contact: Some(contact.id),
        owner: owner_id,
        source: None,
        amount: None,
        probability: None,
        expected_on: None,
        next: opportunities::NextStep::default(),
    };
    let once = Once { scope: ola.id.to_string(), key: "opportunity".to_owned(), body_hash: [8; 32] };
    let permit = actor.may_plan().unwrap();
    let command = (id, OpportunityStage::Needs, details, &once);
    let location = opportunities::create(&site.app, &actor, &permit, command).await.unwrap();
    let opportunity = location.trim_start_matches("/opportunities/").split('?').next().unwrap().to_owned();
    (id.to_string(), contact.id.to_string(), opportunity)
}

async fn meeting(site: &TestApp, ola: &Actor, erik: &Person) -> (String, String) {
    let local = "2026-11-25T14:00:00".parse().unwrap();
    let details = Details {
        purpose: Purpose::Targets,
        stage: None,
        title: "Secret meeting".to_owned(),
        format: Format::Phone,
        place: "+46 8 123 45 67".to_owned(),
        video: None,
        invitees: vec![Invitee {
            guest: Guest::Person(erik.id),
            role: AttendeeRole::Required,
            why: String::new(),
            points: None,
        }],
        agenda: vec![Point {
            kind: ItemKind::Recognition,
            title: "Secret point".to_owned(),
            minutes: 5,
            owner: Owner::Organizer,
            wanted: Wanted::Thank,
        }],
        open_guest_list: false,
    };
    let at = "2026-11-25T13:00:00Z".parse().unwrap();
    let plan = Plan { details, start: Start { local, zone: "Europe/Stockholm".to_owned(), at }, minutes: 30 };
    let once = Once { scope: "test".to_owned(), key: "access".to_owned(), body_hash: [0; 32] };
    let command = ScheduleMeeting {
        plan,
        form: Vec::new(),
        draft: None,
        consent: sparsam::domain::limits::consent::Consent::seen(),
        once,
    };
    let permit = ola.may_plan().unwrap();
    match schedule_meeting::run(&site.app, ola, &permit, command).await.unwrap() {
        Scheduled::New(id, changed) => (id.to_string(), changed.done().unwrap().change.to_string()),
        Scheduled::Again(location) => panic!("{location}"),
    }
}

async fn update(site: &TestApp, ola: &Actor, erik: &Person) -> String {
    let draft = written::Draft {
        purpose: Purpose::Targets,
        title: "Secret update".to_owned(),
        invitees: vec![Invitee {
            guest: Guest::Person(erik.id),
            role: AttendeeRole::Required,
            why: String::new(),
            points: None,
        }],
        agenda: Vec::new(),
        open_guest_list: false,
        minutes: 30,
        words: "Secret words".to_owned(),
        answer_by: None,
    };
    let once = Once { scope: "test".to_owned(), key: "update".to_owned(), body_hash: [0; 32] };
    let command = SendUpdate { draft, kept: None, once };
    match written_update::run(&site.app, ola, &ola.may_plan().unwrap(), command).await.unwrap() {
        Sent::New(id) => id.to_string(),
        Sent::Again(location) => panic!("{location}"),
    }
}

/// A file of Ola's that waits for him.
pub(super) async fn import(site: &TestApp, ola: &Person) -> String {
    let mut tx = site.db().begin_read().await.unwrap();
    let actor = Actor::load(&mut tx, ola.clone(), None, String::new()).await.unwrap().unwrap();
    drop(tx);
    let permit = actor.may_import(Kind::Accounts).unwrap();
    let mut file = receive::begin(&site.app, &actor, &permit, (None, "Secret.csv")).await.unwrap();
    file.put(&site.app, b"Name\nSecret customer\n").await.unwrap();
    file.finish(&site.app, &actor).await.unwrap().to_string()
}

/// Erik plans for Ola.
async fn delegate(site: &TestApp, (ola, erik): (&Person, &Person)) -> String {
    let mut tx = site.db().begin().await.unwrap();
    store::delegates::insert(&mut tx, (ola.id, erik.id), site.now()).await.unwrap();
    tx.commit().await.unwrap();
    erik.id.to_string()
}
