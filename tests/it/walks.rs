//! Walks through the real program in a real browser, as its users take them.

mod autosave;
mod beyond_links;
mod crawl;
mod customer_life;
mod customers;
mod demo;
mod every_page;
mod imports;
mod keyboard;
mod languages;
mod main_path;
mod minutes;
mod paper;
mod passed_limits;
mod pictures;
mod points;
mod proposals;
mod reach;
mod series;
mod verdict;
mod whole_life;
