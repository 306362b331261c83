//! The demo company's customers: in four languages, all of them made up.

use crate::{
    app::context::App,
    domain::language::Language,
    store::{
        self, Tx,
        accounts::{Account, Contact},
        people::Person,
    },
};

/// A customer: name, who looks after it, its contacts.
struct Customer {
    name: &'static str,
    owner: &'static str,
    language: Language,
    contacts: &'static [(&'static str, &'static str)],
}

const CUSTOMERS: [Customer; 6] = [
    Customer {
        name: "Bergvik Bygg AB",
        owner: "Mikael Holm",
        language: Language::Sv,
        contacts: &[("Johan Bergvik", "johan@bergvik-bygg.example"), ("Maria Öberg", "maria@bergvik-bygg.example")],
    },
    Customer {
        name: "Lövåsen Trä AB",
        owner: "Ida Nyström",
        language: Language::Sv,
        contacts: &[("Karin Lövgren", "karin@lovasen.example")],
    },
    Customer {
        name: "Kallio Konepaja Oy",
        owner: "Sanna Koski",
        language: Language::Fi,
        contacts: &[("Pekka Kallio", "pekka@kallio-konepaja.example")],
    },
    Customer {
        name: "Järvilinja Oy",
        owner: "Sanna Koski",
        language: Language::Fi,
        contacts: &[("Liisa Järvelä", "liisa@jarvilinja.example")],
    },
    Customer {
        name: "Havnes Marin AS",
        owner: "Kari Nilsen",
        language: Language::Nb,
        contacts: &[("Ingrid Havnes", "ingrid@havnes-marin.example")],
    },
    Customer {
        name: "Northgate Tools Ltd",
        owner: "Anna Lind",
        language: Language::En,
        contacts: &[("Emma Clarke", "emma@northgate-tools.example")],
    },
];

/// Adds accounts and contacts.
pub(super) async fn add(tx: &mut Tx, app: &App, people: &[Person]) -> anyhow::Result<()> {
    let now = app.now();
    for customer in &CUSTOMERS {
        let account = Account {
            id: app.new_id(),
            name: customer.name.to_owned(),
            name_key: customer.name.to_lowercase(),
            owner_id: people.iter().find(|p| p.name == customer.owner).map(|p| p.id),
            lead_class: None,
            created_at: now,
            updated_at: now,
        };
        store::accounts::insert_account(tx, &account).await?;
        for (name, email) in customer.contacts {
            let contact = Contact {
                id: app.new_id(),
                account_id: account.id,
                name: (*name).to_owned(),
                email: (*email).to_owned(),
                email_key: email.to_lowercase(),
                language: customer.language,
                zone: zone(customer.language).to_owned(),
                do_not_contact_at: None,
                do_not_contact_source: None,
                created_at: now,
                updated_at: now,
            };
            store::accounts::insert_contact(tx, &contact).await?;
        }
    }
    Ok(())
}

const fn zone(language: Language) -> &'static str {
    match language {
        Language::En => "Europe/London",
        Language::Sv => "Europe/Stockholm",
        Language::Fi => "Europe/Helsinki",
        Language::Nb => "Europe/Oslo",
    }
}
