use super::*;

fn load(file: &str, environment: &[(&str, &str)]) -> Result<Config, ConfigErrors> {
    Config::load(&Sources {
        file: Some(("sparsam.toml".into(), file.to_owned())),
        environment: environment.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
        flags: BTreeMap::new(),
    })
}

fn errors(file: &str, environment: &[(&str, &str)]) -> Vec<String> {
    load(file, environment).unwrap_err().0.iter().map(ToString::to_string).collect()
}

#[test]
fn defaults_are_sound() {
    let config = Config::load(&Sources::default()).unwrap();
    assert_eq!(config.general.listen.to_string(), "127.0.0.1:3000");
    assert_eq!(config.general.base_url.as_str(), "http://localhost:3000/");
    assert_eq!(config.general.database_url.expose(), "sqlite:./data/sparsam.db");
    assert_eq!(config.general.secret_key_file, PathBuf::from("./data/secret.key"));
    assert!(config.general.trusted_proxies.is_empty() && config.smtp.is_none() && config.dkim.is_none());
    assert_eq!((config.general.undo_seconds, config.limits.connections), (60, 4096));
    assert_eq!(config.sqlite.synchronous, Synchronous::Full);
    assert_eq!(config.calendars.permitted(), crate::domain::outside::Permitted::default());
    assert_eq!(config.calendars.refresh_minutes, 15);
    assert!(config.lines().iter().all(|line| line.origin == Origin::Default));
}

#[test]
fn calendars_inside_the_network_are_allowed_one_by_one() {
    let config = load("[calendars]\nallow = ['Cal.intra.example:8443', '10.0.0.0/8', 'fd00::1']", &[]).unwrap();
    let permitted = config.calendars.permitted();
    assert!(permitted.admits_port("cal.intra.example", 8443) && !permitted.plain_http);
    assert!(permitted.admits("any.example", "10.9.9.9".parse().unwrap()));
    assert!(!permitted.admits("any.example", "192.168.1.1".parse().unwrap()));
    let wrong = errors("[calendars]\nallow = ['https://x/']\nrefresh_minutes = 5", &[]);
    assert!(wrong.len() == 2 && wrong.iter().any(|e| e.contains("at least 15")), "{wrong:?}");
}

#[test]
fn flags_beat_variables_beat_the_file_beats_defaults() {
    let mut sources = Sources {
        file: Some(("sparsam.toml".into(), "listen = '127.0.0.1:1'\ndata = '/one'\nundo_seconds = 1".to_owned())),
        environment: [("SPARSAM_LISTEN", "[::1]:2"), ("SPARSAM_DATA", "/two/"), ("HOME", "/root")]
            .map(|(k, v)| (k.to_owned(), v.to_owned()))
            .into(),
        flags: BTreeMap::new(),
    };
    sources.flags.insert("listen", "127.0.0.1:3".to_owned());
    let config = Config::load(&sources).unwrap();
    assert_eq!(config.general.listen.port(), 3);
    assert_eq!(config.general.base_url.as_str(), "http://localhost:3/");
    assert_eq!(config.general.database_url.expose(), "sqlite:/two/sparsam.db");
    assert_eq!(config.general.undo_seconds, 1);
    let origins: Vec<String> = config.lines().iter().take(3).map(|line| line.origin.to_string()).collect();
    assert_eq!(origins, ["--listen", "SPARSAM_DATA", "default"]);
}

#[test]
fn everything_wrong_is_told_at_once() {
    let file = "
        listn = '127.0.0.1:1'
        undo_seconds = 'soon'
        base_url = 'http://meet.example.com'
        trusted_proxies = [1]
        log.format = 'xml'
        [smtp]
        hots = 'mail.example.com'
        username = 'anna'
        [limits]
        connections = 0
        [dkm]
        domain = 'example.com'
    ";
    let mut found = errors(file, &[("SPARSAM_DATA", ""), ("SPARSAM_SMTP_FORM", "x")]);
    found.sort();
    assert_eq!(
        found,
        [
            "SPARSAM_SMTP_FORM: there is no such setting; did you mean SPARSAM_SMTP_FROM?",
            "base_url (sparsam.toml): must start with https:// unless it names localhost",
            "data (SPARSAM_DATA): must not be empty",
            "dkm.domain (sparsam.toml): there is no such setting; did you mean dkim.domain?",
            "limits.connections (sparsam.toml): must be at least 1",
            "listn (sparsam.toml): there is no such setting; did you mean listen?",
            "log.format (sparsam.toml): must be one of: text, json",
            "smtp.from (default): is needed",
            "smtp.host (default): is needed",
            "smtp.hots (sparsam.toml): there is no such setting; did you mean smtp.host?",
            "smtp.username (sparsam.toml): username and password go together",
            "trusted_proxies (sparsam.toml): must be a text, a number, true or false, or a list of texts",
            "undo_seconds (sparsam.toml): must be a whole number from 0 to 4294967295",
        ]
    );
}

#[test]
fn base_urls() {
    for (url, good) in [
        ("https://meet.example.com", true),
        ("https://meet.example.com:8443/", true),
        ("http://localhost:3000", true),
        ("http://app.localhost", true),
        ("http://127.0.0.1:3000", true),
        ("http://[::1]:3000", true),
        ("http://meet.example.com", false),
        ("http://localhost.example.com", false),
        ("http://192.168.1.10", false),
        ("ftp://localhost", false),
        ("https://meet.example.com/app", false),
        ("https://meet.example.com/?x", false),
        ("https://anna@meet.example.com", false),
        ("meet.example.com", false),
        ("", false),
    ] {
        assert_eq!(load("", &[("SPARSAM_BASE_URL", url)]).is_ok(), good, "{url}");
    }
}

#[test]
fn mail_servers() {
    let base = [("SPARSAM_SMTP_HOST", "mail.example.com"), ("SPARSAM_SMTP_FROM", "meet@example.com")];
    for (more, good) in [
        (&[][..], true),
        (&[("SPARSAM_SMTP_SECURITY", "tls"), ("SPARSAM_SMTP_PORT", "4650")], true),
        (&[("SPARSAM_SMTP_SECURITY", "plain")], false),
        (&[("SPARSAM_SMTP_SECURITY", "plain"), ("SPARSAM_SMTP_ALLOW_PLAIN", "true")], true),
        (&[("SPARSAM_SMTP_SECURITY", "plain"), ("SPARSAM_SMTP_HOST", "127.0.0.1")], true),
        (&[("SPARSAM_SMTP_USERNAME", "anna")], false),
        (&[("SPARSAM_SMTP_USERNAME", "anna"), ("SPARSAM_SMTP_PASSWORD", "x")], true),
        (&[("SPARSAM_SMTP_FROM", "Anna <a@example.com>")], false),
        (&[("SPARSAM_SMTP_PORT", "70000")], false),
    ] {
        let outcome = load("", &[&base[..], more].concat());
        assert_eq!(outcome.is_ok(), good, "{more:?} {outcome:?}");
    }
}

#[test]
fn secrets_are_never_shown() {
    let marker = "hunter-two";
    let database = format!("postgres://anna:{marker}@db.example.com/sparsam?password={marker}");
    let config = load(
        &format!(
            "secret_key = '{marker}'\n[smtp]\nhost = 'h'\nfrom = 'a@b.example'\nusername = 'u'\npassword = '{marker}'"
        ),
        &[("DATABASE_URL", &database)],
    )
    .unwrap();
    let listing = config.lines().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(!format!("{listing}{config:?}").contains(marker), "{listing}");
    assert!(listing.contains("smtp.password = set  # sparsam.toml"), "{listing}");
    assert!(listing.contains("database_url = postgres://…@db.example.com/sparsam  # DATABASE_URL"), "{listing}");
    assert_eq!(config.general.database_url.expose(), database);
    for broken in [format!("secret_key = '{marker}"), format!("[smtp]\nport = '{marker}'")] {
        let told = errors(&broken, &[("DATABASE_URL", marker)]).join("\n");
        assert!(!told.contains(marker), "{told}");
    }
}

#[test]
fn proxies_are_networks_or_addresses() {
    let config = load("trusted_proxies = ['10.0.0.0/8', '::1']", &[]).unwrap();
    let shown: Vec<String> = config.general.trusted_proxies.iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["10.0.0.0/8", "::1/128"]);
    assert!(load("", &[("SPARSAM_TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.1")]).is_ok());
    assert_eq!(errors("trusted_proxies = 'all'", &[]).len(), 1);
}

#[test]
fn every_setting_is_documented_and_the_example_says_the_defaults() {
    for setting in all_settings() {
        assert!(setting.doc.trim().ends_with('.') && !setting.doc.contains("  "), "{}", setting.key);
    }
    let example = example_file().replace("\n# ", "\n");
    assert!(example.contains("listen = \"127.0.0.1:3000\""), "{example}");
    assert_eq!(load(&example_file(), &[]).unwrap().general.listen.port(), 3000, "as it stands it changes nothing");
}
