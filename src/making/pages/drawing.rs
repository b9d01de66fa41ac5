//! The figures of a page, with ids that are unique on it.

use minijinja::context;
use minijinja::value::{Serde, Value};

use crate::making::pages::{Stand, prose};
use crate::telling::figures::{Frame, Spec, Studio, Table};
use crate::telling::profile::Grouped;
use crate::telling::prose::Prose;

/// Draws figures one after the other.
pub struct Drawings<'a> {
    studio: &'a Studio<'a>,
    drawn: usize,
}

/// A longer table would be most of its page, and nobody reads it there: the same areas are listed beside it.
const MOST_ROWS: usize = 600;

/// A figure and what stands round it.
pub struct Drawn {
    pub id: String,
    pub title: String,
    pub subtitle: String,
    pub svg: String,
    pub guide: Option<String>,
    pub source: Option<String>,
    pub table: Table,
}

impl<'a> Drawings<'a> {
    pub fn new(studio: &'a Studio<'a>) -> Drawings<'a> {
        Drawings { studio, drawn: 0 }
    }

    pub fn figure(&mut self, spec: &Spec) -> Drawn {
        self.drawn += 1;
        // no heading can have an id that begins so
        let id = format!("_f{}", self.drawn);
        let reckoned = self.studio.reckon(spec);
        Drawn {
            svg: reckoned.draw(Frame::Column, &id).svg,
            title: reckoned.title,
            subtitle: reckoned.subtitle,
            guide: reckoned.guide,
            source: reckoned.source,
            table: if reckoned.table.rows.len() > MOST_ROWS { Table::default() } else { reckoned.table },
            id,
        }
    }

    /// A figure as templates know it.
    pub fn draw(&mut self, spec: &Spec) -> Value {
        let drawn = self.figure(spec);
        context! {
            id => drawn.id,
            title => drawn.title,
            subtitle => drawn.subtitle,
            guide => drawn.guide,
            source => drawn.source,
            table => Value::from(Serde(&drawn.table)),
            svg => Value::from_safe_string(drawn.svg),
        }
    }

    /// The figures of groups, in their order.
    pub fn groups(&mut self, groups: &[Grouped]) -> Vec<Value> {
        groups.iter().map(|grouped| self.draw(&grouped.figure)).collect()
    }

    /// Prose as HTML, with its figures.
    pub fn prose(&mut self, prose: &Prose, stand: &Stand<'_>) -> Value {
        let words = self.studio.words;
        let figures: Vec<Drawn> = prose.figures.iter().map(|spec| self.figure(spec)).collect();
        Value::from_safe_string(prose::html(prose, &figures, words, &stand.path.root()))
    }
}
