//! Passwords: the rule for new ones, hashing and checking.

use std::{num::NonZero, sync::Arc, thread::available_parallelism, time::Duration};

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{self, PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use tokio::{sync::Semaphore, task, time};

/// Fewest characters of a new password.
pub const MIN_CHARS: usize = 10;
/// What we advise.
pub const ADVISED_CHARS: usize = 15;
/// Most characters of a new password; bounds the work of one request.
pub const MAX_CHARS: usize = 200;
/// Most hashes computed at the same time, on half of the cores: a storm of sign-ins leaves the others to the pages, and
/// takes 128 MiB at most.
const AT_ONCE: usize = 2;
/// Most passwords that wait for their turn; about as many as are hashed within [`PATIENCE`].
const WAITING: usize = 32;
/// How long one waits. A person who waited longer would have pressed the button again.
const PATIENCE: Duration = Duration::from_secs(5);

/// Ten characters or more, lower case, one per line: what guessing programs try first.
const COMMON: &str = include_str!("common_passwords.txt");

/// Why a new password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordProblem {
    /// Fewer than [`MIN_CHARS`].
    #[error("at least {MIN_CHARS} characters are needed")]
    TooShort,
    /// More than [`MAX_CHARS`].
    #[error("at most {MAX_CHARS} characters are possible")]
    TooLong,
    /// In the list of common ones, or made of fewer than four different characters.
    #[error("the password is among the first that would be guessed")]
    Common,
    /// The person's own address or name.
    #[error("the password is the mail address or the name")]
    LikeAccount,
}

/// The rule for new passwords. Length counts characters, so that å costs no more than a.
///
/// # Errors
/// The first reason to refuse it.
pub fn check_new(password: &str, email: &str, name: &str) -> Result<(), PasswordProblem> {
    let chars = password.chars().take(MAX_CHARS + 1).count();
    if chars < MIN_CHARS {
        return Err(PasswordProblem::TooShort);
    }
    if chars > MAX_CHARS {
        return Err(PasswordProblem::TooLong);
    }
    let plain = password.trim().to_lowercase();
    let local = email.rsplit_once('@').map_or(email, |(local, _)| local);
    let joined = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
    if [email, local, name].iter().any(|own| own.to_lowercase() == plain || joined(own) == joined(&plain)) {
        return Err(PasswordProblem::LikeAccount);
    }
    let mut different: Vec<char> = plain.chars().collect();
    different.sort_unstable();
    different.dedup();
    if different.len() < 4 || COMMON.lines().any(|common| common == plain) {
        return Err(PasswordProblem::Common);
    }
    Ok(())
}

/// The price of one hash (argon2id).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Threads.
    pub lanes: u32,
}

impl Cost {
    /// 64 MiB, 3 passes: about 160 ms on one core.
    pub const DEFAULT: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 };
    /// 19 MiB, 2 passes: the least that OWASP finds acceptable; nothing below is taken.
    pub const FLOOR: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
}

/// Hashing failed for a reason that is not the password.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    /// Cost below the floor or not possible.
    #[error("the cost of password hashing is below 19 MiB and 2 passes, or impossible")]
    Cost,
    /// A stored hash cannot be read.
    #[error("a stored password hash is damaged: {0}")]
    Damaged(password_hash::Error),
    /// Too many others wait, or this one waited too long.
    #[error("too many passwords wait to be hashed")]
    Busy,
    /// The hashing thread is gone.
    #[error("password hashing was interrupted")]
    Interrupted,
}

/// How a password compares with what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Wrong, or there is no such person.
    Wrong,
    /// Right.
    Right {
        /// The stored hash was made at another cost; hash again and store.
        needs_rehash: bool,
    },
}

/// Hashes and checks, away from the threads that serve requests.
#[derive(Clone)]
pub struct Passwords {
    params: Params,
    turns: Arc<Semaphore>,
    queue: Arc<Semaphore>,
    /// Checked when there is no such person, so that both cases cost the same.
    nobody: Arc<str>,
}

impl Passwords {
    /// A hasher at the given cost.
    ///
    /// # Errors
    /// When the cost is below [`Cost::FLOOR`] or impossible.
    pub fn new(cost: Cost) -> Result<Self, HashError> {
        if cost.memory_kib < Cost::FLOOR.memory_kib || cost.passes < Cost::FLOOR.passes {
            return Err(HashError::Cost);
        }
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(|_| HashError::Cost)?;
        // Sixteen and thirty-two zero bytes: no password is known to give that output, and none will be found.
        let (salt, output) = ("A".repeat(22), "A".repeat(43));
        let Cost { memory_kib, passes, lanes } = cost;
        let nobody = format!("$argon2id$v=19$m={memory_kib},t={passes},p={lanes}${salt}${output}");
        let at_once = (available_parallelism().map_or(1, NonZero::get) / 2).clamp(1, AT_ONCE);
        let [turns, queue] = [at_once, at_once + WAITING].map(|places| Arc::new(Semaphore::new(places)));
        Ok(Self { params, turns, queue, nobody: nobody.into() })
    }

    /// The text to store for a password (PHC string format). `salt` is random.
    ///
    /// # Errors
    /// When the machine cannot hash, or has too much to do.
    pub async fn hash(&self, password: String, salt: [u8; 16]) -> Result<String, HashError> {
        let argon2 = self.argon2();
        self.run(move || argon2.hash_password_with_salt(password.as_bytes(), &salt))
            .await?
            .map(|hash| hash.to_string())
            .map_err(HashError::Damaged)
    }

    /// Compares a password with the stored text; `None` when there is no such person or no password yet, which takes
    /// the same time.
    ///
    /// # Errors
    /// When the stored text is damaged, or the machine cannot hash or has too much to do.
    pub async fn verify(&self, password: String, stored: Option<String>) -> Result<Verdict, HashError> {
        let known = stored.is_some();
        let text = stored.unwrap_or_else(|| self.nobody.to_string());
        let hash = PasswordHash::new(&text).map_err(|e| HashError::Damaged(e.into()))?;
        let needs_rehash = self.needs_rehash(&hash);
        let argon2 = self.argon2();
        match self.run(move || argon2.verify_password(password.as_bytes(), &hash)).await? {
            Ok(()) if known => Ok(Verdict::Right { needs_rehash }),
            Ok(()) | Err(password_hash::Error::PasswordInvalid) => Ok(Verdict::Wrong),
            Err(e) => Err(HashError::Damaged(e)),
        }
    }

    fn needs_rehash(&self, hash: &PasswordHash) -> bool {
        let same_algorithm = hash.algorithm == Algorithm::Argon2id.ident();
        let cost = |p: &Params| (p.m_cost(), p.t_cost(), p.p_cost());
        !same_algorithm || Params::try_from(hash).map_or(true, |made_with| cost(&made_with) != cost(&self.params))
    }

    fn argon2(&self) -> Argon2<'static> {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone())
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, HashError> {
        let place = self.queue.try_acquire().map_err(|_| HashError::Busy)?;
        let turn = time::timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned()).await;
        let permit = turn.map_err(|_| HashError::Busy)?.map_err(|_| HashError::Interrupted)?;
        tracing::trace!("hashing");
        // The permit travels with the work: a caller that gives up does not let another hash start.
        let done = task::spawn_blocking(move || {
            let done = work();
            drop(permit);
            done
        });
        let done = done.await.map_err(|_| HashError::Interrupted);
        drop(place);
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cheap() -> Passwords {
        Passwords::new(Cost::FLOOR).unwrap()
    }

    #[test]
    fn rule_for_new_passwords() {
        use PasswordProblem::{Common, LikeAccount, TooLong, TooShort};
        let long = "åb1".repeat(67);
        for (password, expected) in [
            ("", Err(TooShort)),
            ("åäöåäöåä1", Err(TooShort)),
            (long.as_str(), Err(TooLong)),
            ("password123", Err(Common)),
            ("PassWord123", Err(Common)),
            ("salasana123", Err(Common)),
            ("aaaaaaaaaaaa", Err(Common)),
            ("ababababababab", Err(Common)),
            ("Anna.Lindström@nordvik.example", Err(LikeAccount)),
            ("anna.lindström", Err(LikeAccount)),
            ("Anna Lindström", Err(LikeAccount)),
            ("annalindström", Err(LikeAccount)),
            ("älg på isen", Ok(())),
            ("correct horse battery", Ok(())),
            ("hxq7-pl0d\0z", Ok(())),
        ] {
            assert_eq!(check_new(password, "anna.lindström@nordvik.example", "Anna Lindström"), expected, "{password}");
        }
        assert_eq!(check_new(&"åb1d".repeat(50), "", ""), Ok(()), "200 characters pass");
    }

    #[test]
    fn the_list_holds_only_what_the_other_rules_let_through() {
        for line in COMMON.lines() {
            assert!(line.chars().count() >= MIN_CHARS && line == line.trim().to_lowercase(), "{line}");
        }
    }

    #[test]
    fn a_cost_below_the_floor_is_refused() {
        let poor = Cost { memory_kib: 1024, ..Cost::DEFAULT };
        assert!(matches!(Passwords::new(poor), Err(HashError::Cost)));
        assert!(matches!(Passwords::new(Cost { passes: 1, ..Cost::DEFAULT }), Err(HashError::Cost)));
        assert!(Passwords::new(Cost::DEFAULT).is_ok());
    }

    #[tokio::test]
    async fn right_wrong_and_nobody() {
        let passwords = cheap();
        let stored = passwords.hash("älg på isen".into(), [7; 16]).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        let right = passwords.verify("älg på isen".into(), Some(stored.clone())).await.unwrap();
        assert_eq!(right, Verdict::Right { needs_rehash: false });
        assert_eq!(passwords.verify("älg på is".into(), Some(stored)).await.unwrap(), Verdict::Wrong);
        assert_eq!(passwords.verify("älg på isen".into(), None).await.unwrap(), Verdict::Wrong);
    }

    #[tokio::test]
    async fn another_cost_asks_for_a_new_hash() {
        let stored = cheap().hash("älg på isen".into(), [7; 16]).await.unwrap();
        let dearer = Passwords::new(Cost { passes: 3, ..Cost::FLOOR }).unwrap();
        let verdict = dearer.verify("älg på isen".into(), Some(stored)).await.unwrap();
        assert_eq!(verdict, Verdict::Right { needs_rehash: true });
    }

    #[tokio::test]
    async fn one_too_many_is_told_to_come_back() {
        let passwords = cheap();
        let at_once = u32::try_from(passwords.turns.available_permits()).unwrap();
        let turns = Arc::clone(&passwords.turns).acquire_many_owned(at_once).await;
        let verify = |passwords: Passwords| async move { passwords.verify("x".into(), None).await };
        let places = passwords.queue.available_permits();
        let queue: Vec<_> = (0..places).map(|_| tokio::spawn(verify(passwords.clone()))).collect();
        while passwords.queue.available_permits() > 0 {
            task::yield_now().await;
        }
        assert!(matches!(verify(passwords.clone()).await, Err(HashError::Busy)));
        for waiting in queue {
            waiting.abort();
            assert!(waiting.await.is_err());
        }
        drop(turns);
        assert_eq!(passwords.queue.available_permits(), places, "who gives up leaves the place to others");
        assert_eq!(verify(passwords).await.unwrap(), Verdict::Wrong);
    }

    #[tokio::test]
    async fn damaged_hashes_are_errors() {
        for bad in
            ["", "plain", "$argon2id$v=19$m=19456,t=2,p=1$", "$scrypt$ln=16,r=8,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAA"]
        {
            let outcome = cheap().verify("x".into(), Some(bad.into())).await;
            assert!(matches!(outcome, Err(HashError::Damaged(_))), "{bad}");
        }
    }
}
