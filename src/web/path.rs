//! Parts of paths. What cannot be read does not exist.

use std::str::FromStr;

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
};

use super::failure::Failure;

/// The path's only parameter.
#[derive(Debug, Clone)]
pub struct One<T>(pub T);

/// The path's two parameters in order.
#[derive(Debug, Clone)]
pub struct Two<A, B>(pub A, pub B);

/// The path's three parameters in order.
#[derive(Debug, Clone)]
pub struct Three<A, B, C>(pub A, pub B, pub C);

impl<T: FromStr, S: Send + Sync> FromRequestParts<S> for One<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let values = values(parts, state).await?;
        values.first().and_then(|v| v.parse().ok()).map(Self).ok_or(Failure::NotFound)
    }
}

impl<A: FromStr, B: FromStr, S: Send + Sync> FromRequestParts<S> for Two<A, B> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let values = values(parts, state).await?;
        let [first, second] = values.as_slice() else { return Err(Failure::NotFound) };
        match (first.parse(), second.parse()) {
            (Ok(first), Ok(second)) => Ok(Self(first, second)),
            _ => Err(Failure::NotFound),
        }
    }
}

impl<A: FromStr, B: FromStr, C: FromStr, S: Send + Sync> FromRequestParts<S> for Three<A, B, C> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let values = values(parts, state).await?;
        let [first, second, third] = values.as_slice() else { return Err(Failure::NotFound) };
        match (first.parse(), second.parse(), third.parse()) {
            (Ok(first), Ok(second), Ok(third)) => Ok(Self(first, second, third)),
            _ => Err(Failure::NotFound),
        }
    }
}

async fn values<S: Send + Sync>(parts: &mut Parts, state: &S) -> Result<Vec<String>, Failure> {
    let params = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Failure::NotFound)?;
    Ok(params.iter().map(|(_, value)| value.to_owned()).collect())
}
