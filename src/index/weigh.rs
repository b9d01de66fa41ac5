//! Weights that follow from the data (METHODS.md section 4).
//!
//! In: the normalised columns of a layer. Out: a weight for each, before they are brought to a sum of 1. Only
//! cells in which all parts are known count.

/// Why no weights follow from the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// In fewer than three cells all parts are known.
    TooFewCells,
    /// A part, by its position, that is the same everywhere, or against the others.
    Flat(usize),
    Against(usize),
    /// A part, by its position, with numbers below zero: entropy is of shares.
    BelowZero(usize),
}

/// The rows in which all columns are known.
fn complete(columns: &[&[f64]]) -> Vec<usize> {
    let rows = columns.first().map_or(0, |column| column.len());
    (0..rows).filter(|row| columns.iter().all(|column| !column[*row].is_nan())).collect()
}

/// The loadings of the first principal component of the correlations between the columns, turned so that
/// they are positive.
///
/// # Errors
/// Fewer than three complete rows; a column without spread; a column that lies against the others, and would
/// get a weight below zero.
///
/// ```
/// use brede::index::weigh::first_component;
/// let (a, b) = ([1.0, 2.0, 3.0, 4.0], [2.0, 4.0, 6.0, 9.0]);
/// // two columns always load evenly: √½ each
/// let loadings = first_component(&[&a, &b]).unwrap();
/// assert!(loadings.iter().all(|loading| (loading - 0.5_f64.sqrt()).abs() < 1e-12));
/// ```
pub fn first_component(columns: &[&[f64]]) -> Result<Vec<f64>, Refusal> {
    let rows = complete(columns);
    if rows.len() < 3 {
        return Err(Refusal::TooFewCells);
    }
    let mut standard: Vec<Vec<f64>> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let known: Vec<f64> = rows.iter().map(|row| column[*row]).collect();
        let mean = known.iter().fold(0.0, |sum, value| sum + value) / known.len() as f64;
        let squares = known.iter().fold(0.0, |sum, value| sum + (value - mean) * (value - mean));
        if known.iter().all(|value| *value == known[0]) || squares == 0.0 {
            return Err(Refusal::Flat(at));
        }
        standard.push(known.iter().map(|value| (value - mean) / squares.sqrt()).collect());
    }
    let product = |one: &[f64], other: &[f64]| one.iter().zip(other).fold(0.0, |sum, (a, b)| sum + a * b);
    let mut correlations: Vec<Vec<f64>> =
        standard.iter().map(|one| standard.iter().map(|other| product(one, other)).collect()).collect();
    let mut loadings = largest_eigenvector(&mut correlations);
    if loadings.iter().fold(0.0, |sum, loading| sum + loading) < 0.0 {
        loadings.iter_mut().for_each(|loading| *loading = -*loading);
    }
    match loadings.iter().position(|loading| *loading < 0.0) {
        Some(at) => Err(Refusal::Against(at)),
        None => Ok(loadings),
    }
}

/// The eigenvector with the largest eigenvalue of a symmetric matrix, by Jacobi's rotations in a fixed order.
fn largest_eigenvector(matrix: &mut [Vec<f64>]) -> Vec<f64> {
    const SWEEPS: usize = 100;
    let count = matrix.len();
    let mut vectors: Vec<Vec<f64>> =
        (0..count).map(|row| (0..count).map(|at| f64::from(u8::from(row == at))).collect()).collect();
    for _ in 0..SWEEPS {
        let apart = (0..count).flat_map(|row| (0..row).map(move |at| (row, at)));
        if apart.map(|(row, at)| matrix[row][at].abs()).fold(0.0, f64::max) < 1e-15 {
            break;
        }
        for p in 0..count {
            for q in p + 1..count {
                if matrix[p][q] == 0.0 {
                    continue;
                }
                let theta = (matrix[q][q] - matrix[p][p]) / (2.0 * matrix[p][q]);
                let sign = if theta < 0.0 { -1.0 } else { 1.0 };
                let tangent = sign / (theta.abs() + (theta * theta + 1.0).sqrt());
                let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
                let sine = tangent * cosine;
                for row in matrix.iter_mut() {
                    (row[p], row[q]) = (cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]);
                }
                let (above, below) = matrix.split_at_mut(q);
                for (one, other) in above[p].iter_mut().zip(&mut below[0]) {
                    (*one, *other) = (cosine * *one - sine * *other, sine * *one + cosine * *other);
                }
                for row in &mut vectors {
                    (row[p], row[q]) = (cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]);
                }
            }
        }
    }
    let largest = (0..count).fold(0, |best, at| if matrix[at][at] > matrix[best][best] { at } else { best });
    vectors.iter().map(|row| row[largest]).collect()
}

/// What Shannon's entropy leaves: with `p = x ÷ Σx` and `e = −Σ p·ln p ÷ ln n`, the weight of a column is
/// `1 − e`. A column that is the same everywhere gets none.
///
/// # Errors
/// Fewer than three complete rows, a number below zero, or columns that are all the same everywhere.
///
/// ```
/// use brede::index::weigh::entropy;
/// let (even, uneven) = ([1.0, 1.0, 1.0, 1.0], [0.0, 0.0, 0.0, 4.0]);
/// assert_eq!(entropy(&[&even, &uneven]).unwrap(), [0.0, 1.0]);
/// ```
pub fn entropy(columns: &[&[f64]]) -> Result<Vec<f64>, Refusal> {
    let rows = complete(columns);
    if rows.len() < 3 {
        return Err(Refusal::TooFewCells);
    }
    let mut weights = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let known = || rows.iter().map(|row| column[*row]);
        if known().any(|value| value < 0.0) {
            return Err(Refusal::BelowZero(at));
        }
        let sum = known().fold(0.0, |sum, value| sum + value);
        let first = column[rows[0]];
        if sum == 0.0 || known().all(|value| value == first) {
            weights.push(0.0);
            continue;
        }
        let shares = known().map(|value| value / sum).filter(|share| *share > 0.0);
        let entropy = shares.fold(0.0, |sum, share| sum - share * libm::log(share));
        weights.push((1.0 - entropy / libm::log(rows.len() as f64)).max(0.0));
    }
    if weights.iter().all(|weight| *weight == 0.0) {
        return Err(Refusal::Flat(0));
    }
    Ok(weights)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loadings_are_those_of_a_worked_example() {
        // correlations 0.8 between the first two and 0.5, 0.4 with the third have the largest eigenvalue 2.1465…
        let mut matrix = vec![vec![1.0, 0.8, 0.5], vec![0.8, 1.0, 0.4], vec![0.5, 0.4, 1.0]];
        let original = matrix.clone();
        let vector = largest_eigenvector(&mut matrix);
        let value: f64 = (0..3).map(|at| matrix[at][at]).fold(0.0, f64::max);
        for row in 0..3 {
            let product: f64 = (0..3).map(|at| original[row][at] * vector[at]).sum();
            assert!((product - value * vector[row]).abs() < 1e-12);
        }
        assert!((vector.iter().map(|it| it * it).sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn what_cannot_be_weighed_is_refused() {
        let (up, down, flat) = ([1.0, 2.0, 3.0, 4.0], [4.0, 3.0, 2.5, 1.0], [2.0; 4]);
        let (level, gap) = ([1.0, 2.1, 2.9, 4.2], [1.0, f64::NAN, f64::NAN, 2.0]);
        assert_eq!(first_component(&[&up, &level, &down]), Err(Refusal::Against(2)));
        assert_eq!(first_component(&[&up, &flat]), Err(Refusal::Flat(1)));
        assert_eq!(first_component(&[&up, &gap]), Err(Refusal::TooFewCells));
        assert_eq!(entropy(&[&up, &[-1.0, 0.0, 1.0, 2.0]]), Err(Refusal::BelowZero(1)));
        assert_eq!(entropy(&[&flat, &flat]), Err(Refusal::Flat(0)));
    }
}
