//! Conversion and days by stage; of all, of each seller, and where somebody's stand out.

use std::collections::BTreeMap;

use super::{
    Teller,
    table::{Cell, Row, Table, percent, tenths},
};
use crate::{
    domain::{
        pipeline::OpportunityStage,
        sales::way::{self, Bottleneck, FEWEST, Step},
    },
    i18n::pipeline,
};

impl Teller<'_> {
    pub(super) fn way(&self) -> Table {
        let t = self.t;
        let steps = way::steps(&self.counts.stays);
        let row = |(stage, step): (&OpportunityStage, &Step)| {
            let mut cells = cells(step);
            cells.push(Cell::Text(self.stands_out(&steps, step)));
            Row { name: pipeline::stage(t, *stage), cells }
        };
        let bar = |(stage, step): (&OpportunityStage, &Step)| {
            let share = step.conversion()?;
            Some((pipeline::stage(t, *stage), u64::from(share), self.f.percent(share)))
        };
        let mut header = self.header();
        header.insert(0, t.pipeline_stage());
        header.push(t.numbers_stands_out());
        let table = Table {
            key: "stages".to_owned(),
            title: t.numbers_way(),
            how: t.numbers_way_how(),
            header,
            rows: steps.iter().map(row).collect(),
            ..Table::default()
        };
        table.with_plot(t.numbers_conversion(), steps.iter().filter_map(bar).collect())
    }

    fn header(&self) -> Vec<String> {
        let t = self.t;
        vec![
            t.numbers_left(),
            t.numbers_on(),
            t.numbers_back(),
            t.numbers_lost(),
            t.numbers_conversion(),
            t.numbers_days_median(),
            t.numbers_days_mean(),
        ]
    }

    /// The stage where opportunities stand longest, and the one from which fewest go on.
    fn stands_out(&self, steps: &BTreeMap<OpportunityStage, Step>, step: &Step) -> String {
        let known = || steps.values().filter(|step| step.left() >= FEWEST);
        if known().count() < 2 || step.left() < FEWEST {
            return String::new();
        }
        let longest = known().filter_map(|step| step.days.median()).max();
        let fewest = known().filter_map(Step::conversion).min();
        marks(
            step.days.median() == longest,
            step.conversion() == fewest && fewest < Some(100),
            [self.t.numbers_longest(), self.t.numbers_fewest()],
        )
    }

    pub(super) fn bottlenecks(&self) -> Table {
        let t = self.t;
        let row = |b: Bottleneck| Row {
            name: self.name(b.seller),
            cells: vec![
                Cell::Text(pipeline::stage(t, b.stage)),
                Cell::Number(b.own.left()),
                percent(b.own.conversion()),
                percent(b.all.conversion()),
                tenths(b.own.days.median()),
                tenths(b.all.days.median()),
                Cell::Text(marks(b.slow, b.narrow, [t.numbers_slow(), t.numbers_narrow()])),
            ],
        };
        Table {
            key: "bottlenecks".to_owned(),
            title: t.numbers_bottlenecks(),
            how: t.numbers_bottlenecks_how(),
            header: vec![
                t.customers_owner(),
                t.pipeline_stage(),
                t.numbers_left(),
                t.numbers_conversion(),
                t.numbers_conversion_all(),
                t.numbers_days_median(),
                t.numbers_days_all(),
                t.numbers_stands_out(),
            ],
            rows: way::bottlenecks(&self.counts.stays).into_iter().map(row).collect(),
            ..Table::default()
        }
    }

    pub(super) fn way_of_sellers(&self) -> Table {
        let t = self.t;
        let mut rows = Vec::new();
        for (seller, steps) in way::by_seller(&self.counts.stays) {
            for (stage, step) in steps {
                let mut cells = cells(&step);
                cells.insert(0, Cell::Text(pipeline::stage(t, stage)));
                rows.push(Row { name: self.name(seller), cells });
            }
        }
        let mut header = self.header();
        header.insert(0, t.pipeline_stage());
        header.insert(0, t.customers_owner());
        Table {
            key: "sellers-stages".to_owned(),
            title: t.numbers_way_of_sellers(),
            how: t.numbers_way_of_sellers_how(),
            header,
            rows,
            is_long: true,
            ..Table::default()
        }
    }
}

/// Those of the words that hold.
fn marks(slow: bool, narrow: bool, [slow_words, narrow_words]: [String; 2]) -> String {
    let marks = [(slow, slow_words), (narrow, narrow_words)];
    marks.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words).collect::<Vec<_>>().join(", ")
}

fn cells(step: &Step) -> Vec<Cell> {
    vec![
        Cell::Number(step.left()),
        Cell::Number(step.on),
        Cell::Number(step.back),
        Cell::Number(step.lost),
        percent(step.conversion()),
        tenths(step.days.median()),
        tenths(step.days.mean()),
    ]
}
