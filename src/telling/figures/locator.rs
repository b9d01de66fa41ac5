//! Where an area lies in the area above it: small, without words.

use crate::model::atlas::AreaId;
use crate::telling::words::Arg;

use super::map::outline;
use super::projection::{Projection, around};
use super::svg::{Canvas, Letters, Paint, Stroke};
use super::table::Table;
use super::tell::name;
use super::{Drawing, Reckoned, Studio};

/// A locator is this share as wide as its frame.
pub const SHARE_OF_WIDTH: f64 = 0.4;

/// With more siblings their borders say nothing at this size, and weigh much.
const MOST_SIBLINGS: usize = 16;

/// An area that takes up less than this, in units, is ringed.
const TOO_SMALL: f64 = 7.0;

#[derive(Clone)]
pub struct Locator {
    area: AreaId,
    parent: Option<AreaId>,
    siblings: Vec<AreaId>,
    empty: String,
}

pub fn reckon(studio: Studio, area: AreaId) -> Reckoned {
    let words = studio.words;
    // within an area that holds this one alone it would lie nowhere
    let is_alone = |parent: &AreaId| studio.atlas.area(*parent).children.as_slice() == [area];
    let above = studio.above(area);
    let parent = above.filter(is_alone).and_then(|parent| studio.above(parent)).or(above);
    let title = words.text_with("fig-title-locator", &[("area", Arg::Text(name(&studio, area)))]);
    let sentence = match parent {
        Some(parent) => {
            let parent = studio.in_full(parent);
            let args = [("area", Arg::Text(name(&studio, area))), ("parent", Arg::Text(&parent))];
            words.text_with("fig-say-locator", &args)
        }
        None => words.text_with("fig-say-locator-whole", &[("area", Arg::Text(name(&studio, area)))]),
    };
    let level = studio.atlas.area(area).level;
    let siblings = parent.map(|parent| studio.atlas.within(parent, level)).unwrap_or_default();
    let siblings = if siblings.len() > MOST_SIBLINGS { Vec::new() } else { siblings };
    Reckoned {
        title,
        subtitle: String::new(),
        sentence,
        guide: None,
        table: Table::default(),
        source: None,
        studio,
        drawing: Drawing::Locator(Locator { area, parent, siblings, empty: words.text("fig-no-shapes") }),
    }
}

impl Locator {
    pub fn draw(&self, studio: &Studio, canvas: &mut Canvas) -> f64 {
        let metrics = canvas.metrics;
        let all = [self.area].into_iter().chain(self.parent).chain(self.siblings.iter().copied());
        let Some(land) = around(all.filter_map(|area| studio.shapes.bounds(area))) else {
            let letters = Letters::new(metrics.text, Paint::Muted);
            let lines = canvas.look.wrap(&self.empty, letters.size, letters.weight, metrics.width, 3);
            let height = metrics.line() * lines.len() as f64;
            canvas.lines((0.0, height / 2.0), &lines, letters);
            return height;
        };
        let fit =
            |margin: f64| Projection::fit(&land, metrics.width - 2.0 * margin, metrics.width * 1.1).coarse();
        let least = metrics.stroke * 1.5;
        // a ring at the edge of the land reaches beyond it
        let margin = self.ring(studio, &fit(least)).map_or(least, |(x, y)| {
            let projection = fit(least);
            let inside = [x, y, metrics.width - 2.0 * least - x, projection.height - y];
            let nearest = inside.into_iter().fold(f64::INFINITY, f64::min);
            least.max(TOO_SMALL + metrics.stroke - nearest)
        });
        let projection = fit(margin);
        canvas.open_moved(margin, margin);
        if let Some(parent) = self.parent {
            canvas.open_painted(Some(Paint::Tint), Some(Stroke::solid(Paint::Faint, metrics.hair)));
            canvas.plain_path(&outline(studio, &projection, parent));
            canvas.close_group();
        }
        canvas.open_painted(Some(Paint::Clear), Some(Stroke::solid(Paint::Faint, metrics.hair * 0.6)));
        for sibling in self.siblings.iter().filter(|sibling| **sibling != self.area) {
            let path = outline(studio, &projection, *sibling);
            if !path.is_empty() {
                canvas.plain_path(&path);
            }
        }
        canvas.close_group();
        canvas.open_painted(Some(Paint::Primary), Some(Stroke::solid(Paint::Primary, metrics.hair)));
        canvas.plain_path(&outline(studio, &projection, self.area));
        canvas.close_group();
        if let Some(middle) = self.ring(studio, &projection) {
            let ring = Stroke::solid(Paint::Primary, metrics.stroke);
            canvas.circle(middle, TOO_SMALL, Paint::Clear, Some(ring));
        }
        canvas.close_group();
        projection.height + 2.0 * margin
    }

    /// The middle of the ring around an area that is too small to be seen.
    fn ring(&self, studio: &Studio, projection: &Projection) -> Option<(f64, f64)> {
        let bounds = studio.shapes.bounds(self.area)?;
        let is_small = projection.length(bounds.width().max(bounds.height())) < TOO_SMALL;
        let (low, high) = (projection.point(bounds.low), projection.point(bounds.high));
        is_small.then_some(((low.0 + high.0) / 2.0, (low.1 + high.1) / 2.0))
    }
}
