//! Factsheets: profiles in, PDFs out, read back by another reader.

mod fixture;
mod read;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use brede::diagnostic::{Report, Severity};
use brede::making::documents::{Printed, Printer};
use brede::telling::profile::{Mark, Point};
use brede::telling::prose::{Block, Inline, Prose, Target};

use fixture::{Area, imprint, link, paragraph, text};
use read::{Foot, Read};

fn printer() -> Printer {
    Printer::new(BTreeMap::new()).expect("the embedded templates are whole")
}

fn with_file(path: &str, text: &str) -> Printer {
    Printer::new(BTreeMap::from([(path.to_owned(), text.as_bytes().to_vec())])).expect("this is a file")
}

/// Prints, holds the result to what every factsheet must be, and gives it back.
#[track_caller]
fn print(printer: &Printer, area: &Area) -> Read {
    let printed = printer.factsheet(&area.sheet()).expect("a factsheet");
    assert_eq!(printed.pages, 2);
    let read = Read::new(&printed);
    read.conforms();
    let is_short = area.imprint.notice.as_ref().is_none_or(|notice| notice.len() < 80);
    read.lies_within_the_page(if is_short { Foot::OneLine } else { Foot::More });
    read
}

/// The only problem: its place as `file:line:column`, its message and its hint.
#[track_caller]
fn problem(printed: Result<Printed, Report>) -> (String, String, String) {
    let report = printed.expect_err("there is something wrong");
    let problems: Vec<_> = report.iter().collect();
    assert_eq!(problems.len(), 1, "{problems:#?}");
    let place = problems[0].places.first();
    let place = place.map_or(String::new(), |at| format!("{}:{}:{}", at.file, at.line, at.column));
    (place, problems[0].message.clone(), problems[0].hint.clone().unwrap_or_default())
}

#[test]
fn a_municipality_is_two_accessible_pages() {
    let read = print(&printer(), &Area::municipality(20));
    assert_eq!(read.language(), "nl");
    assert_eq!(read.title(), "Factsheet Heerlen");
    // The map, the bars, two trends at least, the QR code: each with words.
    let figures = read.tagged("Figure");
    assert!(figures.len() >= 5, "{} figures", figures.len());
    assert!(figures.iter().all(|figure| read.alt(figure).is_some_and(|alt| alt.len() > 10)));
    assert_eq!(read.tagged("H1").len(), 1);
    assert!(read.tagged("H2").len() >= 6);
    assert!(read.tagged("H3").len() == 1);
    // The head of the table has seven cells, each of its columns; each theme and each row has one.
    let scopes = read.scopes();
    assert_eq!(scopes.iter().filter(|scope| *scope == "Column").count(), 7);
    assert_eq!(scopes.iter().filter(|scope| *scope == "Row").count(), 20 + 7);
    assert_eq!(read.links("https://monitor.limburg.example/gebieden/GM0917/"), 2);
    assert_eq!(read.links("https://monitor.limburg.example/verhalen/mijnstreek/#werk"), 1);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let area = Area::municipality(20);
    let bytes = |printer: &Printer| printer.factsheet(&area.sheet()).expect("a factsheet").pdf;
    let one = printer();
    assert_eq!(bytes(&one), bytes(&one));
    assert_eq!(bytes(&one), bytes(&printer()));
}

#[test]
fn threads_share_a_printer() {
    let printer = printer();
    let area = Area::bare();
    let alone = printer.factsheet(&area.sheet()).expect("a factsheet").pdf;
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while next.fetch_add(1, Ordering::Relaxed) < 6 {
                    assert_eq!(printer.factsheet(&area.sheet()).expect("a factsheet").pdf, alone);
                }
            });
        }
    });
}

#[test]
fn every_amount_of_telling_fits_two_pages() {
    let printer = printer();
    for indicators in [0, 1, 8, 20, 32] {
        print(&printer, &Area::municipality(indicators));
    }
    print(&printer, &Area::district());
    print(&printer, &Area::bare());
    let mut nothing = Area::bare();
    nothing.map = None;
    nothing.profile.sentences.clear();
    nothing.profile.neighbours.clear();
    nothing.profile.caveats.clear();
    nothing.profile.sources.clear();
    nothing.profile.table.groups.clear();
    nothing.profile.inhabitants.clear();
    nothing.profile.lineage.clear();
    print(&printer, &nothing);
    for (rows, figures) in [(0, 0), (1, 1), (1, 2), (1, 3), (2, 3)] {
        let mut area = Area::municipality(8);
        area.prose = None;
        area.trends.truncate(rows);
        area.trends.iter_mut().for_each(|row| row.figures.truncate(figures));
        print(&printer, &area);
    }
}

#[test]
fn too_much_to_tell_is_cut_with_a_word_where_the_rest_is() {
    let mut area = Area::municipality(32);
    for group in &mut area.profile.table.groups {
        let rows = group.rows.clone();
        group.rows.extend(rows);
        for row in &mut group.rows {
            row.name = format!("{}, naar eigen zeggen in de afgelopen twaalf maanden", row.name);
        }
    }
    let sentence = "Dit is een zin van gewone lengte over de wijk en wie er woont. ".repeat(12);
    let points = [&mut area.profile.compass, &mut area.profile.signal];
    let points = points.into_iter().flatten().flat_map(|panel| &mut panel.points);
    points.for_each(|point| point.text.push_str(&sentence));
    area.profile.sentences.iter_mut().for_each(|said| said.push_str(&sentence));
    print(&printer(), &area);

    let mut area = Area::municipality(20);
    area.prose = Some(Prose {
        blocks: vec![paragraph(&sentence), paragraph(&sentence.repeat(12))],
        figures: Vec::new(),
    });
    let read = print(&printer(), &area);
    assert!(read.text().contains("Lees verder op"), "{}", read.text());
}

#[test]
fn a_short_text_is_printed_whole() {
    let mut area = Area::municipality(8);
    area.trends.clear();
    let read = print(&printer(), &area);
    assert!(!read.text().contains("Lees verder op"));
    assert!(read.text().contains("Volgens de grens van het CBS."), "{}", read.text());
    assert_eq!(read.tagged("BlockQuote").len(), 1);
    assert_eq!(read.tagged("Table").len(), 2);
}

#[test]
fn names_of_any_length_fit() {
    let printer = printer();
    let names = [
        "Samenwerkende gemeenten Vlagtwedde-Bellingwedde-Westerwolde en Oost-Groningen (deel)",
        "LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochLlanfairpwllgwyngyllgo",
        "Ee",
        "",
    ];
    for name in names {
        let mut area = Area::municipality(20);
        area.profile.name = name.to_owned();
        area.profile.table.head[2] = name.to_owned();
        let point = Point { text: format!("{name}{name}{name}"), mark: Mark::Worse };
        area.profile.signal.as_mut().expect("the example has one").points.push(point);
        area.profile.lineage.push(link(name));
        print(&printer, &area);
    }
}

#[test]
fn text_is_never_typst_code() {
    let hostile = "#panic(\"x\") $ x $ @x <x> & \\ *x* _x_ `x` [x] ] } // /* = 1. - \"' ~ -- ... \u{0}\u{7}\r\n\t#import";
    let mut area = Area::municipality(20);
    area.profile.name = hostile.to_owned();
    area.profile.sentences[0] = hostile.to_owned();
    area.profile.sources[0].name = hostile.to_owned();
    area.profile.sources[0].url = Some("javascript:\"é <x> #".to_owned());
    area.profile.table.groups[0].rows[0].name = hostile.to_owned();
    area.profile.table.groups[0].rows[0].notes = vec![hostile.to_owned()];
    area.profile.signal.as_mut().expect("the example has one").points[0].text = hostile.to_owned();
    area.imprint.notice = Some(hostile.to_owned());
    area.trends[0].figures[0].alt = hostile.to_owned();
    let target =
        |target: &str| Inline::Link { target: Target::Web(target.to_owned()), inlines: vec![text("x")] };
    let heading =
        |words: &str| Block::Heading { level: 6, anchor: String::new(), inlines: vec![text(words)] };
    let inlines =
        vec![text(hostile), Inline::Code { text: hostile.to_owned() }, target(""), target(&"x".repeat(9000))];
    let blocks = vec![heading(" \u{FEFF}"), heading(hostile), Block::Paragraph { inlines }];
    area.prose = Some(Prose { blocks, figures: Vec::new() });
    let read = print(&printer(), &area);
    assert!(read.text().contains("#panic(\"x\") $ x $ @x <x> & \\ *x* _x_ `x`"), "{}", read.text());
}

#[test]
fn what_no_font_has_becomes_a_box_and_a_warning() {
    let printer = printer();
    let kinds = [
        ("emoji", "\u{1F600}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{1F3FD}\u{FE0F}"),
        ("Chinese", "北京市"),
        ("private use", "\u{E000}\u{F8FF}\u{10FFFD}"),
        ("unassigned", "\u{378}\u{2FE0}"),
        ("marks that nothing carries", "\u{5D0}\u{301}x\u{20E3}\u{fe0f}"),
    ];
    for (kind, characters) in kinds {
        let mut area = Area::bare();
        area.profile.name = format!("Wijk {characters}");
        let printed = printer.factsheet(&area.sheet()).unwrap_or_else(|report| panic!("{kind}: {report:#?}"));
        Read::new(&printed).conforms();
        let warnings: Vec<_> = printed.report.iter().collect();
        assert_eq!(warnings.len(), 1, "{kind}: {warnings:#?}");
        assert_eq!(warnings[0].severity, Severity::Warning);
        assert!(
            warnings[0].message.starts_with("the factsheet of `BU09173409` shows a box for"),
            "{warnings:#?}"
        );
    }
}

#[test]
fn what_cannot_be_seen_is_left_out_without_a_word() {
    let mut area = Area::bare();
    area.profile.name =
        "\u{FEFF}De \u{202E}Bei\u{200F}tel\u{AD}\u{2060}\u{FE0F}\u{E0001}\u{85}\u{2028}".into();
    let printed = printer().factsheet(&area.sheet()).expect("a factsheet");
    Read::new(&printed).conforms();
    assert!(printed.report.is_empty(), "{:#?}", printed.report);
}

#[test]
fn other_scripts_are_printed() {
    let printer = printer();
    let names = [
        "Ἀθῆναι",
        "Петровка",
        "Đống Đa, e\u{301}e\u{328}\u{301}",
        "שכונה א׳",
        "حي السلام",
        "İstanbul ğş",
        "ﬁ ½ № € ′",
    ];
    for name in names {
        let mut area = Area::district();
        area.profile.name = name.to_owned();
        area.profile.sentences[0] = format!("{name} is een wijk. {name}!");
        area.profile.table.groups[0].rows[0].name = name.to_owned();
        let printed = printer.factsheet(&area.sheet()).unwrap_or_else(|report| panic!("{name}: {report:#?}"));
        Read::new(&printed).conforms();
    }
}

#[test]
fn a_broken_template_is_named_with_its_line() {
    let broken =
        "#let factsheet(data) = {\n  set document(title: data.title)\n  heading(data.profile.nam)\n}\n";
    let printed = with_file("templates/pdf/factsheet.typ", broken).factsheet(&Area::bare().sheet());
    let (place, message, _) = problem(printed);
    assert_eq!(place, "templates/pdf/factsheet.typ:3:24");
    assert_eq!(message, "dictionary does not contain key \"nam\"");

    let broken = "#let factsheet(data) = [\n";
    let printed = with_file("templates/pdf/factsheet.typ", broken).factsheet(&Area::bare().sheet());
    let (place, message, _) = problem(printed);
    assert_eq!(place, "templates/pdf/factsheet.typ:1:24");
    assert_eq!(message, "unclosed delimiter");
}

#[test]
fn a_warning_of_typst_is_an_error() {
    let warned = "#let factsheet(data) = {\n  set document(title: data.title)\n  text(font: \"Comic Sans\", data.title)\n}\n";
    let printed = with_file("templates/pdf/factsheet.typ", warned).factsheet(&Area::bare().sheet());
    let (place, message, _) = problem(printed);
    assert_eq!(place, "templates/pdf/factsheet.typ:3:14");
    assert_eq!(message, "unknown font family: comic sans");
}

#[test]
fn packages_plugins_and_files_elsewhere_are_refused_with_what_to_do() {
    let tried = [
        (
            "#import \"@preview/cetz:0.3.4\"",
            "packages are not available",
            "copy what you need from the package",
        ),
        ("#plugin(\"/assets/x.wasm\")", "plugins are not available", "write it as a Typst function"),
        ("#read(\"/site.toml\")", "file not found (searched at site.toml)", ""),
        ("#read(\"/../../../etc/passwd\")", "", ""),
        ("#read(\"/etc/passwd\")", "file not found (searched at etc/passwd)", ""),
    ];
    for (code, said, to_do) in tried {
        let template = format!("{code}\n#let factsheet(data) = []\n");
        let (place, message, hint) =
            problem(with_file("templates/pdf/factsheet.typ", &template).factsheet(&Area::bare().sheet()));
        assert!(place.starts_with("templates/pdf/factsheet.typ:1:"), "{place}");
        assert!(message.contains(said), "{message}");
        assert!(hint.contains(to_do), "{hint}");
    }
}

#[test]
fn a_site_may_replace_one_template_of_many() {
    let look =
        include_str!("../../templates/pdf/look.typ").replace("#let margin = 15mm", "#let margin = 14mm");
    let printer = with_file("templates/pdf/look.typ", &look);
    let area = Area::district();
    let printed = printer.factsheet(&area.sheet()).expect("a factsheet");
    assert_ne!(printed.pdf, self::printer().factsheet(&area.sheet()).expect("a factsheet").pdf);
}

#[test]
fn files_of_the_site_are_checked() {
    let files = BTreeMap::from([
        ("templates/pdf/mine.typ".to_owned(), vec![0xff, 0xfe]),
        ("assets/fonts/x.ttf".to_owned(), vec![1, 2, 3]),
        ("content/secret.typ".to_owned(), vec![0xff]),
    ]);
    let report = Printer::new(files).err().expect("two files are wrong");
    let said: Vec<String> =
        report.iter().map(|problem| format!("{}: {}", problem.places[0].file, problem.message)).collect();
    assert_eq!(
        said,
        [
            "assets/fonts/x.ttf: there is no font in this file",
            "templates/pdf/mine.typ: this template is not UTF-8 text"
        ]
    );
}

#[test]
fn a_logo_is_shown_with_the_name_of_the_publisher() {
    let logo =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 10\"><path d=\"M0 0h40v10z\"/></svg>";
    let mut area = Area::district();
    area.imprint.logo = Some("logo.svg".into());
    let read = print(&with_file("assets/logo.svg", logo), &area);
    let figures = read.tagged("Figure");
    assert!(figures.iter().any(|figure| read.alt(figure).as_deref() == Some("Provincie Limburg")));
    let (_, message, _) = problem(printer().factsheet(&area.sheet()));
    assert_eq!(message, "there is no image `assets/logo.svg`");
}

#[test]
fn images_of_the_text_come_from_the_assets() {
    let dot = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 1\"><path d=\"M0 0h4v1z\"/></svg>";
    let image = |alt: &str| Block::Image {
        source: "assets/dot.svg".into(),
        alt: alt.into(),
        caption: vec![text("Een punt.")],
    };
    let mut area = Area::municipality(8);
    area.prose = Some(Prose { blocks: vec![image("Een zwarte punt"), image("")], figures: Vec::new() });
    let read = print(&with_file("assets/dot.svg", dot), &area);
    let shown = read
        .tagged("Figure")
        .iter()
        .filter(|figure| read.alt(figure).as_deref() == Some("Een zwarte punt"))
        .count();
    assert_eq!(shown, 1);
    let report = printer().factsheet(&area.sheet()).expect_err("there is no such file");
    assert!(report.iter().all(|problem| problem.message == "there is no image `assets/dot.svg`"));
}

#[test]
fn without_a_region_the_language_is_that_of_the_page() {
    let mut area = Area::district();
    area.imprint = imprint();
    area.imprint.language = "en-GB".into();
    assert_eq!(print(&printer(), &area).language(), "en");
}
