//! Questions that the doings of others overtake.

use sparsam::{
    app::hand_over::Upcoming,
    app::people::{self, Deactivate},
};

use super::*;

impl Firm {
    async fn leaves(&self, who: &Person) {
        let site = &self.stage.site;
        let anna = site.actor(&self.stage.anna).await;
        let command = Deactivate { person: who.id, upcoming: Upcoming::None, once: once(&who.name) };
        people::deactivate(&site.app, &anna, &anna.may_administer().unwrap(), command).await.unwrap();
    }

    async fn settle(&self) -> usize {
        approvals::settle_leavers(&self.stage.site.app).await.unwrap()
    }
}

#[tokio::test]
async fn what_a_leaver_was_asked_goes_to_somebody_else() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let (id, approval) = f.asked(&f.stage.ola).await;
        assert_eq!(f.stage.deliver("").await, ["approval_asked mia"]);
        assert_eq!(f.settle().await, 0, "everybody is there");
        let old = f.link(approval).await;
        f.leaves(&f.stage.mia).await;
        assert_eq!((f.settle().await, f.settle().await), (1, 0));
        let asked = f.approval(approval).await;
        assert_eq!((asked.approver_id, asked.is_open()), (f.stage.anna.id, true));
        assert_eq!(f.stage.deliver("").await, ["approval_asked anna"]);
        f.stage.site.browser().get(&old).await.expect(410);
        f.stage.site.browser().get(&f.link(approval).await).await.expect(200).says("You are deciding as Anna Lind.");
        f.decide(&f.stage.anna, approval, yes()).await.unwrap();
        assert_eq!(f.meeting(id).await.meeting.status, Status::Confirmed);
        let mut browser = f.stage.site.signed_in(&f.stage.anna).await;
        browser.get("/admin/audit").await.expect(200).says("Asked somebody else for approval");
    })
    .await;
}

#[tokio::test]
async fn what_a_leaver_asked_is_asked_no_more() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let (id, approval) = f.asked(&f.stage.ola).await;
        f.leaves(&f.stage.ola).await;
        assert_eq!((f.settle().await, f.settle().await), (1, 0));
        assert_eq!(f.approval(approval).await.state, "withdrawn");
        assert_eq!((f.claims().await, f.meeting(id).await.meeting.status), (0, Status::Cancelled));
        assert_eq!(f.stage.deliver("").await, [""; 0], "the question had not left");
    })
    .await;
}

#[tokio::test]
async fn whoever_asked_hears_that_somebody_else_changed_the_meeting() {
    on_both(async |db| {
        let f = Firm::set(db).await;
        let (id, approval) = f.moved().await;
        f.stage.deliver("").await;
        let anna = f.stage.site.actor(&f.stage.anna).await;
        let (version, start) = (f.meeting(id).await.meeting.version, start("2026-11-25T15:00:00"));
        let (reason, consent, once) = (String::new(), consent(), once("elsewhere"));
        let command = MoveMeeting { id, version, start, minutes: 30, reason, consent, once };
        move_meeting::run(&f.stage.site.app, &anna, command).await.unwrap();
        assert_eq!(f.approval(approval).await.state, "withdrawn");
        let left = f.stage.deliver("").await;
        assert!(left.contains(&"approval_withdrawn ola".to_owned()), "{left:?}");
    })
    .await;
}
