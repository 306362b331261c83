//! How domain types stand in columns: ids as UUIDs, terms as their stable texts. Generic over the database, so that one
//! `derive(FromRow)` serves both.

use sqlx::{Database, Decode, Encode, Type, encode::IsNull, error::BoxDynError};
use uuid::Uuid;

use crate::domain::{
    agenda, course, feed, ids, inbound, language::Language, limits, mail_wishes, meeting, minutes, outside, person,
    pipeline, proposal, reminders, replies, retention, transfer,
};

macro_rules! id_columns {
    ($($name:ty),+ $(,)?) => {$(
        impl<DB: Database> Type<DB> for $name where Uuid: Type<DB> {
            fn type_info() -> DB::TypeInfo { <Uuid as Type<DB>>::type_info() }
            fn compatible(ty: &DB::TypeInfo) -> bool { <Uuid as Type<DB>>::compatible(ty) }
        }
        impl<'q, DB: Database> Encode<'q, DB> for $name where Uuid: Encode<'q, DB> {
            fn encode_by_ref(&self, buf: &mut DB::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
                self.uuid().encode_by_ref(buf)
            }
        }
        impl<'r, DB: Database> Decode<'r, DB> for $name where Uuid: Decode<'r, DB> {
            fn decode(value: DB::ValueRef<'r>) -> Result<Self, BoxDynError> {
                Uuid::decode(value).map(Self::from_uuid)
            }
        }
    )+};
}

macro_rules! term_columns {
    ($text:ident: $($name:ty),+ $(,)?) => {$(
        impl<DB: Database> Type<DB> for $name where String: Type<DB> {
            fn type_info() -> DB::TypeInfo { <String as Type<DB>>::type_info() }
            fn compatible(ty: &DB::TypeInfo) -> bool { <String as Type<DB>>::compatible(ty) }
        }
        impl<'q, DB: Database> Encode<'q, DB> for $name where String: Encode<'q, DB> {
            fn encode_by_ref(&self, buf: &mut DB::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
                self.$text().to_owned().encode(buf)
            }
        }
        impl<'r, DB: Database> Decode<'r, DB> for $name where String: Decode<'r, DB> {
            fn decode(value: DB::ValueRef<'r>) -> Result<Self, BoxDynError> {
                Ok(String::decode(value)?.parse()?)
            }
        }
    )+};
}

id_columns!(
    ids::AccountId,
    ids::ActionId,
    ids::AgendaItemId,
    ids::ApprovalId,
    ids::AttendeeId,
    ids::ChangeId,
    ids::ContactId,
    ids::DayOffId,
    ids::DecisionId,
    ids::DraftId,
    ids::FeedId,
    ids::ImportId,
    ids::IdeaId,
    ids::InboundMailId,
    ids::MailId,
    ids::OpportunityId,
    ids::OutsideCalendarId,
    ids::OverrideId,
    ids::PointId,
    ids::ProposalId,
    ids::RecognitionId,
    ids::RuleId,
    ids::UpdateId,
    ids::MeetingId,
    ids::PersonId,
    ids::SeriesApprovalId,
    ids::SeriesId,
    ids::SessionId,
    ids::SubjectId,
    ids::TeamId,
    ids::TemplateId,
);

term_columns!(as_str:
    agenda::ItemKind,
    agenda::Wanted,
    agenda::idea::IdeaState,
    course::Achieved,
    course::Fate,
    course::Outcome,
    course::Presence,
    course::carry::Choice,
    feed::FeedKind,
    limits::rule::LeadClass,
    limits::rule::Level,
    mail_wishes::AnswerMails,
    meeting::Answer,
    meeting::AttendeeRole,
    meeting::Format,
    meeting::Purpose,
    meeting::Stage,
    meeting::Status,
    meeting::VideoSource,
    inbound::Trouble,
    minutes::ActionState,
    minutes::State,
    outside::Trouble,
    person::Clock,
    person::PersonState,
    person::Role,
    person::Theme,
    pipeline::LeadSource,
    pipeline::LostReason,
    pipeline::OpportunityStage,
    proposal::CameBy,
    proposal::ProposalState,
    reminders::Lead,
    reminders::Reason,
    reminders::Wish,
    replies::Method,
    replies::Outcome,
    retention::Kept,
    transfer::Field,
    transfer::ImportState,
    transfer::Kind,
    transfer::Reason,
);
term_columns!(tag: Language);
