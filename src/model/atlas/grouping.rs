//! The areas of a level in groups: by how urban they are, by province.

/// Which group each area of a level is in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grouping {
    /// As its author named it in `areas.toml`.
    pub id: String,
    /// The groups, as the column writes them, in the order of their characters; each has an area.
    pub names: Vec<String>,
    /// By the area's place in the level, a position in `names`; absent for an area in no group.
    pub of: Vec<Option<u32>>,
}

impl Grouping {
    /// From one text for each area of a level, by its place in it; a blank one means that it is in no group.
    ///
    /// ```
    /// use brede::model::atlas::Grouping;
    /// let grouping = Grouping::new("stedelijkheid", &["stad", "", "dorp", "stad"]);
    /// assert_eq!(grouping.names, ["dorp", "stad"]);
    /// assert_eq!(grouping.of, [Some(1), None, Some(0), Some(1)]);
    /// ```
    pub fn new<T: AsRef<str>>(id: &str, texts: &[T]) -> Grouping {
        let said = || texts.iter().map(AsRef::as_ref);
        let mut names: Vec<&str> = said().filter(|text| !text.is_empty()).collect();
        names.sort_unstable();
        names.dedup();
        let of = said().map(|text| names.binary_search(&text).ok().map(|at| at as u32)).collect();
        Grouping { id: id.to_owned(), names: names.into_iter().map(str::to_owned).collect(), of }
    }
}
