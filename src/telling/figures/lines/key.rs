//! Which line is whose: once for a row of years that are drawn too small to name their lines.

use crate::model::atlas::AreaId;
use crate::telling::figures::svg::{Canvas, Letters, Paint};
use crate::telling::figures::table::Table;
use crate::telling::figures::tell::name;
use crate::telling::figures::{Drawing, Reckoned, Studio};
use crate::telling::words::Arg;

use super::{Role, context};

/// A key is as wide as a page of paper, whatever the frame of its lines.
pub const WIDTH: f64 = 510.0;

/// How long a sample of a line is, in ems.
const SAMPLE: f64 = 2.2;

#[derive(Clone)]
pub struct Key {
    entries: Vec<(Role, String)>,
}

pub fn reckon(studio: Studio, area: AreaId) -> Reckoned {
    let words = studio.words;
    let entries: Vec<(Role, String)> = context(&studio, area)
        .into_iter()
        .map(|(area, role)| (role, name(&studio, area).to_owned()))
        .collect();
    let told: Vec<String> = entries
        .iter()
        .map(|(role, name)| {
            let key = match role {
                Role::Area => "fig-key-area",
                Role::Parent => "fig-key-parent",
                Role::Whole => "fig-key-whole",
            };
            words.text_with(key, &[("name", Arg::Text(name))])
        })
        .collect();
    Reckoned {
        title: String::new(),
        subtitle: String::new(),
        sentence: words.text_with("fig-key", &[("lines", Arg::Text(&words.list(&told)))]),
        guide: None,
        table: Table::default(),
        source: None,
        studio,
        drawing: Drawing::Key(Key { entries }),
    }
}

impl Key {
    pub fn draw(&self, canvas: &mut Canvas) -> f64 {
        let metrics = canvas.metrics;
        let middle = metrics.line() / 2.0;
        let indent = metrics.em(SAMPLE + 0.5);
        let room = metrics.width / self.entries.len().max(1) as f64 - metrics.em(1.6);
        let mut x = 0.0;
        for (role, name) in &self.entries {
            canvas.line((x, middle), (x + metrics.em(SAMPLE), middle), role.stroke(&metrics));
            if *role == Role::Area {
                let dot = role.stroke(&metrics).paint;
                canvas.circle((x + metrics.em(SAMPLE / 2.0), middle), metrics.stroke * 2.1, dot, None);
            }
            let letters = Letters::new(metrics.text, Paint::Ink);
            let letters = if *role == Role::Area { letters.bold() } else { letters };
            let text = canvas.look.fit(name, letters.size, letters.weight, room - indent);
            canvas.text((x + indent, middle), &text, letters);
            x += indent + canvas.width_of(&text, letters) + metrics.em(1.6);
        }
        metrics.line()
    }
}
