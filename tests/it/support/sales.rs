//! Opportunities with a way behind them, as the program would have written it.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sparsam::{
    domain::{
        ids::{AccountId, OpportunityId, PersonId},
        pipeline::{LeadSource, LostReason, OpportunityStage},
    },
    store::{
        self, Tx,
        accounts::Account,
        opportunities::{Opportunity, StageChange},
    },
};

use super::app::TestApp;

/// An opportunity and how it came to where it stands.
#[derive(Clone)]
pub(crate) struct Sale {
    pub(crate) account: AccountId,
    pub(crate) seller: Option<PersonId>,
    pub(crate) worth: Option<(i64, &'static str)>,
    pub(crate) source: Option<LeadSource>,
    pub(crate) reason: Option<LostReason>,
    pub(crate) probability: Option<i64>,
    pub(crate) expected_on: Option<NaiveDate>,
    /// Stages, and how many days ago it came there; earliest first.
    pub(crate) way: Vec<(OpportunityStage, i64)>,
}

impl Sale {
    pub(crate) fn new(account: AccountId, seller: Option<PersonId>, way: &[(OpportunityStage, i64)]) -> Self {
        let (worth, source, reason, probability) = (None, None, None, None);
        Self { account, seller, worth, source, reason, probability, expected_on: None, way: way.to_vec() }
    }

    pub(crate) fn worth(self, amount: i64, currency: &'static str) -> Self {
        Self { worth: Some((amount, currency)), ..self }
    }

    /// Writes it step by step.
    pub(crate) async fn write(self, tx: &mut Tx, id: OpportunityId, now: DateTime<Utc>) {
        let at = |days: i64| now - TimeDelta::days(days);
        let mut row = self.first(id, at(self.way[0].1));
        store::opportunities::insert(tx, &row).await.unwrap();
        let mut from_stage = None;
        for (version, (stage, days)) in (1..).zip(&self.way) {
            if version > 1 {
                let reason = self.reason.filter(|_| *stage == OpportunityStage::Lost);
                let closed_at =
                    (!stage.is_open()).then(|| row.closed_at.filter(|_| stage.is_won()).unwrap_or(at(*days)));
                row =
                    Opportunity { stage: *stage, stage_at: at(*days), lost_reason: reason, closed_at, version, ..row };
                assert!(store::opportunities::update(tx, &row).await.unwrap());
            }
            let change = StageChange {
                opportunity_id: id,
                version,
                from_stage,
                to_stage: *stage,
                person_id: self.seller,
                person: String::new(),
                meeting_id: None,
                at: at(*days),
            };
            store::opportunities::note(tx, &change).await.unwrap();
            from_stage = Some(*stage);
        }
    }

    fn first(&self, id: OpportunityId, at: DateTime<Utc>) -> Opportunity {
        let stage = self.way[0].0;
        Opportunity {
            id,
            account_id: self.account,
            contact_id: None,
            owner_id: self.seller,
            title: "Renewal".to_owned(),
            stage,
            lead_source: self.source,
            amount: self.worth.map(|(amount, _)| amount),
            currency: self.worth.map_or_else(String::new, |(_, currency)| currency.to_owned()),
            probability: self.probability,
            lost_reason: None,
            lost_note: String::new(),
            next_step: String::new(),
            next_step_on: None,
            expected_on: self.expected_on,
            stage_at: at,
            closed_at: (!stage.is_open()).then_some(at),
            version: 1,
            created_at: at,
            updated_at: at,
        }
    }
}

impl TestApp {
    /// A customer of this seller.
    pub(crate) async fn account(&self, name: &str, owner: Option<PersonId>) -> AccountId {
        let account = Account {
            id: self.app.new_id(),
            name: name.to_owned(),
            name_key: name.to_lowercase(),
            owner_id: owner,
            lead_class: None,
            created_at: self.now(),
            updated_at: self.now(),
        };
        let mut tx = self.db().begin().await.unwrap();
        store::accounts::insert_account(&mut tx, &account).await.unwrap();
        tx.commit().await.unwrap();
        account.id
    }

    /// Writes an opportunity with its way.
    pub(crate) async fn sale(&self, sale: Sale) -> OpportunityId {
        let id = self.app.new_id();
        let mut tx = self.db().begin().await.unwrap();
        sale.write(&mut tx, id, self.now()).await;
        tx.commit().await.unwrap();
        id
    }
}
