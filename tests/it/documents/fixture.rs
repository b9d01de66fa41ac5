//! Areas to print: a municipality with much to tell, a neighbourhood with nothing known.

use brede::making::documents::{Drawn, DrawnRow, Factsheet, Imprint, Labels, Paint};
use brede::model::atlas::AreaId;
use brede::telling::address::SitePath;
use brede::telling::profile::{
    AreaProfile, IndicatorTable, KeyFigure, Link, Mark, Panel, Point, Row, RowGroup, SourceLine,
};
use brede::telling::prose::{Align, Block, Footnote, Inline, Prose, Target, Tone};

/// Everything that a factsheet borrows.
#[derive(Clone)]
pub struct Area {
    pub profile: AreaProfile,
    pub prose: Option<Prose>,
    pub prose_figures: Vec<Drawn>,
    pub map: Option<Drawn>,
    pub beside: Option<Drawn>,
    pub trends: Vec<DrawnRow>,
    pub imprint: Imprint,
}

impl Area {
    pub fn sheet(&self) -> Factsheet<'_> {
        Factsheet {
            title: format!("Factsheet {}", self.profile.name),
            profile: &self.profile,
            prose: self.prose.as_ref(),
            prose_figures: &self.prose_figures,
            map: self.map.as_ref(),
            beside: self.beside.as_ref(),
            trends: &self.trends,
            trends_key: None,
            imprint: &self.imprint,
        }
    }

    /// A municipality with this many indicators, all known.
    pub fn municipality(indicators: usize) -> Area {
        let area = profile("Heerlen", "gemeente", "GM0917", indicators, Known::All);
        Area {
            profile: area,
            prose: Some(prose()),
            prose_figures: vec![lines("Wachtlijst sociale huur")],
            map: Some(map()),
            beside: Some(bars()),
            trends: [
                "Laag inkomen",
                "Bijstand",
                "Ervaren gezondheid",
                "Vrijwilligerswerk",
                "Misdrijven",
                "Werk",
            ]
            .map(lines)
            .chunks(3)
            .map(|row| DrawnRow { figures: row.to_vec(), source: "Bron: CBS".to_owned() })
            .collect(),
            imprint: imprint(),
        }
    }

    /// A district: no text of its own, three trends.
    pub fn district() -> Area {
        let mut area = Area::municipality(20);
        area.profile = profile("Heerlerbaan-Schil", "wijk", "WK091734", 20, Known::All);
        area.profile.lineage.push(link("Heerlen"));
        area.prose = None;
        area.trends.truncate(1);
        area
    }

    /// A neighbourhood where nobody lives.
    pub fn bare() -> Area {
        let mut area = Area::municipality(20);
        area.profile = profile("Verspreide huizen De Beitel", "buurt", "BU09173409", 20, Known::Nothing);
        area.profile.lineage.extend([link("Heerlen"), link("Heerlerbaan")]);
        area.profile.inhabitants = "Hoeveel mensen hier wonen, is niet bekend.".into();
        area.profile.sentences = vec![
            "Verspreide huizen De Beitel is een buurt in Heerlerbaan, in de gemeente Heerlen.".into(),
            "Over deze buurt zijn geen cijfers bekend: er wonen te weinig mensen.".into(),
        ];
        area.prose = None;
        area.beside = None;
        area.trends.clear();
        area
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Known {
    All,
    Nothing,
}

const THEMES: [(&str, &[(&str, &str)]); 8] = [
    (
        "Inkomen en bestaanszekerheid",
        &[
            ("Huishoudens met een laag inkomen (%)", "9,4 %"),
            ("Bijstandsuitkeringen per 1.000 inwoners", "58,2"),
            ("Huishoudens met problematische schulden (%)", "11,6 %"),
            ("Kinderen in een gezin met een laag inkomen (%)", "10,1 %"),
        ],
    ),
    (
        "Werk",
        &[
            ("Nettoarbeidsparticipatie (%)", "62,1 %"),
            ("Werknemers met een vaste baan (%)", "58,9 %"),
            ("Zelfstandigen (%)", "8,8 %"),
            ("Reisafstand naar het werk (km)", "14,2 km"),
        ],
    ),
    (
        "Onderwijs",
        &[
            ("Jongeren zonder startkwalificatie (%)", "4,0 %"),
            ("Doelgroepkinderen voorschool (%)", "23,4 %"),
            ("Inwoners met een hbo- of wo-diploma (%)", "24,7 %"),
            ("Laaggeletterdheid, 16 tot 65 jaar (%)", "16,0 %"),
        ],
    ),
    (
        "Gezondheid",
        &[
            ("Ervaren gezondheid goed of zeer goed (%)", "66,3 %"),
            ("Rokers (%)", "21,5 %"),
            ("Ernstig eenzaam (%)", "14,8 %"),
            ("Levensverwachting bij geboorte (jaar)", "79,6"),
        ],
    ),
    (
        "Wonen",
        &[
            ("Gemiddelde WOZ-waarde (€)", "€ 214.000"),
            ("Huurwoningen van een corporatie (%)", "39,0 %"),
            ("Woningen met energielabel E, F of G (%)", "18,4 %"),
            ("Leegstand (%)", "3,1 %"),
        ],
    ),
    (
        "Veiligheid",
        &[
            ("Misdrijven per 1.000 inwoners", "63,0"),
            ("Voelt zich weleens onveilig (%)", "41,2 %"),
            ("Vernielingen per 1.000 inwoners", "8,9"),
            ("Verkeersongevallen per 1.000 inwoners", "5,1"),
        ],
    ),
    (
        "Samen leven",
        &[
            ("Vrijwilligers (%)", "24,9 %"),
            ("Mantelzorgers (%)", "15,5 %"),
            ("Vertrouwen in andere mensen (%)", "54,8 %"),
            ("Opkomst gemeenteraadsverkiezingen (%)", "41,0 %"),
        ],
    ),
    (
        "Omgeving",
        &[
            ("Openbaar groen binnen 500 m (%)", "71,0 %"),
            ("Afstand tot de huisarts (km)", "0,8 km"),
            ("Afstand tot een grote supermarkt (km)", "0,7 km"),
            ("Omgevingsadressendichtheid (adressen per km²)", "1.617"),
        ],
    ),
];

fn profile(name: &str, level: &str, code: &str, indicators: usize, known: Known) -> AreaProfile {
    let per_theme = indicators.div_ceil(THEMES.len());
    let mut left = indicators;
    let mut at = 0;
    let groups = THEMES
        .iter()
        .map(|(theme, rows)| RowGroup {
            name: (*theme).to_owned(),
            rows: rows
                .iter()
                .take(per_theme)
                .take_while(|_| {
                    let more = left > 0;
                    left = left.saturating_sub(1);
                    more
                })
                .map(|(name, value)| {
                    at += 1;
                    row(name, value, at, known)
                })
                .collect(),
        })
        .collect();
    let points = |texts: [(&str, Mark); 4]| -> Vec<Point> {
        let all = texts.into_iter().map(|(text, mark)| Point { text: text.to_owned(), mark });
        if known == Known::All { all.collect() } else { Vec::new() }
    };
    AreaProfile {
        area: AreaId(0),
        code: code.to_owned(),
        name: name.to_owned(),
        level: level.to_owned(),
        page: SitePath::new(format!("gebieden/{code}/index.html")),
        factsheet: None,
        lineage: vec![link("Nederland"), link("Limburg")],
        inhabitants: "Er wonen 87.083 mensen (2024).".into(),
        is_sparse: false,
        sentences: vec![
            "In Heerlen wonen ruim 87.000 mensen in 26 wijken, van Heerlerheide tot Heerlerbaan.".into(),
            "Meer mensen dan in heel Limburg hebben een laag inkomen: 9,4 % van de huishoudens, dat zijn er \
             ongeveer 4.100."
                .into(),
            "Het aantal mensen met een baan groeit sinds 2019, en het groen ligt voor bijna iedereen dichtbij."
                .into(),
        ],
        compass: Some(Panel {
            title: "Wat hier sterk is".into(),
            lead: "Wat mensen van waarde vinden, en waar het hier goed mee gaat.".into(),
            points: points([
                ("Bijna iedereen heeft een supermarkt binnen een kilometer.", Mark::Better),
                ("71 % van de inwoners heeft openbaar groen binnen 500 meter, meer dan in Limburg.", Mark::Better),
                ("Een kwart van de volwassenen is vrijwilliger, ongeveer evenveel als in Limburg.", Mark::Same),
                ("Er zijn meer mantelzorgers dan in heel Nederland (15,5 % tegen 13,9 %).", Mark::Higher),
            ]),
            empty: "Hierover zijn voor dit gebied geen cijfers bekend.".into(),
            notes: vec!["Op de index valt dit gebied in de klasse ‘Laag’ (2024).".into()],
        }),
        notes: Vec::new(),
        signal: Some(Panel {
            title: "Waar het moeilijk is".into(),
            lead: "Waar mensen hier vaker mee te maken hebben dan elders.".into(),
            points: points([
                ("4.100 huishoudens hebben een laag inkomen: 9,4 %, in Limburg 6,6 %.", Mark::Worse),
                ("58 van de 1.000 inwoners krijgen bijstand, in Limburg 33.", Mark::Worse),
                ("Een op de zeven inwoners is ernstig eenzaam.", Mark::Worse),
                ("Het aantal misdrijven is ongeveer gelijk gebleven.", Mark::None),
            ]),
            empty: "Hierover zijn voor dit gebied geen cijfers bekend.".into(),
            notes: vec!["Op de index valt dit gebied in de klasse ‘Laag’ (2024).".into()],
        }),
        key_figures: (0..8)
            .map(|at| KeyFigure {
                page: SitePath::new("cijfers/laag_inkomen/index.html"),
                name: ["Laag inkomen", "Nettoarbeidsparticipatie", "Ervaren gezondheid", "Vrijwilligers"][at % 4].into(),
                value: if known == Known::All { "27,4 %".into() } else { "niet bekend".into() },
                known: known == Known::All,
                estimate: (at % 4 == 2 && known == Known::All).then(|| "schatting".into()),
                interval: (at % 4 == 3 && known == Known::All).then(|| "tussen 25,1 en 29,7 %".into()),
                answered: (at % 4 == 3).then(|| "412 mensen vulden de vragenlijst in".into()),
                period: "2024".into(),
                people: Some("ongeveer 340 van de 1.240 huishoudens".into()),
                compared: Some("hoger dan in Heerlen (20,1 %)".into()),
                mark: Mark::Worse,
                notes: vec!["voorlopig".into()],
            })
            .collect(),
        chapters: Vec::new(),
        groups: Vec::new(),
        children: None,
        sets: None,
        part_of: Vec::new(),
        neighbours: ["Landgraaf", "Brunssum", "Kerkrade", "Voerendaal", "Beekdaelen", "Simpelveld"].map(link).to_vec(),
        table: IndicatorTable {
            period: None,
            caption: "Alle indicatoren".into(),
            head: ["Indicator", "Jaar", name, "Limburg", "Nederland", "Vergeleken"].map(str::to_owned).to_vec(),
            groups,
            indices: Vec::new(),
            notes: Vec::new(),
        },
        caveats: vec![
            "Cijfers over een gebied zeggen niets over een persoon die er woont.".into(),
            "Cijfers over gezondheid zijn geschat met een model; zij zeggen niet wat beleid heeft gedaan.".into(),
            "Wie geen adres heeft, telt in deze cijfers niet mee.".into(),
        ],
        data: Vec::new(),
        sources: vec![
            source("CBS, Kerncijfers wijken en buurten 2024", Some("CC BY 4.0")),
            source("RIVM, Gezondheid per wijk en buurt 2022", Some("CC BY 4.0")),
            source("Politie, Geregistreerde misdrijven 2024", None),
        ],
        locator: None,
        map: None,
        beside: None,
        trends: Vec::new(),
        trends_key: None,
        in_print: None,
    }
}

fn row(name: &str, value: &str, at: usize, known: Known) -> Row {
    let marks = [
        (Mark::Worse, "slechter"),
        (Mark::Better, "beter"),
        (Mark::Same, "ongeveer gelijk"),
        (Mark::Higher, "hoger"),
        (Mark::Lower, "lager"),
        (Mark::None, ""),
    ];
    let (mark, word) = if known == Known::All { marks[at % marks.len()] } else { (Mark::None, "") };
    let cell = |text: &str| if known == Known::All { text.to_owned() } else { "niet bekend".to_owned() };
    let notes: &[&str] = match at % 7 {
        3 => &["geschat met een model"],
        5 => &["voorlopig"],
        6 => &["geschat met een model", "berekend uit de buurten"],
        _ => &[],
    };
    Row {
        name: name.to_owned(),
        cells: vec!["2024".to_owned(), cell(value), cell("33,0 %"), value.to_owned()],
        word: word.to_owned(),
        mark,
        interval: (at % 5 == 2).then(|| "25,1–29,7".to_owned()),
        interval_in_print: None,
        notes: notes.iter().map(|note| (*note).to_owned()).collect(),
        is_size: false,
        plain_name: name.to_lowercase(),
        is_known: known == Known::All,
    }
}

pub fn link(name: &str) -> Link {
    Link { name: name.to_owned(), path: SitePath::new(format!("gebieden/{name}/index.html")) }
}

fn source(name: &str, licence: Option<&str>) -> SourceLine {
    SourceLine {
        name: name.to_owned(),
        url: Some("https://www.cbs.nl/nl-nl/reeksen/publicatie/kerncijfers-wijken-en-buurten".to_owned()),
        licence: licence.map(str::to_owned),
    }
}

pub fn imprint() -> Imprint {
    Imprint {
        language: "nl".into(),
        site: "De staat van Limburg".into(),
        publisher: "Provincie Limburg".into(),
        base_url: "https://monitor.limburg.example".into(),
        published: (2025, 6, 12),
        published_words: "Gepubliceerd op 12 juni 2025".into(),
        notice: Some("Deze cijfers zijn verzonnen: dit is een voorbeeld.".into()),
        logo: None,
        paint: Paint::default(),
        labels: Labels::new(|key| label(key).to_owned()),
    }
}

fn label(key: &str) -> &'static str {
    let strings = include_str!("../../../templates/strings/nl.ftl");
    strings
        .lines()
        .find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix("= "))
        .unwrap_or_else(|| panic!("`{key}` is in the strings"))
}

pub fn text(text: &str) -> Inline {
    Inline::Text { text: text.to_owned() }
}

pub fn paragraph(words: &str) -> Block {
    Block::Paragraph { inlines: vec![text(words)] }
}

/// A text with every kind of block.
pub fn prose() -> Prose {
    Prose {
        blocks: vec![
            Block::Paragraph {
                inlines: vec![
                    text("Heerlen groeide in vijftig jaar van dorp tot "),
                    Inline::Emphasis { inlines: vec![text("mijnstad")] },
                    text(", en moest zich daarna opnieuw uitvinden. Van de huishoudens heeft "),
                    Inline::Value { text: "9,4 % (2024)".into(), title: "Laag inkomen, 2024".into() },
                    text(" een laag inkomen."),
                    Inline::Footnote { number: 1 },
                    text(" Lees meer over "),
                    Inline::Link {
                        target: Target::Site("verhalen/mijnstreek/index.html#werk".into()),
                        inlines: vec![text("werk in de Mijnstreek")],
                    },
                    text("."),
                ],
            },
            Block::Heading { level: 4, anchor: "aanpak".into(), inlines: vec![text("Wat de gemeente doet")] },
            Block::List {
                ordered: false,
                start: 1,
                items: vec![
                    vec![paragraph("Een wijkteam in elke buurt.")],
                    vec![paragraph("Een fonds voor sport en cultuur."), paragraph("Ook voor ouderen.")],
                ],
            },
            Block::Box {
                tone: Tone::Tip,
                title: Some(vec![text("Zo doet u mee")]),
                blocks: vec![paragraph("Kom naar het buurthuis; iedere dinsdag is er koffie.")],
            },
            Block::Heading { level: 2, anchor: "verder".into(), inlines: vec![text("Hoe het verder gaat")] },
            Block::Quote { blocks: vec![paragraph("Wij zijn trots op onze straat.")] },
            Block::List {
                ordered: true,
                start: 3,
                items: vec![vec![paragraph("Wonen.")], vec![paragraph("Werken.")]],
            },
            Block::Table {
                head: vec![vec![text("Jaar")], vec![text("Woningen")]],
                align: vec![Align::Left, Align::Right],
                rows: vec![vec![vec![text("2019")], vec![text("1.200")]], vec![vec![text("2024")]]],
            },
            Block::Figure { at: 0 },
            Block::Code { text: "aandeel = 340 / 1240".into() },
            Block::Rule,
            Block::Footnotes {
                notes: vec![Footnote { number: 1, blocks: vec![paragraph("Volgens de grens van het CBS.")] }],
            },
        ],
        figures: Vec::new(),
    }
}

fn drawn(svg: String, height: f64, title: &str) -> Drawn {
    Drawn {
        svg: format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"240\" height=\"{height}\" viewBox=\"0 0 240 {height}\" \
             font-family=\"Noto Sans\" font-size=\"8\">{svg}</svg>"
        ),
        width: 240.0,
        height,
        alt: format!("{title}: een zin die zegt wat er te zien is."),
        title: title.to_owned(),
        subtitle: "Aandeel van de huishoudens, 2024".to_owned(),
        note: "Bron: CBS".to_owned(),
        guide: String::new(),
        largest: 1.12,
    }
}

pub fn map() -> Drawn {
    let mut svg = String::new();
    for at in 0..40_u32 {
        let (x, y) = (f64::from(at % 8) * 30.0, f64::from(at / 8) * 34.0);
        let fill = ["#edf8fb", "#b3cde3", "#8c96c6", "#88419d"][(at as usize * 7) % 4];
        svg.push_str(&format!(
            "<path d=\"M{x} {y}l28 3l2 28l-26 4z\" fill=\"{fill}\" stroke=\"#ffffff\" stroke-width=\"0.7\"/>"
        ));
    }
    svg.push_str("<text x=\"4\" y=\"186\" fill=\"#1c2126\">hoe lichter, hoe beter</text>");
    drawn(svg, 190.0, "Meervoudige achterstand per buurt")
}

pub fn bars() -> Drawn {
    let mut svg = String::new();
    for at in 0..8_u32 {
        let y = f64::from(at) * 23.0;
        let wide = 40.0 + f64::from((at * 37) % 120);
        svg.push_str(&format!(
            "<text x=\"0\" y=\"{}\" fill=\"#1c2126\">Indicator {at}</text><rect x=\"60\" y=\"{y}\" width=\"{wide}\" \
             height=\"8\" fill=\"#0f5c63\"/><rect x=\"60\" y=\"{}\" width=\"90\" height=\"5\" fill=\"#6b6f73\"/>",
            y + 9.0,
            y + 10.0
        ));
    }
    drawn(svg, 186.0, "Heerlen naast Limburg en Nederland")
}

pub fn lines(title: &str) -> Drawn {
    let svg = "<path d=\"M20 70L60 60L100 64L140 40L180 44\" fill=\"none\" stroke=\"#0f5c63\" stroke-width=\"2\"/>\
               <path d=\"M20 50L60 50L100 54L140 50L180 54\" fill=\"none\" stroke=\"#6b6f73\" stroke-dasharray=\"3 2\"/>\
               <path d=\"M20 88H200\" stroke=\"#d9d5cb\"/>\
               <text x=\"184\" y=\"46\" fill=\"#0f5c63\">Heerlen</text><text x=\"20\" y=\"98\" fill=\"#1c2126\">2014</text>\
               <text x=\"164\" y=\"98\" fill=\"#1c2126\">2024</text>";
    drawn(svg.to_owned(), 104.0, title)
}
