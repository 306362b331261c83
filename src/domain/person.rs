//! Users of Sparsam: what they may do and how they want to be addressed.

use super::terms::terms;

terms! {
    /// What a person may do, from most to least.
    Role {
        /// Everything, including people, settings and the audit log.
        Admin = "admin",
        /// Plans meetings and sees and changes those of the teams they manage.
        Manager = "manager",
        /// Plans own meetings.
        Member = "member",
        /// Sees and answers; plans nothing.
        Viewer = "viewer",
    }
}

terms! {
    /// Where a person's account stands.
    PersonState {
        /// Invited by mail, no password yet.
        Invited = "invited",
        /// May sign in.
        Active = "active",
        /// Left: no session, feed or link works any more.
        Deactivated = "deactivated",
    }
}

terms! {
    /// How the reader wants hours and minutes separated; both are 24-hour clocks.
    Clock {
        /// As the language has it: a full stop in Finnish, a colon elsewhere.
        Language = "language",
        /// 14:05
        Colon = "colon",
        /// 14.05
        Dot = "dot",
    }
}

terms! {
    /// Light or dark.
    Theme {
        /// What the system says.
        System = "system",
        /// Always light.
        Light = "light",
        /// Always dark.
        Dark = "dark",
    }
}
