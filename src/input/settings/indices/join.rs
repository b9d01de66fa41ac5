//! The indices of a site together: those that are made of others, and in which order they can be reckoned.

use crate::diagnostic::Place;
use crate::input::settings::indices::conflict;
use crate::input::settings::reader::File;
use crate::input::settings::{Index, Level, Parts};

/// All indices in the order of their files; `files[at]` is the file of the `at`-th list. An index that is
/// made of another gets the position of the one of its own level.
pub fn join(files: &[File<'_>], read: Vec<Vec<Index>>, levels: &[Level]) -> Vec<Index> {
    let all: Vec<(usize, Index)> =
        read.into_iter().enumerate().flat_map(|(at, of)| of.into_iter().map(move |it| (at, it))).collect();
    // by file and level, where an index stands
    let stands: Vec<(usize, usize)> = all.iter().map(|(file, index)| (*file, index.level)).collect();
    let mut indices: Vec<Index> = Vec::new();
    let mut owners = Vec::new();
    for (file, mut index) in all {
        if indices.iter().any(|earlier| earlier.id == index.id) {
            let message = format!("there are two indices `{}`", index.id);
            conflict(files[file], index.place.clone(), message, "give one of the files another name");
        }
        let level = index.level;
        let mut absent = Vec::new();
        parts(&mut index.domains, &mut |wanted: &mut usize, place: &Place| match stands
            .iter()
            .position(|stand| *stand == (*wanted, level))
        {
            Some(at) => *wanted = at,
            None => absent.push(place.clone()),
        });
        for place in absent {
            let message = format!("that index has no scores of the level `{}`", levels[level].id);
            conflict(files[file], place, message, "add the level to `level` of that index");
        }
        owners.push(file);
        indices.push(index);
    }
    // of a definition at several levels, what holds at each is told once
    let mut told: Vec<Place> = Vec::new();
    for (at, owner) in owners.iter().enumerate() {
        let mut problems = Vec::new();
        for (other, place) in indices[at].made_of() {
            let Some(wanted) = indices.get(other) else { continue };
            if other == at || reaches(&indices, other, at, indices.len()) {
                let message = format!("the index `{}` is made of itself", indices[at].id);
                problems.push((
                    place.clone(),
                    message,
                    "take one of the indices out of the circle".to_owned(),
                ));
                continue;
            }
            let without: Vec<String> = (indices[at].periods.iter())
                .filter(|period| !wanted.periods.contains(period))
                .map(i32::to_string)
                .collect();
            if !without.is_empty() {
                let message = format!("the index `{}` has no scores of {}", wanted.id, without.join(", "));
                problems.push((place.clone(), message, "add the years to its `periods`".to_owned()));
            }
        }
        problems.retain(|(place, ..)| !told.contains(place));
        told.extend(problems.iter().map(|(place, ..)| place.clone()));
        for (place, message, hint) in problems {
            conflict(files[*owner], place, message, hint);
        }
    }
    indices
}

fn reaches(indices: &[Index], from: usize, to: usize, steps: usize) -> bool {
    let Some(index) = indices.get(from).filter(|_| steps > 0) else { return false };
    index.made_of().into_iter().any(|(next, _)| next == to || reaches(indices, next, to, steps - 1))
}

fn parts(domains: &mut [crate::input::settings::Domain], each: &mut impl FnMut(&mut usize, &Place)) {
    for domain in domains {
        match &mut domain.parts {
            Parts::Indicators(_) => {}
            Parts::Domains(inner) => parts(inner, each),
            Parts::Index { index, place } => each(index, place),
        }
    }
}
