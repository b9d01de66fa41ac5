//! The areas of a level in groups.

use brede::model::atlas::LevelId;

use crate::town::Town;

const AREAS: &str = "\
code,name,level,kind
S1,Klein,stad,
W01,Oost & West,wijk,
W02,Café-kwartier,wijk,
B0101,Één,buurt,stad
B0102,Twee,buurt,dorp
B0103,Gelijk,buurt,stad
B0201,Gelijk,buurt,
B0202,Vet,buurt,dorp
B0203,Park,buurt,stad
";

fn town() -> Town {
    Town::small().write("data/areas.csv", AREAS).edit(
        "data/areas.toml",
        "parent = { prefix",
        "groupings = { soort = \"kind\" }\nparent = { prefix",
    )
}

#[test]
fn a_column_puts_areas_in_groups() {
    for town in [town(), town().turn("data/areas.csv")] {
        let atlas = town.atlas();
        let grouping = atlas.grouping(LevelId(2), "soort").expect("the settings name it");
        assert_eq!(grouping.names, ["dorp", "stad"]);
        assert_eq!(grouping.of, [Some(1), Some(0), Some(1), None, Some(0), Some(1)]);
        assert!(atlas.grouping(LevelId(2), "kind").is_none(), "that is its column");
        assert!(atlas.grouping(LevelId(1), "soort").is_none(), "another level has its own");
    }
}

#[test]
fn groupings_that_cannot_be() {
    let written = "[stad]\nareas = { S1 = \"Klein\" }\ngroupings = { soort = \"kind\" }\n\n[wijk]";
    let settings = town()
        .edit("data/areas.toml", "{ soort", "{ Soort = 1, soort")
        .edit("data/areas.toml", "[stad]\nfile  = \"areas.csv\"\ncode  = \"code\"\nname  = \"name\"\nwhere = { level = \"stad\" }\n\n[wijk]", written);
    insta::assert_snapshot!("groupings_in_the_settings", settings.problems());
    insta::assert_snapshot!(
        "a_grouping_of_no_column",
        town().edit("data/areas.toml", "\"kind\"", "\"kinds\"").problems()
    );
    let blank =
        AREAS.replace(",stad\nB", ",\nB").replace(",dorp", ",").replace("Park,buurt,stad", "Park,buurt,");
    insta::assert_snapshot!(
        "a_grouping_without_groups",
        town().write("data/areas.csv", blank.replace("Één,buurt,stad", "Één,buurt,")).problems()
    );
    let twice = AREAS.replace("B0102,", "B0101,Één,buurt,dorp\nB0102,");
    let repeated = town().write("data/areas.csv", twice).edit(
        "data/areas.toml",
        "groupings",
        "repeated = true\ngroupings",
    );
    insta::assert_snapshot!("an_area_in_two_groups", repeated.problems());
}
