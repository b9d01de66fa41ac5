//! The areas of Duinmark by hand: what they are called, where they lie and what sort of place they are.
//!
//! Codes count along: municipality `DM01`, district `DM0103`, neighbourhood `DM010302`.

use Character::{
    Centre, Country, Dense, Dunes, Empty, Garden, Growing, New, Park, Postwar, Villa, Village, Works,
};

/// What sort of place a neighbourhood is; decides homes, ages, green and growth.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Character {
    Centre,
    /// Streets from before the war.
    Dense,
    Postwar,
    /// Homes with gardens, from the seventies and eighties.
    Garden,
    /// From the nineties on.
    New,
    /// Being built during the years of the figures.
    Growing,
    Villa,
    Village,
    Country,
    /// A harbour or an industrial estate where few people live.
    Works,
    Park,
    Dunes,
    /// Nobody lives here.
    Empty,
}

/// The smallest part.
pub struct Neighbourhood {
    pub code: String,
    pub row: &'static Row,
}

/// A neighbourhood as written down below.
pub struct Row {
    pub name: &'static str,
    /// Where it starts to grow, in kilometres.
    pub at: [f64; 2],
    /// Where its second part starts, for the one that has two.
    pub also: Option<[f64; 2]>,
    pub character: Character,
    /// Inhabitants in the last year.
    pub people: f64,
    /// Deprivation in the first year, in standard deviations or thereabouts; above zero is more.
    pub start: f64,
    /// How much deprivation grows over the years, beside what all share.
    pub drift: f64,
    /// How much more people do for each other than elsewhere, whatever their means.
    pub bond: f64,
}

pub struct District {
    pub code: String,
    pub name: &'static str,
    pub neighbourhoods: Vec<Neighbourhood>,
}

pub struct Municipality {
    pub code: String,
    pub name: &'static str,
    pub districts: Vec<District>,
}

pub struct Region {
    pub code: &'static str,
    pub name: &'static str,
    pub municipalities: Vec<Municipality>,
}

impl Region {
    pub fn districts(&self) -> impl Iterator<Item = (&Municipality, &District)> {
        self.municipalities.iter().flat_map(|whole| whole.districts.iter().map(move |part| (whole, part)))
    }

    pub fn neighbourhoods(&self) -> impl Iterator<Item = &Neighbourhood> {
        self.districts().flat_map(|(_, district)| &district.neighbourhoods)
    }
}

/// The region with its codes.
pub fn region() -> Region {
    let municipalities = TABLE.iter().zip(1..).map(|((name, districts), number)| {
        let code = format!("DM{number:02}");
        let districts = districts.iter().zip(1..).map(|((name, rows), number)| {
            let code = format!("{code}{number:02}");
            let neighbourhoods = rows
                .iter()
                .zip(1..)
                .map(|(row, number)| Neighbourhood { code: format!("{code}{number:02}"), row });
            District { name, neighbourhoods: neighbourhoods.collect(), code: code.clone() }
        });
        Municipality { name, districts: districts.collect(), code: code.clone() }
    });
    Region { code: "DM", name: "Duinmark", municipalities: municipalities.collect() }
}

const fn row(
    name: &'static str,
    at: [f64; 2],
    character: Character,
    people: f64,
    start: f64,
    drift: f64,
) -> Row {
    Row { name, at, also: None, character, people, start, drift, bond: 0.0 }
}

/// Names with their parts: the layers of [`TABLE`].
type Districts = &'static [(&'static str, &'static [Row])];

#[rustfmt::skip]
const TABLE: &[(&str, Districts)] = &[
    ("Havermonde", &[
        ("Binnenstad", &[
            row("Oude Haven", [17.3, 18.2], Centre, 2310.0, 0.4, -0.15),
            row("Grote Markt", [17.8, 17.4], Centre, 2680.0, 0.1, -0.1),
            row("Lakenkwartier", [17.0, 17.1], Centre, 2140.0, -0.2, -0.2),
            Row { bond: -0.6, ..row("Stationsbuurt", [18.6, 17.0], Dense, 3120.0, 0.9, -0.15) },
        ]),
        ("Kade & Werf", &[
            row("Werfkwartier", [18.0, 19.1], Dense, 2790.0, 1.4, -0.75),
            row("Touwslagersbuurt", [18.9, 18.2], Dense, 3240.0, 1.5, -0.1),
            Row { bond: 0.7, ..row("Zilvervloot", [19.3, 19.3], Postwar, 3610.0, 1.7, 0.1) },
            row("Oosterhaven", [18.0, 20.8], Works, 90.0, 0.7, 0.0),
        ]),
        ("Noordoever", &[
            Row { bond: 1.0, ..row("Vissershoek", [15.5, 19.2], Dense, 2480.0, 1.2, -0.1) },
            row("Lange Lijnbaan", [14.5, 18.8], Postwar, 3330.0, 1.3, 0.1),
            row("Westhaven", [14.3, 20.8], Works, 120.0, 0.6, 0.0),
            row("Zeesluis", [12.6, 22.6], Empty, 0.0, 0.0, 0.0),
        ]),
        ("Oost", &[
            row("Rozenhof", [20.0, 17.8], Postwar, 4130.0, 1.9, 0.45),
            row("Schrijversbuurt", [20.0, 16.7], Postwar, 3880.0, 1.5, 0.4),
            Row { bond: 0.5, ..row("Sterrenkamp", [21.1, 17.2], Postwar, 4410.0, 2.1, 0.5) },
            row("Vogelweide", [20.8, 18.6], Postwar, 3460.0, 1.4, 0.6),
            Row { bond: -0.5, ..row("Nieuwe Veste", [22.3, 18.0], Growing, 2650.0, 0.2, -0.2) },
        ]),
        ("Zuid", &[
            row("Veemarkt", [18.0, 16.1], Dense, 2920.0, 1.0, -0.6),
            row("De Wilgen", [19.1, 15.6], Garden, 3290.0, 0.2, 0.45),
            row("Molenkamp", [17.1, 15.2], Garden, 2980.0, 0.2, 0.0),
            row("Zuiderpark", [18.1, 14.7], Park, 60.0, -0.2, 0.0),
            row("Blauwe Dijk", [18.8, 13.8], Garden, 2770.0, 0.1, -0.1),
        ]),
        ("West", &[
            row("Oranjekwartier", [15.9, 17.3], Dense, 2640.0, 0.6, -0.25),
            row("Sportlaan", [15.4, 16.3], Garden, 2810.0, 0.3, 0.0),
            row("Hoflaan", [15.6, 15.2], Villa, 1890.0, -1.0, -0.1),
            row("Duinrand", [13.9, 16.3], Villa, 1720.0, -1.2, -0.1),
            Row { bond: 0.9, ..row("Tuindorp Lijnzaad", [14.4, 17.5], Dense, 2290.0, 0.9, -0.3) },
        ]),
        ("Polderrand", &[
            Row { bond: -0.3, ..row("Waterlanden", [16.5, 13.7], New, 4230.0, -0.6, 0.0) },
            row("Rietoever", [14.8, 13.7], New, 3870.0, -0.7, 0.05),
            row("Kreekzoom", [15.8, 12.3], New, 3520.0, -0.5, 0.1),
            row("Achterveld", [20.4, 12.6], Country, 380.0, -0.3, 0.0),
        ]),
        ("Noorderpolder", &[
            row("Oostwerd", [21.3, 22.0], Village, 1610.0, -0.05, 0.5),
            row("Noorderpolder", [19.5, 23.0], Country, 420.0, -0.2, 0.0),
            row("Krekelhoek", [23.2, 19.9], Country, 265.0, 0.2, 0.1),
        ]),
    ]),
    ("Lindervoort", &[
        ("Binnenstad", &[
            row("Centrum", [20.0, 6.4], Centre, 2590.0, -0.1, -0.1),
            row("Lindelaan", [19.2, 6.9], Dense, 2210.0, -0.4, -0.1),
            row("Kapittelhof", [20.8, 7.0], Dense, 2030.0, -0.3, -0.15),
            row("Parkzicht", [19.5, 5.5], Villa, 1880.0, -1.4, -0.1),
        ]),
        ("Noord", &[
            row("Beukenhorst", [19.8, 8.1], Villa, 1790.0, -1.5, -0.1),
            row("Hoge Lanen", [21.1, 8.2], Villa, 1640.0, -1.8, -0.1),
            row("Eikenkamp", [18.4, 7.8], Garden, 2570.0, -0.6, 0.1),
        ]),
        ("Oost", &[
            row("De Wilgen", [21.8, 6.2], Garden, 2910.0, -0.3, 0.55),
            row("Spoorzone", [22.2, 7.2], New, 2340.0, -0.3, -0.2),
            row("Merelveld", [21.5, 5.1], Postwar, 2690.0, 0.9, 0.5),
            row("Handelskade", [23.3, 6.4], Works, 45.0, 0.1, 0.0),
        ]),
        ("Zuid", &[
            row("Zuiderhout", [20.2, 4.4], Garden, 2480.0, -0.7, 0.0),
            row("Boomgaard", [18.8, 4.6], New, 3060.0, -0.9, 0.0),
            row("Weidezicht", [18.1, 6.0], New, 3310.0, -1.0, 0.0),
        ]),
        ("Landgoederen", &[
            row("Ravenhorst", [16.2, 8.9], Country, 520.0, -1.3, 0.0),
            row("Sint-Odulf", [14.4, 6.6], Village, 1930.0, -0.6, 0.0),
            row("Hogeweide", [15.7, 4.0], Country, 430.0, -0.5, 0.0),
        ]),
        ("Beemden", &[
            row("Tweeënhoven", [24.2, 8.9], Village, 1510.0, -0.4, 0.0),
            row("Lage Broek", [25.0, 5.0], Country, 350.0, -0.2, 0.0),
            row("Kloosterhof", [30.2, 6.9], Villa, 640.0, -0.5, 0.0),
        ]),
    ]),
    ("’s-Gravenduin", &[
        ("’s-Gravenduin-Dorp", &[
            row("Dorpshart", [7.6, 10.3], Centre, 2090.0, 0.1, 0.0),
            row("Oude Geest", [8.5, 10.8], Garden, 2280.0, -0.2, 0.05),
            row("Badkwartier", [6.3, 10.8], Villa, 1710.0, -0.9, 0.0),
            row("Duinpan", [6.9, 9.2], Garden, 1880.0, 0.4, 0.45),
        ]),
        ("Helmduin", &[
            row("Helmveld", [9.7, 11.6], Postwar, 2420.0, 0.5, 0.6),
            row("Zandstuif", [8.4, 12.4], Garden, 2060.0, 0.2, 0.0),
            row("Vuurbaak", [7.0, 12.0], Garden, 1690.0, -0.1, 0.1),
        ]),
        ("Duin en geest", &[
            row("Geestdorp", [9.6, 15.3], Village, 1790.0, -0.3, -0.1),
            row("Bollenveld", [11.8, 12.6], Country, 480.0, -0.1, 0.1),
            row("Grote Duinen", [6.3, 16.0], Dunes, 70.0, -0.4, 0.0),
            row("Strandhoek", [8.3, 19.6], Village, 1190.0, 0.05, 0.55),
            row("Zuidduin", [7.4, 5.4], Country, 390.0, -0.4, 0.0),
            row("Sint-Jorisgeest", [11.2, 8.6], Village, 1320.0, -0.5, -0.1),
        ]),
        ("Schorreoog", &[
            Row { bond: 1.1, ..row("Schorreoog", [10.0, 28.3], Village, 1120.0, -0.1, 0.1) },
        ]),
    ]),
    ("Elzenmeer", &[
        ("Meerstad", &[
            row("Meerpoort", [32.2, 14.9], Centre, 2190.0, 0.3, 0.0),
            row("Havenzijde", [31.8, 15.9], Dense, 1910.0, 0.7, -0.3),
            row("Turfmarkt", [32.9, 15.7], Dense, 1840.0, 0.8, 0.0),
            row("Elzenhof", [33.4, 14.6], Garden, 2570.0, 0.1, 0.0),
            row("Zonnekamp", [32.5, 13.7], Postwar, 2480.0, 1.2, 0.45),
            row("Lisdodde", [33.6, 13.2], New, 2760.0, -0.5, 0.0),
        ]),
        ("Oeverloo", &[
            row("Oeverloo-Dorp", [24.6, 15.4], Village, 2310.0, -0.2, -0.1),
            row("Rietkraag", [24.9, 14.2], New, 2120.0, -0.8, 0.0),
            row("Zeilerskade", [25.3, 16.5], Villa, 1290.0, -1.1, 0.0),
        ]),
        ("Zuidpolder", &[
            Row { bond: 0.7, ..row("Turfdorp", [26.6, 11.2], Village, 1680.0, 0.6, 0.6) },
            row("Zuidpolder", [28.8, 6.9], Country, 610.0, -0.2, 0.0),
            row("Molenweer", [33.6, 10.2], Village, 1490.0, -0.05, 0.25),
            row("Achter de Dijk", [35.4, 6.4], Country, 330.0, 0.0, 0.1),
        ]),
        ("Noordmeer", &[
            row("Noordmeer", [28.6, 17.7], Village, 1590.0, 0.0, 0.0),
            row("Buitengebied tussen de Oude Ringdijk, de Hoge Vaart en het Zwarte Veen", [25.9, 18.6], Country, 290.0, -0.1, 0.0),
        ]),
    ]),
    ("Ruigewaard", &[
        ("Waardeburg", &[
            row("Burgplein", [32.1, 21.6], Centre, 2380.0, 0.5, 0.35),
            row("Waardeburg-Oost", [33.1, 21.7], Garden, 2510.0, 0.3, 0.1),
            row("De Terp", [31.4, 22.4], Garden, 2090.0, 0.3, 0.7),
            Row { bond: 0.4, ..row("Zuiderslag", [32.4, 20.5], Postwar, 1920.0, 1.1, 0.65) },
        ]),
        ("Oud-Ruige", &[
            row("Oud-Ruige", [27.0, 22.2], Village, 1880.0, 0.5, 0.1),
            Row { bond: 0.8, ..row("Veenkant", [26.2, 20.8], Village, 1110.0, 0.45, 0.7) },
            row("Zeedijk", [24.6, 23.4], Country, 350.0, 0.3, 0.1),
        ]),
        ("Waardzijde", &[
            row("Uiterdijk", [35.8, 19.2], Country, 305.0, 0.1, 0.0),
            row("Kolkdorp", [35.6, 16.9], Village, 1310.0, 0.5, 0.0),
            row("Buitenwaard", [35.6, 22.6], Country, 280.0, 0.2, 0.0),
        ]),
        ("Middelwaard", &[
            row("Middelwaard", [29.9, 19.9], Country, 440.0, 0.0, 0.0),
            row("Lutkewaard", [29.3, 21.4], Village, 1020.0, 0.2, 0.45),
            row("Zwet", [29.2, 23.0], Country, 260.0, 0.1, 0.0),
            Row { also: Some([30.6, 23.4]), ..row("Overkanten", [27.9, 23.6], Country, 250.0, 0.1, 0.0) },
        ]),
    ]),
];
