## Getallen, lijsten en data

value-percent = { $number }{ "\u00A0" }%
value-currency = { $symbol }{ "\u00A0" }{ $sign }{ $number }
value-unit = { $number }{ "\u00A0" }{ $unit }
less-than = minder dan { $value }

list-next = { $start }, { $next }
list-last = { $start } en { $last }

date = { $day } { $month } { $year }
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

absence-missing = niet bekend
absence-suppressed = geheim
absence-impossible = niet van toepassing
absence-too-few = te weinig inwoners

## Figuren

fig-title-by-level = { $subject } per { $level }: { $area }
fig-around = { $area } en omgeving
fig-title-distribution = { $subject }, verdeling van de { $plural }: { $area }
fig-title-lines = { $subject } door de jaren: { $area }
fig-title-beside = { $area } naast { $others }
fig-title-alone = { $area } in cijfers
fig-title-groups = Cijfers naar { $by }: { $area }
fig-title-groups-of = { $subject } naar { $by }: { $area }
fig-title-contributions = Wat elk onderdeel toevoegt aan de score: { $area }
fig-title-locator = Ligging: { $area }

fig-what-share = % van het aantal { $of }
fig-what-score = score
fig-what-classes = indeling in klassen
fig-what-worst-class = % van de inwoners van { $plural } met een score
fig-what-worst-tenth = % van de inwoners van { $plural } met een score
fig-said-score = De score op ‘{ $index }’
fig-said-worst-class = Inwoners in een { $level } met de klasse ‘{ $class }’ ({ $index })
fig-said-worst-tenth = Inwoners in de 10 % { $plural } met de ongunstigste score ({ $index })
fig-bottom = Aantal ongunstige cijfers
fig-what-bottom = bij hoeveel cijfers van de index een { $part } bij de ongunstigste 25 % hoort
fig-head-bottom-known = Bekende cijfers
fig-guide-bottom = Elk cijfer van de index is apart vergeleken met dat van de andere { $plural } met genoeg inwoners. De gewichten tellen hier niet mee. Een getal op de grens van twee kleuren heeft de sterkste van de twee.
fig-mean = gemiddelde
fig-model = schatting met een model

fig-key = Welke lijn is van wie: { $lines }.
fig-key-area = de dikke lijn is { $name }
fig-key-parent = de dunne lijn is { $name }
fig-key-whole = de stippellijn is { $name }

fig-source = { $count ->
    [one] Bron: { $sources }
   *[other] Bronnen: { $sources }
}

fig-head-class = klasse
fig-head-year = Jaar
fig-head-indicator = Cijfer
fig-head-group = Groep
fig-head-part = Onderdeel
fig-head-weight = Gewicht
fig-head-adds = Voegt toe
fig-head-mean = Gemiddeld
fig-contributions-total = De score
fig-contributions-mean = gemiddelde van de { $plural }
fig-head-interval = Marge
fig-head-counted = Ongeveer hoeveel { $of }
fig-head-counted-any = Ongeveer hoeveel

fig-label = { $name } { $value }
fig-count-of = { $count } { $plural }
fig-legend-good = gunstig
fig-legend-bad = ongunstig
fig-no-data = geen gegevens
fig-no-shapes = Van deze gebieden is geen kaart.
fig-no-numbers = Hiervan zijn geen cijfers bekend.
fig-lack-too-few = te weinig inwoners
fig-lack-count-unknown = aantal inwoners niet bekend
fig-lack-count-secret = aantal inwoners geheim
fig-lack-not-enough = te weinig bekend

fig-guide-judged = Hoe meer de kleur afsteekt tegen de achtergrond, hoe ongunstiger het cijfer.
fig-guide-neutral = Hoe meer de kleur afsteekt tegen de achtergrond, hoe hoger het cijfer.
fig-guide-no-shape = { $count ->
    [one] { $count } { $level } staat niet op de kaart.
   *[other] { $count } { $plural } staan niet op de kaart.
}
fig-guide-distribution = Elke staaf telt de { $plural } met een cijfer tussen de twee streepjes eronder. Van streepje tot streepje is { $step }.
fig-guide-beyond = De laatste staaf telt alles wat daarboven ligt.
fig-beyond = meer
fig-guide-strip = Op de dikke lijn ligt 90 % van de { $plural } met een cijfer: links de lage cijfers, rechts de hoge.
fig-guide-ticks = Elk streepje is een van de { $plural }.
fig-guide-whisker = De streep door het rondje loopt van de onderkant tot de bovenkant van de marge.
fig-guide-everybody = De lange streep is het cijfer van iedereen samen.
fig-guide-whisker-bar = De streep op het eind van een balk loopt van de onderkant tot de bovenkant van de marge.
fig-guide-band = De band om de lijn is de marge: daarin ligt het cijfer waarschijnlijk.
fig-guide-bar = De streep door een punt is de marge: daarop ligt het cijfer waarschijnlijk.
fig-guide-margin-map = Let op de marge: twee { $plural } met een andere kleur kunnen toch gelijk zijn.
fig-guide-axis = De as begint niet bij nul.
fig-guide-gap = Waar de lijn stopt, is geen cijfer bekend.
fig-guide-missing-years = Voor { $years } is er geen cijfer: daar is de lijn onderbroken.
fig-guide-break = Vanaf { $year } is anders gemeten. { $why } Cijfers van daarvoor zijn daarmee niet te vergelijken.
fig-guide-contributions = Elke balk laat zien hoeveel punten een onderdeel aan de score toevoegt. Samen zijn ze de score.
fig-guide-contributions-below = Een balk links van nul maakt de score lager.
fig-guide-contributions-mean = Het streepje is het gemiddelde van alle { $plural } met een score.
fig-guide-contributions-rounded = Door het afronden komt de som net iets anders uit.
fig-guide-low-is-good = Een lage score is gunstig.
fig-guide-high-is-good = Een hoge score is gunstig.
fig-guide-provisional = Een deel van de cijfers is voorlopig.
fig-guide-in-part = Sommige cijfers zijn berekend uit een deel van het gebied, omdat van de rest geen cijfer bekend is.
fig-guide-in-part-of = Berekend uit een deel van het gebied, omdat van de rest geen cijfer bekend is: { $list }.
fig-guide-provisional-lines = Een open rondje is een voorlopig cijfer.
fig-title-people = Inwoners in een { $level } met ‘{ $class }’: { $area }
fig-guide-panel = Dit gaat over de { $count } { $parts } die in al deze jaren te vergelijken zijn.
fig-guide-carried = Bij { $list } telt een cijfer van een eerder jaar mee. Vergelijk die niet met andere jaren.
fig-guide-imputed = Bij { $list } is een cijfer dat niet bekend is, aangevuld met een regel. Vergelijk die niet met andere jaren.
fig-carried-item = { $count ->
    [one] { $count } { $level } ({ $year })
   *[other] { $count } { $plural } ({ $year })
}
fig-event = { $year }: { $event }
fig-event-item = { $event } ({ $year })
fig-events-long = { $count ->
    [one] Grijs vlak: { $list }.
   *[other] Grijze vlakken: { $list }.
}
fig-events = { $count ->
    [one] Verticale streepjeslijn: { $list }.
   *[other] Verticale streepjeslijnen: { $list }.
}

fig-say-range = { $subject }, { $area }, { $period }: van { $low } tot { $high } in de { $count } { $plural } waarvan het cijfer bekend is.
fig-say-extremes = Het laagst is het in { $lowest }, het hoogst in { $highest }.
fig-say-extremes-distance = Het dichtstbij is het in { $lowest }, het verst in { $highest }.
fig-say-same = { $subject }, { $area }, { $period }: { $low } in alle { $count } { $plural } waarvan het cijfer bekend is.
fig-say-one = { $subject }, { $area }: { $value } in { $period }.
fig-say-none = { $subject }, { $area }, { $period }: van geen van de { $plural } bekend.
fig-say-own = Het geheel, { $area }: { $value }.
fig-say-mean = Gemiddeld over alle inwoners ({ $area }): { $value }.
fig-say-unknown = { $count ->
    [one] Van { $count } { $level } is geen cijfer bekend.
   *[other] Van { $count } { $plural } is geen cijfer bekend.
}
fig-say-few = { $count ->
    [one] In { $count } { $level } wonen te weinig mensen voor een cijfer.
   *[other] In { $count } { $plural } wonen te weinig mensen voor een cijfer.
}
fig-say-secret = { $count ->
    [one] Van { $count } { $level } is het cijfer geheim.
   *[other] Van { $count } { $plural } is het cijfer geheim.
}
fig-say-classes = { $count ->
    [one] { $subject }, { $area }, { $period }: { $count } { $level } heeft een score, en valt zo: { $list }.
   *[other] { $subject }, { $area }, { $period }: van de { $count } { $plural } met een score vallen er { $list }.
}
fig-say-class-item = { $count } onder ‘{ $class }’
fig-say-classes-then = { $of ->
    [one] In de { $level } die met { $since } te vergelijken is:
   *[other] Van de { $of } { $plural } die met { $since } te vergelijken zijn:
} { $before } onder ‘{ $class }’ in { $since }, en { $after } in { $period }.
fig-say-line = { $subject }, { $area }: { $before } in { $since } en { $value } in { $period }.
fig-say-line-none = { $subject }, { $area }: niet bekend.
fig-say-groups = { $subject }: { $list }.
fig-say-in = { $area } { $value }
fig-say-others = Ter vergelijking, in { $period }: { $list }.
fig-say-beside = { $left ->
    [0] { $area }: { $list }.
   *[other] { $area }: { $list }. In de tabel staan er nog { $left }.
}
fig-say-beside-none = { $area }: deze cijfers zijn niet bekend.
fig-say-contributions = { $index }, { $area }, { $period }: de score is { $score }. Dat is de som van { $list }.
fig-say-contribution = { $name } ({ $value })
fig-say-contributions-unknown = Te weinig bekend is er over { $list }.
fig-say-contributions-none = { $area }: geen score op ‘{ $index }’ in { $period } ({ $why }).
fig-say-locator = { $area } ligt in { $parent }.
fig-say-locator-whole = { $area }: de omtrek.

## Adressen

slug-areas = gebieden
slug-factsheet = factsheet
slug-indices = indexen
slug-stories = verhalen
slug-method = methode

## Waarom een index niets zegt

outcome-too-few = te weinig inwoners
outcome-count-unknown = aantal inwoners niet bekend
outcome-count-secret = aantal inwoners geheim
outcome-not-enough = niet genoeg bekend

## Een gebied

area-title = { $name } ({ $level }, { $parent })
area-is = { $name } is een { $level } in { $parent }.
area-is-whole = Dit is { $name }, alle gebieden samen.
set-kind = gebied
set-is = { $name } is een { $level } in { $parent }.
set-is-alone = { $name } is een { $level }.
name-in-full = { $definite } { $name }
set-rest = de rest van { $area }
set-share-of = { $share } van de { $unit }
set-share = Dat is { $list } van { $area }.
sets-heading = { $count ->
    [one] Een gebied in { $name } met een eigen pagina
   *[other] Gebieden in { $name } met een eigen pagina
}
inhabitants-known = Er wonen { $count } mensen ({ $year }).
inhabitants-then = In { $year } woonden er { $count } mensen.
inhabitants-none = Er woont niemand ({ $year }).
inhabitants-none-then = In { $year } woonde er niemand.
inhabitants-unknown = Hoeveel mensen er wonen, is niet bekend.
inhabitants-secret = Hoeveel mensen er wonen, is geheim.
sentence-nothing-known = De cijfers van deze site zijn hier niet bekend. Vaak komt dat doordat er niemand of bijna niemand woont.
counted-item = { $name } ({ $value } in { $year })
sentence-counted = Wel geteld: { $list }.
sentence-counted-too = Ook geteld: { $list }.
sentence-better = Dit is hier beter dan in { $whole }: { $list }.
sentence-better-none = Geen van de bekende cijfers is hier duidelijk beter dan in { $whole }.
sentence-better-none-some = { $count ->
    [one] Er is één cijfer dat we met { $whole } kunnen vergelijken en dat beter of minder goed kan zijn. Het is hier niet duidelijk beter.
   *[other] We kunnen { $count } cijfers met { $whole } vergelijken die beter of minder goed kunnen zijn. Daarvan is er hier geen duidelijk beter.
}
sentence-neither = Geen van de bekende cijfers is hier duidelijk beter of minder goed dan in { $whole }.
sentence-neither-some = { $count ->
    [one] Er is één cijfer dat we met { $whole } kunnen vergelijken en dat beter of minder goed kan zijn. Het is hier ongeveer gelijk.
   *[other] We kunnen { $count } cijfers met { $whole } vergelijken die beter of minder goed kunnen zijn. Daarvan is er hier geen duidelijk beter of minder goed.
}
sentence-worse = Dit is hier minder goed dan in { $whole }: { $list }.
sentence-worse-none = Geen van de bekende cijfers is hier duidelijk minder goed dan in { $whole }.
sentence-worse-none-some = { $count ->
    [one] Er is één cijfer dat we met { $whole } kunnen vergelijken en dat beter of minder goed kan zijn. Het is hier niet duidelijk minder goed.
   *[other] We kunnen { $count } cijfers met { $whole } vergelijken die beter of minder goed kunnen zijn. Daarvan is er hier geen duidelijk minder goed.
}
sentence-improved = Dit werd beter: { $list }.
sentence-improved-between = Tussen { $start } en { $end } werd dit beter: { $list }.
sentence-improved-none = Van { $count } cijfers kunnen we zeggen hoe ze veranderden. Daarvan werd er geen duidelijk beter.
sentence-worsened = Dit werd minder goed: { $list }.
sentence-worsened-between = Tussen { $start } en { $end } werd dit minder goed: { $list }.
sentence-worsened-none = Van { $count } cijfers kunnen we zeggen hoe ze veranderden. Daarvan werd er geen duidelijk minder goed.
sentence-changed-none = { $count ->
    [one] Van één cijfer kunnen we zeggen hoe het veranderde. Het werd niet duidelijk beter of minder goed.
   *[other] Van { $count } cijfers kunnen we zeggen hoe ze veranderden. Daarvan werd er geen duidelijk beter of minder goed.
}
changed-item = { $name } ({ $start }–{ $end })
sentence-few = Omdat er minder dan { $least } mensen wonen, zeggen we niet wat hier beter of minder goed is dan in { $whole }: één huishouden meer of minder maakt al veel uit.
sentence-sparse = Over zo weinig mensen wordt bijna niets bekendgemaakt. Daarom zeggen we niet wat hier beter of minder goed is dan elders. Wat wel bekend is, staat in de tabel.
sentence-sparse-empty = Daarom is er bijna niets bekend. Wat wel bekend is, staat in de tabel.
map-one-part = { $name }: hierin ligt maar één { $part }, { $child }.
map-one-class = { $count ->
    [one] In { $area } heeft één { $part } een score, met de klasse ‘{ $class }’ ({ $index }, { $year }).
   *[other] Alle { $parts } met een score in { $area } hebben dezelfde klasse: ‘{ $class }’ ({ $index }, { $year }).
}
map-one-colour = { $name }: in de { $count } { $parts } van { $area } met een cijfer { $same ->
    [yes] is dat { $low }
   *[no] loopt dat van { $low } tot { $high }
} ({ $when }).
sentence-few-unknown = Omdat niet bekend is hoeveel mensen er wonen, zeggen we niet wat hier beter of minder goed is dan in { $whole }.
sentence-few-secret = Omdat het aantal inwoners geheim is, zeggen we niet wat hier beter of minder goed is dan in { $whole }.

## Kompas en signaal

compass-title = Wat is hier sterk?
compass-lead = Wat beter gaat dan in { $whole }.
compass-lead-whole = Wat beter werd.
compass-empty = Geen van de cijfers die we kunnen vergelijken, is hier duidelijk beter dan in { $whole }.
compass-empty-whole = Er is geen cijfer dat duidelijk beter werd.
signal-title = Waar is het moeilijk?
signal-lead = Wat minder goed gaat dan in { $whole }.
signal-lead-whole = Wat aandacht vraagt.
signal-empty = Geen van de cijfers die we kunnen vergelijken, is hier duidelijk minder goed dan in { $whole }.
signal-empty-whole = Er is geen cijfer dat duidelijk slechter werd.
panel-alike = Ongeveer gelijk: { $list }.
panel-alike-whole = Ongeveer gelijk gebleven: { $list }.
panel-more = En nog { $count }: zie de tabel.
panel-more-whole = En nog { $count }: zie de website.
point-beside = { $name }: { $value } (in { $whole }: { $other }).
change-up = { $name }: gestegen van { $from } ({ $start }) naar { $to } ({ $end }).
change-down = { $name }: gedaald van { $from } ({ $start }) naar { $to } ({ $end }).
change-further = { $name }: verder geworden, van { $from } ({ $start }) naar { $to } ({ $end }).
change-nearer = { $name }: dichterbij gekomen, van { $from } ({ $start }) naar { $to } ({ $end }).
change-same = { $name }: ongeveer gelijk gebleven, { $from } ({ $start }) en { $to } ({ $end }).
change-unusual = Let op: { $year } was geen gewoon jaar ({ $event }).
index-class = { $index }: klasse ‘{ $class }’ ({ $year }).
index-without-domains = { $count ->
    [one] { $list } telt
   *[other] { $list } tellen
 } niet mee, want daarover is te weinig bekend: de score gaat over { $share } van het gewicht.
index-too-few = { $index }: geen score, want er wonen te weinig mensen.
index-nobody = { $index }: geen score, want er woont niemand.
index-count-unknown = { $index }: geen score, want het is niet bekend hoeveel mensen er wonen.
index-count-secret = { $index }: geen score, want het aantal inwoners is geheim.
index-not-enough = { $index }: geen score, want er is niet genoeg bekend.
index-people = { $share } van de inwoners woont in een { $level } met de klasse ‘{ $class }’ ({ $index }, { $year }).
index-no-verdict = Deze index zegt niet of het hier goed of slecht gaat.
index-people-beside-scored = Van de inwoners van wie de { $level } een score heeft, woont { $share } in een { $level } met de klasse ‘{ $class }’ ({ $index }, { $year }); in { $whole } is dat { $other }.
index-people-beside = { $share } van de inwoners woont in een { $level } met de klasse ‘{ $class }’ ({ $index }, { $year }); in { $whole } is dat { $other }.
index-people-none = Niemand woont in een { $level } met de klasse ‘{ $class }’ ({ $index }, { $year }).
index-people-few = { $index }, { $year }: van te weinig { $parts } is een score bekend.
index-people-none-scored = Niemand van de inwoners van wie de { $level } een score heeft, woont in een { $level } met de klasse ‘{ $class }’ ({ $index }, { $year }).
index-people-scored = Van de inwoners van wie de { $level } een score heeft, woont { $share } in een { $level } met de klasse ‘{ $class }’ ({ $index }, { $year }).
since-class = In { $year } was dat ‘{ $class }’.
since-class-chance = In { $year } was dat ‘{ $class }’; dat verschil kan toeval zijn.
since-unsure = De score heeft een marge: een andere klasse is ook mogelijk.
since-unsure-parts = Niet van alle { $parts } staat de klasse vast, want de scores hebben een marge.
since-same = In { $year } was dat ook zo.
since-class-points = In { $year } was dat ‘{ $class }’; de score { $way ->
    [up] steeg van { $from } naar { $to }
    [down] daalde van { $from } naar { $to }
    [chance] ging van { $from } naar { $to }, maar dat kan toeval zijn
   *[none] bleef ongeveer gelijk
} ({ $good ->
    [low] laag is gunstig
   *[high] hoog is gunstig
}).
since-same-points = In { $year } was dat ook zo; de score { $way ->
    [up] steeg van { $from } naar { $to }
    [down] daalde van { $from } naar { $to }
    [chance] ging van { $from } naar { $to }, maar dat kan toeval zijn
   *[none] bleef ongeveer gelijk
} ({ $good ->
    [low] laag is gunstig
   *[high] hoog is gunstig
}).
since-position = Dat zegt hoe het hier was naast de andere { $parts } van dat jaar, niet of het beter of slechter werd.
since-position-parts = Dat zegt hoe de { $parts } hier ervoor stonden naast de andere { $parts } van dat jaar, niet of het beter of slechter werd.
since-other = Met { $year } is dat niet te vergelijken: toen waren niet dezelfde cijfers bekend.
since-carried-then = Met { $year } is dat niet te vergelijken: toen telde een ouder cijfer mee.
since-carried = { $count ->
    [one] Hierin telt een ouder cijfer mee, omdat er geen nieuwer is: { $list }. Daarom zeggen we niet wat er veranderde.
   *[other] Hierin tellen oudere cijfers mee, omdat er geen nieuwere zijn: { $list }. Daarom zeggen we niet wat er veranderde.
}
since-imputed = { $count ->
    [one] Hierin is één cijfer aangevuld dat niet bekend is: { $list }. Daarom zeggen we niet wat er veranderde.
   *[other] Hierin zijn cijfers aangevuld die niet bekend zijn: { $list }. Daarom zeggen we niet wat er veranderde.
}
since-imputed-then = Met { $year } is dat niet te vergelijken: toen was een cijfer niet bekend en is het aangevuld.
since-carried-item = ‘{ $name }’ van { $year }
since-people = { $count ->
    [one] In de ene { $part } (van de { $all }) die met { $start } te vergelijken is: { $before } in { $start }, { $after } in { $end }.
   *[other] In de { $count } { $parts } (van de { $all }) die met { $start } te vergelijken zijn: { $before } in { $start }, { $after } in { $end }.
}
since-people-all = In { $start } was het in { $area } { $before }.

## Vergelijken

compared-higher = hoger dan in { $list }
compared-lower = lager dan in { $list }
compared-of-others = niet vergeleken: het zijn er meer dan er mensen wonen
compared-further = verder dan in { $list }
compared-nearer = dichterbij dan in { $list }
compared-same = ongeveer gelijk aan { $list }
compared-with = { $area } ({ $value })
between = tussen { $lower } en { $upper }
answered = { $number ->
    [one] 1 mens vulde de vragenlijst in
   *[other] { $count } mensen vulden de vragenlijst in
}
measured-of = { $number ->
    [one] uit 1 meting
   *[other] uit { $count } metingen
}
people-of = ongeveer { $part } van de { $whole }
mark-better = beter
mark-worse = minder goed
mark-higher = hoger
mark-lower = lager
mark-further = verder
mark-nearer = dichterbij
mark-same = ongeveer gelijk
note-model = schatting met een model
note-estimate = schatting
note-provisional = voorlopig
note-crosswalked = geschat: omgerekend naar de grenzen van nu
note-merged = samengeteld uit de gebieden van toen
note-from-parts = berekend uit de { $parts }
note-from-some-parts = berekend uit { $known } van de { $all } { $parts }
note-on-other = { $area }: { $note }

## Hoofdstukken

heading-better = { $theme }: beter dan in { $whole }
heading-worse = { $theme }: minder goed dan in { $whole }
heading-mixed = { $theme }: deels beter, deels minder goed dan in { $whole }
heading-same = { $theme }: ongeveer als in { $whole }
heading-different = { $theme }: anders dan in { $whole }
heading-improved = { $theme }: het werd beter
heading-worsened = { $theme }: het werd minder goed
heading-both-ways = { $theme }: deels beter, deels minder goed dan eerst
heading-within = Hoe is het verdeeld binnen { $name }?
within-extent = Van de mensen in { $name } woont { $tenth } in de minst gunstige 10 % van alle { $parts } ({ $year }).
within-none = Niemand in { $name } woont in de minst gunstige 10 % van alle { $parts } ({ $year }).
within-extent-scored = Van de mensen in { $name } van wie de { $part } een score heeft, woont { $tenth } in de minst gunstige 10 % van alle { $parts } met een score ({ $year }).
within-none-scored = Van de mensen in { $name } van wie de { $part } een score heeft, woont niemand in de minst gunstige 10 % van alle { $parts } met een score ({ $year }).
within-pockets = Gemiddeld hoort { $name } bij de gunstigste helft. Toch { $count ->
    [one] heeft 1
   *[other] hebben { $count }
 } van de { $all } { $parts } met een score de klasse ‘{ $class }’.
heading-contributions = Waaruit bestaat deze score?
contributions-worse = Ongunstiger dan gemiddeld over alle { $parts }: { $list }.
contributions-better = Gunstiger dan gemiddeld over alle { $parts }: { $list }.
contributions-rest = { $count ->
    [one] nog 1 onderdeel
   *[other] nog { $count } onderdelen
 }
chapter-fact = { $name }: { $value }, { $compared }.
chapter-fact-alone = { $name }: { $value }.
group-all = iedereen
groups-kicker = Naar { $by }
groups-different = { $name }: verschil naar { $by }
groups-alike = { $name }: weinig verschil naar { $by }
groups-plain = { $name } naar { $by }
groups-all = { $name } in { $year }, alle groepen samen: { $value }.
groups-all-unknown = { $name } in { $year }: van alle groepen samen is het cijfer niet bekend.
groups-lower = Het is lager bij { $groups }.
groups-higher = Het is hoger bij { $groups }.
groups-nearer = Het is dichterbij voor { $groups }.
groups-further = Het is verder voor { $groups }.
groups-same = Het is ongeveer gelijk bij { $groups }.
groups-values = Per groep: { $groups }.
groups-item = { $people } ({ $value })
groups-against-higher = Bij { $one } is het { $difference } hoger dan bij { $other }.
groups-against-lower = Bij { $one } is het { $difference } lager dan bij { $other }.
groups-against-further = Voor { $one } is het { $difference } verder dan voor { $other }.
groups-against-nearer = Voor { $one } is het { $difference } dichterbij dan voor { $other }.
groups-against-same = Tussen { $one } en { $other } is geen duidelijk verschil.
groups-model = Dit zijn schattingen van een model. Of de groepen hier echt verschillen, is niet gemeten.

## De delen van een gebied

children-heading = { $count ->
    [one] { $name } heeft één { $part }
   *[other] { $name }: de { $count } { $parts }
 }
count-of-parts = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 }

## De tabel van een gebied

table-caption = Alle cijfers: { $name }
table-indicator = Cijfer
table-period = Jaar
table-compared = Vergeleken met { $whole }
table-all-provisional = { $count ->
    [0] Alle cijfers zijn voorlopig.
   *[other] Alle cijfers zijn voorlopig, behalve { $list }.
 }
table-all-noted = { $count ->
    [0] Alle cijfers: { $note }.
   *[other] Alle cijfers: { $note }, behalve { $list }.
 }

## Wat de cijfers niet zeggen

caveat-area = De cijfers gaan over een gebied. Ze zeggen niets over één persoon die er woont.
caveat-unknown = { $unknown ->
    [one] Van de { $all } cijfers is er 1 hier niet bekend.
   *[other] Van de { $all } cijfers zijn er { $unknown } hier niet bekend.
 }
absent-missing = Niet bekend: { $list }.
absent-suppressed = Geheim: { $list }.
absent-too-few = Te weinig inwoners voor een cijfer: { $list }.
absent-impossible = Niet van toepassing: { $list }.
caveat-model = Een schatting met een model is hier niet gemeten, maar berekend uit andere kenmerken. Wat hier bijzonder is, kan het model missen.
caveat-model-change = Van een schatting met een model staat er niet bij hoe zij verandert: dat kan aan het model liggen.
caveat-of-others = Er zijn hier meer { $list } dan mensen die er wonen. Zo’n cijfer gaat vooral over wie er komt en niet over wie er woont. Daarom vergelijken we het niet.
caveat-survey = Een cijfer uit een enquête heeft een marge: een klein verschil kan toeval zijn.
caveat-interval = Een cijfer met een marge is niet bij iedereen gemeten. Het ligt waarschijnlijk tussen de twee getallen die erbij staan. Een verschil dat kleiner is dan de marge kan toeval zijn; dat noemen we geen verschil.
caveat-provisional = Voorlopige cijfers kunnen nog veranderen.
caveat-crosswalked = De grenzen van dit gebied zijn veranderd. Sommige cijfers van eerdere jaren zijn daarom geschat: ze zijn omgerekend naar de grenzen van nu.
caveat-merged = De grenzen van dit gebied zijn veranderd. Sommige cijfers van eerdere jaren zijn daarom samengeteld uit de gebieden van toen.
caveat-from-parts = Waar geen cijfer over dit gebied zelf bestaat, is het berekend uit de delen.
caveat-set = Dit gebied is samengesteld uit delen, en de cijfers zijn daaruit berekend. Wat niet uit delen te berekenen is, zoals een mediaan, staat er niet bij.
caveat-nearly-all = In een klein deel van dit gebied zijn sommige cijfers niet bekend. Daar woont hooguit 2 % van de mensen. Voor het cijfer van het hele gebied maakt dat weinig uit.
caveat-same = ‘Ongeveer gelijk’ betekent: het verschil is kleiner dan de grens die op de methodepagina staat, of het kan toeval zijn.
caveat-same-margin = ‘Ongeveer gelijk’ betekent: het verschil valt binnen de marge. Heeft een cijfer geen marge, dan is het verschil kleiner dan de grens op de methodepagina, of kan het toeval zijn.
caveat-index = Een index vat veel cijfers samen. Hij zegt waar de score hoog of laag is, niet waarom.
caveat-index-loose = De onderdelen van ‘{ $index }’ hangen weinig samen. Kijk daarom vooral naar elk onderdeel apart.

## Een index

index-scored = In { $year } hebben { $scored } van de { $all } { $parts } een score.
index-scored-all = In { $year } hebben alle { $all } { $parts } een score.
index-without-few = { $count ->
    [one] { $count } { $part } heeft te weinig inwoners voor een score.
   *[other] { $count } { $parts } hebben te weinig inwoners voor een score.
 }
index-without-count = { $count ->
    [one] Van { $count } { $part } is het aantal inwoners niet bekend.
   *[other] Van { $count } { $parts } is het aantal inwoners niet bekend.
 }
index-without-secret = { $count ->
    [one] Van { $count } { $part } is het aantal inwoners geheim.
   *[other] Van { $count } { $parts } is het aantal inwoners geheim.
 }
index-without-known = { $count ->
    [one] Over { $count } { $part } is niet genoeg bekend.
   *[other] Over { $count } { $parts } is niet genoeg bekend.
 }
index-moves = Tussen { $start } en { $end } zijn { $which ->
    [all] alle { $all }
   *[some] { $count } van de { $all }
 } { $parts } te vergelijken. Daarvan { $better ->
    [0] kwam er geen
    [one] kwam er 1
   *[other] kwamen er { $better }
 } in een gunstiger klasse en { $worse ->
    [0] geen enkele
   *[other] { $worse }
 } in een minder gunstige; { $same ->
    [one] 1 bleef in dezelfde.
   *[other] { $same } bleven in dezelfde.
 }
index-moves-chance = { $moved ->
    [one] Bij de ene die van klasse wisselde, kan dat toeval zijn.
   *[other] Van de { $moved } die van klasse wisselden, kan dat bij { $count } toeval zijn.
 }
index-others = Niet te vergelijken zijn: { $list }.
index-other-no-score = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 } zonder score in een van de jaren
index-other-estimated = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 } met een cijfer dat met een model is geschat
index-other-break = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 } met een cijfer dat anders is gemeten
index-other-carried = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 } met een cijfer van een eerder jaar
index-other-imputed = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 } met een aangevuld cijfer
index-other-indicators = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 } waarvan niet elk jaar dezelfde cijfers bekend zijn
index-left-out = Het jaar { $year } vergelijken we niet met { $end }. { $why }
index-left-no-score = Geen { $part } heeft in beide jaren een score.
index-left-estimated = Met een model geschat en niet gemeten: { $list }.
index-left-break = Sindsdien anders gemeten: { $list }.
index-left-carried = Niet in beide jaren gemeten: { $list }. Dan telt een cijfer van een eerder jaar mee.
index-left-imputed = Niet in beide jaren overal bekend, en dan aangevuld: { $list }.
index-left-indicators = Niet in beide jaren zijn dezelfde cijfers bekend.
index-quoted = ‘{ $name }’
index-estimated = { $count ->
    [one] Let op: voor { $parts } is het cijfer { $list } in deze index geschat met een model en niet gemeten.
   *[other] Let op: voor { $parts } zijn deze cijfers in deze index geschat met een model en niet gemeten: { $list }.
 } Een schatting zegt wat te verwachten is op een plek met zulke bewoners. Er kan hetzelfde in zitten als in andere cijfers van de index.
index-margin = Een deel van de cijfers komt uit een steekproef, zoals een enquête. Daardoor hebben de scores van { $year } een marge: bij de helft van de { $parts } is die { $margin } punt of meer naar boven en naar beneden. De scores lopen van { $lowest } tot { $highest }.
index-margin-classes = Een deel van de cijfers komt uit een steekproef, zoals een enquête. Daardoor hebben de scores van { $year } een marge: bij de helft van de { $parts } is die { $margin } punt of meer naar boven en naar beneden. De scores lopen van { $lowest } tot { $highest }. { $count ->
    [0] Toch staat de klasse van elke { $part } vast.
    [one] Bij 1 van de { $scored } { $parts } is daardoor ook een andere klasse mogelijk.
   *[other] Bij { $count } van de { $scored } { $parts } is daardoor ook een andere klasse mogelijk.
 }
index-loose = De onderdelen van ‘{ $index }’ hangen te weinig samen om één ding te meten (Cronbachs alfa is { $alpha }; vaak geldt pas { $enough } als genoeg). Kijk daarom vooral naar elk onderdeel apart.
index-carried = In de score van { $year } van { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 } telt een ouder cijfer mee: { $list }.
index-caution-position = Elk jaar is apart bekeken. Een andere klasse zegt dat de plaats tussen de andere { $parts } veranderde, niet dat het er beter of slechter ging.
index-caution-classes = De score loopt niet gelijk op met de cijfers. Daarom staat er alleen bij welke klasse een { $part } heeft, en niet hoeveel punten er veranderden.
index-caution-period = Alle jaren zijn vergeleken met { $year }. Een andere keuze van dat jaar kan andere klassen geven.
index-caution-pooled = Alle jaren zijn samen bekeken. Komt er een jaar bij, dan kunnen ook klassen van eerdere jaren veranderen.
index-people-other-year = Van { $years } is niet bekend hoeveel mensen er woonden. We rekenen dan met de inwoners van een ander jaar.
index-periods-people = Het aantal { $parts } per klasse, met het deel van de inwoners dat er woont (over de { $count } { $parts } die in al deze jaren te vergelijken zijn)
index-periods-areas = Het aantal { $parts } per klasse (over de { $count } { $parts } die in al deze jaren te vergelijken zijn)
classes-caption = De klassen, en wie er woont (alleen { $parts } met een score)
domains-caption = Waaruit de index bestaat
index-bottom = Waar komt veel samen?
bottom-some = Bij { $count } van de { $known } bekende cijfers van ‘{ $index }’ hoort dit gebied bij de ongunstigste 25 % van de { $parts }: { $list }.
bottom-more = nog { $count }
bottom-none = Bij geen van de { $known } bekende cijfers van ‘{ $index }’ hoort dit gebied bij de ongunstigste 25 % van de { $parts }.
index-speeds = Komen de { $parts } dichter bij elkaar?
speeds-catching-up = Ja: tussen { $start } en { $end } liepen de { $parts } met de minst gunstige scores in op die met de gunstigste. Dat geldt hoe we ze ook kiezen, en het verschil is groter dan door toeval te verwachten is.
speeds-lagging = Nee: tussen { $start } en { $end } raakten de { $parts } met de minst gunstige scores verder achter op die met de gunstigste. Dat geldt hoe we ze ook kiezen, en het verschil is groter dan door toeval te verwachten is.
speeds-same = Het verschil bleef gelijk: tussen { $start } en { $end } veranderden de { $parts } met de minst gunstige en met de gunstigste scores even snel. Dat geldt hoe we ze ook kiezen.
speeds-none = Dat is niet te zeggen. Of { $parts } met een ongunstige score tussen { $start } en { $end } inliepen of achterbleven, hangt af van hoe we ze kiezen, of is misschien toeval.
speeds-spread = Hoe ver de scores uit elkaar liggen (de standaardafwijking): { $list }.
speeds-spread-item = { $value } in { $year }
speeds-how = We delen de { $count } { $parts } die te vergelijken zijn drie keer in: naar de score van { $start }, naar die van { $end } en naar het gemiddelde van beide. Worden de groepen aan het begin gekozen, dan gaan ze alleen al door toeval naar elkaar toe. Aan het eind gekozen gaan ze uit elkaar. Daarom trekken we alleen een conclusie als het drie keer hetzelfde is.
speeds-caution = Dit gaat over de { $part }, niet over dezelfde mensen: mensen verhuizen.
speeds-caption = Hoeveel punten de score gemiddeld veranderde tussen { $start } en { $end }.
speeds-head-group = Groep
speeds-head-start = Gekozen naar { $start }
speeds-head-end = Gekozen naar { $end }
speeds-head-mean = Gekozen naar beide
speeds-worst = Minst gunstige vijfde deel
speeds-middle = Daartussen
speeds-best = Gunstigste vijfde deel
speeds-difference = Verschil tussen minst gunstig en gunstigst (met marge)
index-compared = Wat gaat samen met deze index?
compare-read = We houden andere cijfers naast de index: zijn ze hoog of laag in dezelfde { $parts } als de score? Bij 1 of −1 gaan ze precies samen op of juist tegen elkaar in, bij 0 zit er geen lijn in.
compare-caution = Dit gaat over { $parts }, niet over mensen: wat voor een { $part } geldt, geldt niet voor iedereen die er woont. En dat twee dingen samengaan, betekent niet dat het ene door het andere komt.
compare-caption = Hoe de score van { $year } per { $part } samengaat met andere cijfers (correlatie)
compare-head-words = In woorden
compare-head-correlation = Samenhang
compare-head-ranks = Naar rang
compare-head-areas = Aantal { $parts }
compare-by-people = { $name } (elke inwoner telt even zwaar)
compare-way = { $strength }: waar de score hoger is, is dit cijfer vaak { $way ->
    [up] hoger
   *[down] lager
 }
compare-way-weak = zwak: waar de score hoger is, is dit cijfer net iets vaker { $way ->
    [up] hoger
   *[down] lager
 }
compare-moderate = matig
compare-strong = sterk
compare-none = geen verband
compare-too-few = van te weinig { $parts } bekend
compare-inside = Let op: { $name } telt zelf mee in de index. Dat het met de score samengaat, spreekt dus vanzelf.
compare-overlaps = Let op: { $name } en de index meten voor een deel hetzelfde. { $why }
compare-estimated = Let op: { $name } is hier geschat met een model en niet gemeten. Zo’n model rekent met kenmerken die ook in de index kunnen zitten. De samenhang kan daarvandaan komen.
index-coherence = Passen de onderdelen bij elkaar?
coherence-lead = { $count ->
    [one] Dit gaat over de { $part } met een score in { $year }.
   *[other] Dit gaat over de { $count } { $parts } met een score in { $year }.
 } Waar een onderdeel niet bekend is, telt het gebied bij dat onderdeel niet mee. Bij 1 gaan twee onderdelen precies samen op en neer. Bij 0 zit er geen lijn in. Bij −1 is het ene laag waar het andere hoog is. Alle cijfers zijn zo gedraaid dat ze dezelfde kant op wijzen.
coherence-alpha = Cronbachs alfa van de domeinen is { $alpha }. Die zegt hoe goed de domeinen samen één ding meten: hoe dichter bij 1, hoe beter. Vaak noemt men { $enough } of meer genoeg.
coherence-own-way = Een domein dat een eigen weg gaat, is niet fout: het zegt iets wat de andere domeinen niet zeggen.
coherence-against = { $one } en { $other } werken elkaar tegen ({ $r }).
coherence-double = { $one } en { $other } zeggen bijna hetzelfde ({ $r }).
coherence-opposite = { $one } en { $other } zijn bijna elkaars spiegelbeeld ({ $r }).
coherence-against-means = Werken twee onderdelen elkaar tegen, dan is het ene vaak gunstig waar het andere ongunstig is. In de score heffen ze elkaar voor een deel op.
coherence-double-means = Zeggen twee onderdelen bijna hetzelfde, dan telt wat ze allebei meten zwaarder mee dan de gewichten laten zien.
coherence-more-flags = { $count ->
    [one] Voor nog 1 paar geldt zoiets ook.
   *[other] Voor nog { $count } paren geldt zoiets ook.
 }
coherence-no-flags = Geen twee onderdelen werken elkaar duidelijk tegen, en geen twee zeggen bijna hetzelfde.
coherence-open = De samenhang in getallen
coherence-domains-caption = Samenhang van de domeinen, met elkaar en met de score (correlatie, { $year })
coherence-indicators-caption = Samenhang van de cijfers, met hun domein en met de score (correlatie, { $year })
coherence-head-domain = Domein
coherence-head-score = Met de score
coherence-head-score-ranks = Met de score, naar rang
coherence-head-alpha = Alfa van de cijfers erin
coherence-head-own = Met het domein
index-sure = Hoe zeker is de volgorde?
sure-lead = Bij een index zijn keuzes nodig die ook anders hadden gekund. Daarom is deze index { $runs } keer opnieuw berekend met andere keuzes: { $list }.
sure-weights = elk gewicht tot { $share } hoger of lager
sure-normalise = { $count } manieren om cijfers vergelijkbaar te maken
sure-aggregate = { $count } soorten gemiddelde
sure-impute = { $count } manieren om aan te vullen wat niet bekend is
sure-drop = { $count ->
    [one] in de helft van de berekeningen één cijfer weggelaten
   *[other] in de meeste berekeningen ({ $count } van elke { $of }) één cijfer weggelaten
 }
sure-shift = { $count ->
    [one] Voor de { $part } met een score in { $year } laten we van alle uitkomsten de 5 % hoogste en de 5 % laagste plaatsen weg.
   *[other] Voor elk van de { $count } { $parts } met een score in { $year } laten we van alle uitkomsten de 5 % hoogste en de 5 % laagste plaatsen weg.
 } { $places ->
    [0] Bij ten minste de helft blijft er dan maar één plaats over.
    [one] Bij ten minste de helft schelen de hoogste en de laagste plaats dan niet meer dan 1.
   *[other] Bij ten minste de helft schelen de hoogste en de laagste plaats dan niet meer dan { $places }.
 }
sure-worst = { $count ->
    [one] In { $year } is er 1 { $part } met de klasse ‘{ $class }’.
   *[other] In { $year } zijn er { $count } { $parts } met de klasse ‘{ $class }’.
 } { $firm ->
    [0] Geen daarvan hoort in ten minste 95 % van de berekeningen bij { $count ->
        [one] de minst gunstige plaats.
       *[other] de { $count } minst gunstige plaatsen.
     }
   *[other] Daarvan { $firm ->
        [one] hoort er 1
       *[other] horen er { $firm }
     } in ten minste 95 % van de berekeningen bij { $count ->
        [one] de minst gunstige plaats.
       *[other] de { $count } minst gunstige plaatsen.
     }
 }
sure-not-margin = Dit gaat over de keuzes bij het maken van de index. Hoe precies de cijfers zelf zijn gemeten, zit er niet in: dat is de marge van de cijfers.
sure-most = Het meest hangt de volgorde af van { $choice }.
sure-none = Geen van die keuzes verandert iets aan de volgorde.
sure-choice-weights = de gewichten
sure-choice-normalise = de manier om cijfers vergelijkbaar te maken
sure-choice-aggregate = de soort gemiddelde
sure-choice-impute = de manier van aanvullen
sure-choice-drop = het weglaten van één cijfer
sure-table = De tabel zegt welk deel van de verschillen tussen de berekeningen bij een keuze hoort (methode van Sobol). Wat keuzes samen doen, telt bij elk van die keuzes mee. Daarom kan de laatste kolom samen meer dan 100 % zijn.
sure-caption = Waar de volgorde van afhangt (schatting uit { $samples } steekproeven)
sure-head-choice = Keuze
sure-head-own = Alleen door deze keuze
sure-head-total = Ook samen met andere keuzes
sure-place = Met andere keuzes komt dit gebied meestal op plaats { $low } tot en met { $high } van { $of } (1 is het minst gunstig; in 90 % van { $runs } berekeningen). De middelste uitkomst is { $median }.
sure-place-same = Met andere keuzes blijft dit gebied meestal op plaats { $low } van { $of } (1 is het minst gunstig; in 90 % van { $runs } berekeningen).
index-without = Wat als één onderdeel er niet in zat?
without-lead = Hier laten we elk onderdeel om de beurt weg. Zijn gewicht gaat dan naar de andere onderdelen van dezelfde laag. De tabel zegt hoeveel de volgorde van de { $count } { $parts } met een score in { $year } dan verandert: bij een rangcorrelatie (Spearman) van 1 blijft die precies gelijk.
without-most = { $part } maakt het meeste uit: zonder dat onderdeel verschuiven { $parts } gemiddeld { $mean } plaatsen.
without-least = { $part } maakt het minste uit: zonder dat onderdeel verschuiven ze gemiddeld { $mean } plaatsen.
without-most-alike = De onderdelen maken ongeveer evenveel uit: zonder een ervan verschuiven { $parts } gemiddeld { $one ->
    [yes] { $mean }
   *[no] { $fewest } tot { $mean }
} plaatsen.
without-within-most = Van de cijfers en andere onderdelen binnen de domeinen maakt { $part } het meeste uit (gemiddeld { $mean } plaatsen).
without-within-least = Daarvan maakt { $part } het minste uit (gemiddeld { $mean } plaatsen).
without-within-most-alike = De cijfers en andere onderdelen binnen de domeinen maken ongeveer evenveel uit (gemiddeld { $one ->
    [yes] { $mean }
   *[no] { $fewest } tot { $mean }
} plaatsen).
without-in-both = Zonder sommige onderdelen is over sommige { $parts } te weinig bekend, of over andere juist genoeg. Wat de tabel over plaatsen en klassen zegt, gaat over de { $parts } met een score met én zonder het onderdeel; hun plaatsen zijn die onder elkaar.
without-means = Een onderdeel dat weinig verandert, is niet zonder waarde. Vaak zegt het hetzelfde als andere onderdelen, of weegt het weinig mee.
without-open = Wat als één onderdeel binnen een domein er niet in zat?
without-caption = De index zonder elk van de onderdelen ({ $year })
without-caption-within = De index zonder elk onderdeel binnen de domeinen ({ $year })
without-head-order = Rangcorrelatie
without-head-class = In een andere klasse: { $parts }
without-head-people = In een andere klasse: inwoners
without-head-mean = Plaatsen, gemiddeld
without-head-largest = Plaatsen, hoogstens
without-head-lost = Score kwijt: { $parts }
without-head-gained = Score erbij: { $parts }
without-moved = { $distance } ({ $area }, van { $from } naar { $to })
without-moved-no-ranks = { $distance } ({ $area })
slug-weights = gewichten
try-link = Probeer zelf andere gewichten
try-page = Andere gewichten proberen: { $index }
try-title = Probeer zelf andere gewichten
try-lead = Hoe zwaar elk domein meetelt in ‘{ $index }’ is een keuze. Kies hier andere gewichten, en zie meteen wat er met de volgorde van de { $parts } in { $year } gebeurt.
try-play = Dit is uitproberen, en geen publicatie: de index zelf verandert er niet door.
try-scripts = Om gewichten te proberen, moet JavaScript in uw browser aanstaan. Zonder JavaScript staat hieronder wat gelijke gewichten doen, en wat er gebeurt zonder een van de onderdelen.
try-scripts-equal = Om gewichten te proberen, moet JavaScript in uw browser aanstaan. Zonder JavaScript staat hieronder wat er gebeurt zonder een van de onderdelen.
try-weights = Gewichten
try-hint = Achter elk gewicht staat voor welk deel het meetelt: samen altijd 100 %. Het adres van deze pagina onthoudt uw keuze, zodat u die kunt delen.
try-reset = Zet de gewichten van de index terug
try-equal = Geef elk domein hetzelfde gewicht
try-search = Zoek een { $part }
try-outcome = Wat verandert er?
try-correlation = Rangcorrelatie met de index
try-distance = Gemiddelde verschuiving, in plaatsen
try-of = { $n } van { $of }
try-picked = Gekozen { $part }
try-area = Gebied
try-before = Plaats in de index
try-after = Plaats met deze gewichten
try-move = Verschuiving, in plaatsen
try-to-worse = { $n } naar de ongunstige kant
try-to-better = { $n } naar de gunstige kant
try-class = Klasse
try-class-before = Klasse in de index
try-class-after = Klasse met deze gewichten
try-worse = Schuiven het meest naar de ongunstige kant
try-better = Schuiven het meest naar de gunstige kant
try-first = Plaats 1 is de minst gunstige.
try-order = Bij een rangcorrelatie (Spearman) van 1 is de volgorde precies gelijk.
try-published = De gewichten van de index
try-loading = De cijfers worden geladen.
try-failed = De cijfers kunnen niet worden geladen.
try-nothing = Geef ten minste één domein een gewicht.
try-none = geen score
try-key = gebied
explain-score = { $area } ({ $code }) heeft in { $year } op ‘{ $index }’ de score { $score }: rang { $rank } van { $of }{ $shared ->
    [yes] {" "}(een gedeelde plaats)
   *[no] {""}
 }, waarin 1 het minst gunstig is.
explain-class = De klasse is ‘{ $class }’.
explain-known = Van het gewicht van alle cijfers is { $share } bekend.
explain-sum = De score is de som van wat de domeinen bijdragen.
explain-margin = { $unsure ->
    [yes] De score heeft een marge van { $margin } naar boven en naar beneden, omdat cijfers erin uit een steekproef komen. Een andere klasse is ook mogelijk.
   *[no] De score heeft een marge van { $margin } naar boven en naar beneden, omdat cijfers erin uit een steekproef komen.
 }
explain-none = { $area } ({ $code }) heeft in { $year } geen score op ‘{ $index }’: { $why }.
explain-above = { $area } ({ $code }) bestaat op ‘{ $index }’ uit { $parts } { $plural }. In { $year } hebben er { $scored } een score.
explain-above-mean = De gemiddelde score, naar inwoners gewogen, is { $mean }; de scores lopen van { $lowest } tot { $highest }.
explain-above-rank = De gemiddelde rang is { $rank } van { $of }, waarin 1 het minst gunstig is. In de minst gunstige { $plural }, waar een tiende van de inwoners woont, is hij { $local }.
explain-above-extent = Van de inwoners woont { $tenth } in de minst gunstige 10 % van de { $plural }. Telt wie in de minst gunstige 30 % woont steeds minder mee, dan is het { $extent }.
explain-above-pockets = Hoewel het geheel in de gunstige helft ligt, { $pockets ->
    [one] hoort hier tot de minst gunstige: 1 { $part }.
   *[other] horen hier tot de minst gunstige: { $pockets } { $plural }.
 }
explain-without = { $moves ->
    [yes] Zonder { $part }: plaats
   *[no] Zonder { $part }: nog steeds plaats
 } { $rank } van { $of }{ $shared ->
    [yes] {" "}(een gedeelde plaats)
   *[no] {""}
 }{ $moves ->
    [yes] {" "}in plaats van { $published }
   *[no] {""}
 }{ $fewer ->
    [yes] {" "}({ $before } onder de { $of } met in beide een score)
   *[no] {""}
 }{ $class ->
    [none] {""}
    [same] , in dezelfde klasse
   *[other] , in de klasse ‘{ $label }’
 }.
explain-without-none = Zonder { $part }: geen score.
explain-domain = Domein of cijfer
explain-weight = Gewicht
explain-domain-score = Score
explain-adds = Draagt bij
explain-value = Waarde
explain-eligible = ‘{ $indicator }’ is daar { $count }. Voor een score is ten minste { $least } nodig.
explain-eligible-unknown = Voor een score is ten minste { $least } nodig voor ‘{ $indicator }’.
explain-enough = Van het gewicht van alle cijfers is { $known } bekend met een gemeten getal. In elke laag is ten minste { $needed } van het gewicht nodig.
explain-lacking = Niet bekend: { $list }.
explain-by = Vergelijkbaar gemaakt met
explain-absent = Het gewicht van wat niet bekend is, gaat naar de andere onderdelen van dezelfde laag.
explain-by-mean = gemiddelde { $mean }, standaardafwijking { $deviation }
explain-by-ends = van { $low } tot { $high }
explain-by-standard = tegenover { $standard }
explain-by-rank = rang onder { $count }
explain-counts = telt als { $value }
explain-turned = omgedraaid
explain-source = Bron
explain-imputed = { $value }, aangevuld
part-turned = { $name } ({ $good ->
    [low] laag
   *[high] hoog
 } is goed)

## De methode

method-eligible = Alleen { $parts } met ten minste { $least } tellen mee. De andere krijgen geen score en geen klasse.
method-sparse = { $name } is niet voor alle { $parts } bekend en doet toch mee. { $why }
method-shrunk = Bij { $list } trekken we de cijfers van { $parts } met weinig mensen naar het cijfer van { $around }: hoe minder mensen, hoe meer. Zo bepaalt het toeval minder.
method-divided = { $name } wordt gedeeld door { $by }.
method-divided-times = { $name } wordt gedeeld door { $by } en maal { $times } gedaan.
method-impute-parent = Is een cijfer van een { $part } niet bekend, dan telt dat van het gebied eromheen: { $list }. Zo’n cijfer is aangevuld en dat staat erbij.
method-impute-earlier = Is een cijfer van een { $part } niet bekend, dan telt het laatste cijfer van een eerder jaar: { $list }. Zo’n cijfer is aangevuld en dat staat erbij.
method-impute-all = Is een cijfer van een { $part } niet bekend, dan telt { $middle ->
    [median] het middelste cijfer
   *[mean] het gemiddelde
 } van alle { $parts }: { $list }. Zo’n cijfer is aangevuld en dat staat erbij.
method-impute-level = Is een cijfer van een { $part } niet bekend, dan telt { $middle ->
    [median] het middelste cijfer
   *[mean] het gemiddelde
 } van de { $parts } in { $around }: { $list }. Zo’n cijfer is aangevuld en dat staat erbij.
method-impute-grouping = Is een cijfer van een { $part } niet bekend, dan telt { $middle ->
    [median] het middelste cijfer
   *[mean] het gemiddelde
 } van de { $parts } in dezelfde groep (‘{ $grouping }’): { $list }. Zo’n cijfer is aangevuld en dat staat erbij.
method-outliers = Een paar uitschieters mogen niet alles bepalen{ $which ->
    [all] {"."} Is een cijfer
   *[some] {":"} bij { $list }. Is zo’n cijfer
 } te scheef verdeeld (scheefheid van { $skew } of meer en kurtosis van { $kurtosis } of meer), dan krijgen de uiterste { $parts }, { $count ->
    [0] geen enkele,
    [one] ten hoogste één,
   *[other] ten hoogste { $count },
 } de waarde van de eerstvolgende.{ $then ->
    [log] {" "}Is dat niet genoeg, dan nemen we in plaats daarvan de logaritme van het cijfer.
   *[nothing] {""}
 }
method-log-asked = Een paar uitschieters mogen niet alles bepalen. Daarom nemen we de logaritme van { $which ->
    [all] elk cijfer
   *[some] { $list }
 }.
method-winsorised = { $name }: { $count ->
    [one] één waarde is
   *[other] { $count } waarden zijn
 } naar de eerstvolgende gebracht.
method-log = Van deze cijfers is de logaritme genomen, ln(x − min + 0,01 · (max − min)): { $list }.
method-log-mirrored = Bij deze cijfers liggen de laagste waarden ver van alle andere. De logaritme is van die kant genomen, −ln(max − x + 0,01 · (max − min)): { $list }.
method-uneven = Daarna zijn deze cijfers nog steeds scheef verdeeld. Een paar { $parts } bepalen daar veel: { $list }.
method-untreated = Bij geen enkel cijfer was dat nodig.
method-one-period = Een score zegt hoe een { $part } ervoor staat naast de andere { $parts }.
method-each-period = Elk jaar wordt apart bekeken: een score zegt hoe een gebied er in dat jaar voor staat naast de andere { $parts }.
method-pooled = De { $parts } van alle jaren ({ $years }) worden samen bekeken. Zo zijn de jaren te vergelijken. Komt er een jaar bij, dan kunnen oude scores iets veranderen.
method-period = Alle jaren worden vergeleken met de { $parts } in { $year }.
method-direction = Deze cijfers worden omgedraaid, zodat hoog bij elk onderdeel { $good ->
    [low] ongunstig
   *[high] gunstig
 } is: { $list }.
method-none = De cijfers gaan erin zoals de uitgever ze geeft.
method-min-max = { $what ->
    [domains] De score van elk domein
   *[figures] Elk cijfer
 } wordt een getal van { $low } (de laagste waarde) tot { $high } (de hoogste).
method-z-score = { $what ->
    [domains] De score van elk domein wordt opnieuw een z-score: de score
   *[figures] Elk cijfer wordt een z-score: de waarde
 } min het gemiddelde, gedeeld door de standaardafwijking.
method-z-score-scaled = { $what ->
    [domains] De score van elk domein
   *[figures] Elk cijfer
 } wordt een z-score met gemiddelde { $mean } en standaardafwijking { $deviation }.
method-percentile-rank = { $what ->
    [domains] De score van elk domein
   *[figures] Elk cijfer
 } wordt het deel van de andere { $parts } dat lager ligt: (rang − 1) ÷ (aantal − 1).
method-rank = { $what ->
    [domains] De score van elk domein
   *[figures] Elk cijfer
 } wordt het aantal { $parts } dat lager ligt.
method-goalposts = { $what ->
    [domains] De score van elk domein
   *[figures] Elk cijfer
 } wordt een getal van 0 tot { $top } tussen een ondergrens en een bovengrens die vooraf zijn gekozen. Wat erbuiten valt, krijgt 0 of { $top }.
method-distance = { $what ->
    [domains] De score van elk domein
   *[figures] Elk cijfer
 } wordt { $apart ->
    [difference] het verschil met
   *[ratio] gedeeld door
 } dat van { $around }.
method-distance-target = { $what ->
    [domains] De score van elk domein
   *[figures] Elk cijfer
 } wordt { $apart ->
    [difference] het verschil met
   *[ratio] gedeeld door
 } een doel dat vooraf is gekozen.
method-rank-normal = { $what ->
    [domains] De score van elk domein
   *[figures] Elk cijfer
 } wordt een rang, en de rang een getal uit de normale verdeling: de omgekeerde van (rang − ½) ÷ aantal.
method-rank-exponential = { $what ->
    [domains] De score van elk domein
   *[figures] Elk cijfer
 } wordt een rang, en de rang een score van 0 tot 100 met X = −23 · ln(1 − R · (1 − e^(−100/23))). Zo telt vooral mee wie er slecht voor staat.
method-joined = { $layer ->
    [index] De index is
   *[domain] De score van een domein is
 } { $mean ->
    [geometric] { $good ->
        [low] het gewogen meetkundig gemiddelde
       *[high] het gewogen meetkundig gemiddelde: een laag onderdeel is minder goed te maken met een hoog
    }
    [harmonic] { $good ->
        [low] het gewogen harmonisch gemiddelde
       *[high] het gewogen harmonisch gemiddelde: een laag onderdeel is bijna niet goed te maken met een hoog
    }
    [power] het gewogen machtsgemiddelde met macht { $power }
    [copeland] het aantal andere { $parts } waarvan een { $part } op de meeste onderdelen naar gewicht hoger uitkomt, min het aantal waarvan het lager uitkomt
   *[arithmetic] het gewogen gemiddelde van de onderdelen
 }.
method-joined-hides = Lage scores zijn hier gunstig, en dit gemiddelde laat ze zwaarder tellen. Daardoor kan één gunstig onderdeel andere die ongunstig zijn verbergen.
method-other-index = Hier telt de score op ‘{ $index }’.
method-weights = { $weights ->
    [equal] Elk onderdeel weegt even zwaar.
    [component] De gewichten volgen uit de cijfers zelf: het zijn de ladingen op de eerste hoofdcomponent.
    [entropy] De gewichten volgen uit de cijfers zelf: hoe meer de { $parts } op een onderdeel verschillen, hoe zwaarder het weegt (entropie).
   *[given] De gewichten zijn gekozen.
 }
method-known = Een score is er alleen als ten minste { $share } van het gewicht bekend is. De bekende gewichten tellen dan samen voor het geheel.
method-classes = Er zijn { $count } klassen met elk ongeveer evenveel { $of ->
    [people] inwoners
   *[areas] { $parts }
 }: { $labels }.
method-classes-period = Er zijn { $count } klassen: { $labels }. In { $year } hebben ze elk ongeveer evenveel { $of ->
    [people] inwoners
   *[areas] { $parts }
 }. De grenzen zijn voor alle jaren dezelfde; in een ander jaar kan een klasse dus groter of kleiner zijn.
method-classes-together = Er zijn { $count } klassen: { $labels }. Over alle jaren samen hebben ze elk ongeveer evenveel { $of ->
    [people] inwoners
   *[areas] { $parts }
 }. De grenzen zijn voor alle jaren dezelfde; in één jaar kan een klasse dus groter of kleiner zijn.
method-classes-too-few = Er zijn geen klassen: er hebben minder { $parts } een score dan de { $count } klassen die bedoeld waren.
method-classes-equal = Er zijn { $count } klassen die even breed zijn, van de laagste tot de hoogste score: { $labels }.
method-classes-jenks = Er zijn { $count } klassen: { $labels }. De grenzen liggen zo dat scores binnen een klasse zo veel mogelijk op elkaar lijken (natuurlijke breuken van Jenks).
method-classes-deviations = Er zijn { $count } klassen: { $labels }. De grenzen liggen op hele standaardafwijkingen van het gemiddelde.
method-classes-fixed = Er zijn { $count } klassen met vaste grenzen: { $labels }.
method-classes-all-years = De grenzen zijn voor alle jaren dezelfde.
method-carry = Is er over een jaar geen cijfer, dan telt in dat jaar een ouder cijfer mee: { $list }. Dat staat er dan bij, met het jaar. Een cijfer dat geheim is, wordt niet door een ouder cijfer vervangen.
method-carry-item = { $count ->
    [one] ‘{ $name }’ van hooguit { $count } jaar eerder
   *[other] ‘{ $name }’ van hooguit { $count } jaar eerder
 }
method-change = Twee jaren vergelijken we alleen voor { $parts } met in beide jaren een score uit dezelfde cijfers, elk van het jaar zelf en op dezelfde manier gemeten. Wat we over alle gebieden samen zeggen, gaat over { $parts } waarvoor dat in alle vergeleken jaren zo is.
method-change-points = De score loopt gelijk op met de cijfers. Daarom zeggen we ook hoeveel punten hij veranderde.
method-change-classes = De score loopt niet gelijk op met de cijfers: een kleine verandering kan veel punten schelen, en een grote weinig. Daarom zeggen we alleen of de klasse veranderde, en niet hoeveel punten.
method-change-position = Een klasse is een plaats binnen het jaar. Wordt het overal beter, dan blijft die gelijk. Daarom noemen we een andere klasse geen verbetering of verslechtering.
carry-years = { $count ->
    [one] nog { $count } jaar, als er geen nieuwer cijfer is
   *[other] nog { $count } jaar, als er geen nieuwer cijfer is
 }
method-lost = In { $count } van de { $runs } berekeningen met andere keuzes krijgen minder { $parts } een score; de andere krijgen dan een plaats alsof wat ontbreekt gelijk over de volgorde verdeeld is.
method-parents = Een gebied dat groter is dan een { $part } krijgt zelf geen klasse. Daar staat hoeveel inwoners in elke klasse wonen.
kind-register = uit registers
kind-survey = uit een enquête
kind-model = schatting met een model
kind-estimated-below = { $kind }; voor { $levels } een schatting met een model
good-high = hoog is goed
good-low = laag is goed
good-neither = niet goed of slecht
threshold-points = { $count ->
    [one] { $value } procentpunt
   *[other] { $value } procentpunt
}
threshold-margin = de marge van het cijfer
threshold-margin-or = de marge van het cijfer; zonder marge { $threshold }
threshold-without-margin = { $threshold }; de marge is niet bekend
threshold-none = geen grens: over verschillen wordt niets gezegd

## Pagina’s

page-notice = Let op
page-skip = Naar de inhoud
page-home = Begin
page-areas = Gebieden
page-stories = Verhalen
page-method = Methode
page-menu = Menu
page-breadcrumb = U bent hier
page-language = Taal
page-edition = Uitgave van { $date }
page-by = door { $author }
page-minutes = { $count ->
    [one] 1 minuut lezen
   *[other] { $count } minuten lezen
 }
page-published-by = Uitgegeven door { $publisher }
page-not-found = Deze pagina is er niet
page-not-found-text = Misschien is het adres veranderd. Zoek hieronder uw buurt of gemeente, of ga naar het begin.
search-title = Zoek uw buurt
search-label = Naam of code van een gebied
search-hint = Typ een deel van de naam, of de code.
search-none = Geen gebied gevonden. Controleer de naam, of kies uit de lijst.
search-more = En nog { $n } andere. Typ meer van de naam.
home-choose = Of kies uit de { $parts }
home-whole = { $name } in cijfers
home-stories = Verhalen
home-more = Lees verder
home-counts = Met een pagina voor { $counts }.
area-key-figures = De belangrijkste cijfers
area-children-map = Op de kaart
area-children-list = Alle { $parts }
area-neighbours = Gebieden ernaast
area-part-of = Hoort ook bij
area-table = Alle cijfers in een tabel
area-table-open = Toon de tabel
area-caveats = Wat deze cijfers niet zeggen
area-sources = Bronnen
area-text = Over { $name }
area-factsheet = Factsheet { $name } (PDF)
area-downloads = Downloaden
area-code = Code { $code }
figure-table = De cijfers in een tabel
index-finding = Wat de index laat zien
index-map = Op de kaart
index-over-time = Door de jaren
index-class-head = Klasse
index-areas = Aantal { $parts }
index-people-head = Inwoners (ongeveer)
index-share = Deel van de inwoners
index-domain = Domein
index-weight = Gewicht
index-used = Gebruikt
index-why = Waarom
index-parts = Cijfers
index-method = Hoe de index is gemaakt
index-title = Index
index-also = Zie ook:
page-indices = Indexen
indices-lead = Een index vat verschillende cijfers samen in één score per gebied.
indices-of = { $parts }, { $periods }
indicator-trend = Door de jaren
indicator-spread = Hoe het verdeeld is
indicator-definition = Wat dit cijfer is
indicator-unit = Eenheid
method-title = Methode
method-index = Zo is ‘{ $name }’ gemaakt
method-indicators = Alle cijfers en wat ze betekenen
method-indicator = Cijfer
method-meaning = Betekenis
method-kind = Soort
method-good = Richting
method-threshold = Wat telt als verschil
method-periods = Jaren
method-breaks = Anders gemeten
method-carried = Telt in een index mee
method-events = Wat er gebeurde
method-source = Bron
method-rules = Regels voor alle cijfers
weights-caption = De gewichten van alle onderdelen van ‘{ $index }’
weights-part = Onderdeel
weights-used = In de laag
weights-overall = In de index
weights-within = (in { $around })
weights-equal = gelijk
weights-component = gevonden in de cijfers
weights-entropy = gevonden in de cijfers
equal-order = Krijgen alle onderdelen van een laag hetzelfde gewicht, dan is de rangcorrelatie (Spearman) met deze index { $r } over de { $count } { $parts } met een score in { $year }: bij 1 is de volgorde precies gelijk.
equal-classes = { $moved ->
    [0] Geen { $part } krijgt met gelijke gewichten een andere klasse
    [one] Met gelijke gewichten krijgt 1 { $part } een andere klasse
   *[other] Met gelijke gewichten krijgen { $moved } { $parts } een andere klasse
 }.
equal-shift = { $shift ->
    [0] Geen { $part } schuift op in de volgorde.
    [one] Een { $part } schuift hooguit 1 plaats op in de volgorde.
   *[other] Een { $part } schuift hooguit { $shift } plaatsen op in de volgorde.
 }
equal-lost = { $lost ->
    [one] Met gelijke gewichten heeft 1 { $part } geen score: dan is te weinig van het gewicht bekend.
   *[other] Met gelijke gewichten hebben { $lost } { $parts } geen score: dan is te weinig van het gewicht bekend.
 }
equal-gained = { $gained ->
    [one] Met gelijke gewichten krijgt nog 1 { $part } een score.
   *[other] Met gelijke gewichten krijgen nog { $gained } { $parts } een score.
 }
taking-part-caption = Cijfers die niet overal meedoen met een getal van het jaar zelf: in hoeveel scores van { $parts } ze zitten
taking-part-no-score = geen scores
taking-part-unknown = doet niet mee: nergens bekend
taking-part-too-little = doet niet mee: te weinig bekend
taking-part-all = in alle { $count ->
    [one] { $all } score
   *[other] { $all } scores
 }
taking-part-some = in { $count } van { $all }
taking-part-carried = { $count } van een eerder jaar
taking-part-imputed = { $count } aangevuld
method-rule-absence = Wat niet bekend is, staat er als niet bekend. Het is nooit nul.
method-rule-secret = Gaat een cijfer over heel weinig mensen, dan laten we het niet zien: het is geheim. Kan dat cijfer worden teruggerekend uit andere cijfers op deze site, dan zijn ook enkele van die andere cijfers geheim.
method-rule-compare = ‘Hoger’, ‘lager’, ‘beter’ en ‘minder goed’ staan er alleen als het verschil ten minste zo groot is als de grens in de tabel.
method-rule-groups = Een groep mensen vergelijken we met alle groepen samen, en soms met een andere groep. Ook dan telt alleen een verschil dat groter is dan de marge of de grens. Groepen verschillen vaak in meer dan één ding: een verschil naar leeftijd hoeft niet door leeftijd te komen.
method-rule-margin = Sommige cijfers hebben een marge: de uitgever zegt dan tussen welke twee getallen het cijfer waarschijnlijk ligt. Die marge gaat voor de grens. Hebben twee cijfers allebei een marge, dan telt een verschil als het groter is dan √(a² + b²); a en b zijn de helften van de marges die naar elkaar toe liggen. Heeft maar één van de twee een marge, dan moet het andere cijfer erbuiten liggen, en moet het verschil ook de grens halen. Zegt de uitgever zelf of een gebied anders is dan het geheel, dan volgen we dat. De marge gaat over de meting. Over de keuzes waarmee een index is gemaakt, zegt zij niets.
method-rule-chance = Bij cijfers zoals misdrijven per 1.000 inwoners speelt toeval mee. In een klein gebied maakt één geval meer of minder al veel uit. Heeft zo’n cijfer geen marge, dan rekenen wij uit wat toeval kan verklaren (95 %, volgens Byar). Een verschil telt alleen als het groter is dan dat en ook de grens haalt.
method-rule-few = Een verschil tussen percentages telt alleen als het in het kleinste van de twee gebieden om minstens 5 mensen, huishoudens of woningen gaat.
method-rule-events = Een cijfer vergelijken we niet met een bijzonder jaar als eerste jaar: dat het zich daarna herstelt, is geen verbetering. Bij een index staat er dan een waarschuwing bij. Het gaat om: { $list }.
method-rule-bottom = Bij een index staat ook bij hoeveel van de cijfers een gebied bij de ongunstigste 25 % hoort. Daarbij telt elk cijfer even zwaar. Delen meerdere gebieden dezelfde waarde, dan hebben ze samen één plaats in de rij.
method-rule-coherence = Een samenhang (correlatie) ligt tussen −1 en 1. Bij 0 is er geen verband. Onder 0,1, en waar toeval genoeg verklaart, zeggen we ook: geen verband. Van 0,1 tot 0,3 noemen we de samenhang zwak, van 0,3 tot 0,5 matig, en daarboven sterk. ‘Naar rang’ kijkt alleen naar de volgorde. Cronbachs alfa zegt of de onderdelen van een index bij elkaar passen; vaak geldt 0,7 als genoeg. Een verband gaat over gebieden en niet over mensen, en zegt niet wat waardoor komt.
method-rule-points = Een score noemen we ongeveer gelijk gebleven als hij minder verschoof dan een twintigste van de standaardafwijking van de scores in het eerste jaar. De standaardafwijking zegt hoe ver scores uiteenliggen.
method-rule-score-margin = Komen cijfers van een index uit een steekproef, dan heeft de score een marge. Die rekenen we uit de marges van de cijfers, alsof ze niets met elkaar te maken hebben. Een score kan binnen zijn marge ook in een andere klasse horen; dan zeggen we dat. Verschoof een score niet meer dan √(a² + b²), met a en b de marges van beide jaren, dan zeggen we dat het toeval kan zijn.
method-rule-speeds = Of gebieden dichter bij elkaar komen, bekijken we drie keer: met groepen gekozen naar de score in het eerste jaar, in het laatste jaar en naar het gemiddelde van beide. Alleen als alle drie hetzelfde zeggen, zeggen wij het ook. Wie alleen naar het eerste jaar kijkt, ziet de minst gunstige gebieden al snel inlopen door toeval.
method-rule-parts = Bestaat er over een groter gebied geen cijfer, dan is het berekend uit de delen: een aantal als som, een percentage als gewogen gemiddelde. Dat staat er dan bij.
method-borders = Grenzen van de gebieden
areas-title = Alle gebieden
areas-lead = Kies een gebied, of zoek op naam.
areas-sets = Andere gebieden
stories-title = Verhalen
stories-lead = Wat de cijfers vertellen, met mensen en plaatsen.
box-tip = Tip
box-example = Voorbeeld
box-dilemma = Dilemma
box-quote = Citaat
box-read-more = Lees meer
footnotes = Noten
footnote-back = Terug naar de tekst
language-name = Nederlands
page-themes = Thema’s
slug-themes = themas
slug-indicators = cijfers
themes-lead = Wat we meten, en hoe het ermee gaat in { $whole }.
themes-lead-alone = Wat we meten, per onderwerp.
slug-downloads = downloads
downloads-title = Cijfers downloaden
downloads-lead = Alle cijfers van deze site, om zelf mee te rekenen. Wat niet bekend is, staat er als niet bekend en nooit als nul.
downloads-whole = Alles bij elkaar
downloads-areas = Alle gebieden
downloads-areas-about = Code, naam, niveau, en waar het in ligt.
downloads-sets = Samengestelde gebieden
downloads-sets-about = Welke gebieden er in elk samengesteld gebied liggen.
downloads-meanings = Wat alle cijfers betekenen
downloads-meanings-about = Naam, eenheid, betekenis, richting, soort en bron van elk cijfer.
downloads-groups = Groepen mensen
downloads-groups-about = Naar welke groepen cijfers zijn uitgesplitst.
downloads-readings = Alle cijfers van alle gebieden
downloads-readings-about = Een rij voor elk gebied, cijfer en jaar. Dit is een groot bestand.
downloads-indices = De indexen
downloads-index-about = Score, rang, klasse en bijdrage van elk domein, per gebied en jaar.
downloads-above = { $name }: grotere gebieden
downloads-above-about = Per groter gebied wat het van zijn delen krijgt: gemiddelde score, inwoners per klasse, en hoe ongelijk het verdeeld is.
downloads-indicators = Per cijfer
downloads-of-areas = Op de pagina van een gebied staan de bestanden met de cijfers van dat gebied.
downloads-columns = Wat in de kolommen staat
columns-lead = Een naam met … staat voor alle kolommen die zo beginnen of eindigen.
columns-areas = Alle gebieden
columns-sets = Samengestelde gebieden
columns-meanings = Wat alle cijfers betekenen
columns-groups = Groepen mensen
columns-readings = Cijfers: van alle gebieden, van één gebied of over één onderwerp
columns-scores = De indexen
columns-above = De indexen: grotere gebieden
column-area = De code van het gebied.
column-name = De naam van het gebied.
column-level = Het niveau van het gebied; set als het een samengesteld gebied is.
column-parent = De code van het gebied waar het in ligt; leeg bij het geheel.
column-set = De code van het samengestelde gebied.
column-area-in-set = De code van een gebied dat erin ligt.
column-indicator = De code van het cijfer.
column-names = Hoe het cijfer heet, per taal.
column-units = De eenheid, per taal.
column-abouts = Wat het cijfer zegt, per taal.
column-theme = De code van het thema; leeg als er geen is.
column-measure = Wat voor cijfer het is: share (een deel, in procenten), rate (een aantal per zoveel), count (een aantal), mean (een gemiddelde) of other (iets anders, zoals een mediaan).
column-of-count = De code van het aantal waar het een deel of een gemiddelde van is; leeg als er geen is.
column-numerator = De code van het aantal dat hier gedeeld is om dit cijfer te krijgen; leeg als het cijfer van de uitgever komt.
column-times = Per hoeveel een deel of aantal is: 100 bij procenten, 1000 bij een cijfer per 1.000.
column-good = Welke kant gunstig is: high (hoog), low (laag), neither (geen van beide) of context (het zegt niets over goed of slecht).
column-kind-whole = register, survey (enquête) of model (schatting), voor het geheel.
column-measured = Het laagste niveau waarop het is gemeten, als het daaronder is geschat; anders leeg.
column-kind-below = Wat het op de niveaus daaronder is: model (schatting); anders leeg.
column-threshold = Vanaf welk verschil we van hoger of lager spreken; leeg als er geen grens is.
column-decimals = Met hoeveel decimalen het op de site staat.
column-periods = De jaren met cijfers, met een spatie ertussen.
column-sources = De codes van de bronnen, met een spatie ertussen.
column-carry = Hoeveel jaar een cijfer in een index nog meetelt als er geen nieuwer is.
column-groups = De codes van de groepen mensen waarvan het bekend is, met een spatie ertussen.
column-group-code = De code van de groep.
column-by = De code van de indeling waar de groep bij hoort.
column-by-names = Hoe de indeling heet, per taal.
column-group-names = Hoe de groep heet, per taal.
column-group-people = Hoe de mensen in de groep in een zin heten, per taal.
column-period = Het jaar.
column-value = Het getal, met een punt voor de decimalen; leeg als er geen is.
column-status = value, of waarom er geen getal is: missing (niet bekend), suppressed (geheim), impossible (niet van toepassing), too-few (te weinig inwoners).
column-provisional = true als het getal nog kan veranderen.
column-origin = published (van de uitgever), computed (hier gedeeld), from-parts (hier berekend uit de delen), merged (hier samengeteld uit hele gebieden van toen), crosswalked (hier geschat: omgerekend van oude naar nieuwe grenzen).
column-parts-known = Uit hoeveel delen een cijfer is berekend, als het from-parts is.
column-parts = Hoeveel delen het gebied heeft waarin het cijfer kan bestaan; zijn er minder bekend, dan gaat het cijfer niet over het hele gebied.
column-kind = register, survey (enquête) of model (schatting).
column-lower = De onderkant van de marge, zoals de uitgever die geeft; leeg als er geen marge bekend is.
column-upper = De bovenkant van de marge.
column-n = Hoeveel mensen antwoord gaven, of hoeveel er gemeten zijn; leeg als dat niet bekend is.
column-differs = Wat de uitgever zelf zegt naast het geheel: higher (hoger), lower (lager) of same (niet anders); leeg als die er niets over zegt.
column-group = Over welke groep mensen het gaat; leeg als het iedereen is.
column-score-status = score, of waarom er geen score is: too-few (te weinig inwoners), count-unknown (niet bekend hoeveel er wonen), count-suppressed (geheim hoeveel er wonen) of not-enough (te weinig cijfers bekend).
column-score = De score; leeg als er geen is. Welke kant gunstig is, staat op de pagina van de index.
column-rank = De plaats in de volgorde; 1 is het minst gunstig. Gelijke scores delen het gemiddelde van hun plaatsen.
column-of = Hoeveel gebieden er in die volgorde staan.
column-class = De klasse als nummer; 1 is de gunstigste. Leeg als er geen klassen zijn.
column-class-name = De naam van de klasse, in de eerste taal van de site.
column-eligible-count = Het aantal dat bepaalt of een gebied een score krijgt, zoals dat van de inwoners: van het jaar zelf, anders van het laatste jaar daarvoor, anders van het laatste jaar.
column-known = Welk deel van het gewicht bekend is, van 0 tot 1. Aangevulde cijfers tellen hier niet als bekend.
column-domain-score = De score van een domein, zoals die bij de andere wordt geteld; ervoor staat de code van het domein.
column-contribution = Hoeveel punten een domein aan de score bijdraagt. Samen zijn ze de score.
column-adds = Hoeveel punten een cijfer, of een andere index die erin zit, aan de score bijdraagt, door alle lagen heen. Samen zijn ze de score.
column-bottom-count = Bij hoeveel cijfers het gebied bij de ongunstigste 25 % hoort.
column-bottom-known = Hoeveel van de cijfers er van het gebied bekend zijn.
column-bottom-indicators = De cijfers waarbij het gebied bij de ongunstigste 25 % hoort.
column-margin = De marge van de score, naar boven en naar beneden. Alleen waar cijfers van de index uit een steekproef komen.
column-carried = Welke cijfers van een eerder jaar meetellen, met dat jaar.
column-imputed = Welke cijfers zijn aangevuld, omdat ze niet bekend zijn.
column-comparable = yes als de rij met het laatste jaar te vergelijken is, of waarom niet: no-score (geen score), estimated (geschat met een model), break (anders gemeten), carried (een ouder cijfer telt mee), imputed (een cijfer is aangevuld) of other-indicators (andere cijfers bekend). Leeg bij het laatste jaar zelf.
column-points-to-latest = De score van het laatste jaar min die van dit jaar, als dat in punten te vergelijken is.
column-rank-low = Het laagste plaatsnummer met andere keuzes; 5 % van de berekeningen geeft een nog lager nummer. Alleen van het laatste jaar.
column-rank-median = Het middelste plaatsnummer van alle berekeningen met andere keuzes.
column-rank-high = Het hoogste plaatsnummer met andere keuzes; 5 % van de berekeningen geeft een nog hoger nummer.
column-above-parts = Hoeveel delen het gebied heeft op het niveau van de index.
column-scored = Hoeveel daarvan een score hebben.
column-people = Hoeveel mensen er in alle delen wonen.
column-people-scored = Hoeveel mensen er in de delen met een score wonen.
column-mean-score = De gemiddelde score van de delen, naar inwoners.
column-lowest-score = De laagste score van de delen.
column-highest-score = De hoogste score van de delen.
column-mean-rank = De gemiddelde plaats van de delen, naar inwoners; 1 is het minst gunstig.
column-in-worst-tenth = Welk deel van de inwoners in de minst gunstige 10 % van de delen woont, van 0 tot 1.
column-extent = Welk deel van de inwoners in de minst gunstige 30 % van de delen woont, van 0 tot 1 (in de minst gunstige 10 % telt iedereen helemaal mee, daarna steeds minder).
column-local-concentration = De gemiddelde plaats van de minst gunstige delen die samen precies 10 % van de inwoners hebben.
column-pockets = Van een gebied dat gemiddeld gunstig is: hoeveel van de delen de minst gunstige klasse hebben. Anders 0.
column-people-class = Hoeveel mensen er in delen van een klasse wonen; 1 is de gunstigste klasse.
column-parts-class = Hoeveel delen een klasse hebben; 1 is de gunstigste klasse.
theme-signal = Signaal: waar is het moeilijk?
theme-compass = Kompas: wat is van waarde?
theme-context = Achtergrond
theme-unknown = Hierover is niets bekend.
theme-unknown-whole = Voor { $whole } als geheel is dit cijfer niet bekend. Het is er per { $part }.
factsheet-title = Factsheet { $name }

## Factsheet

factsheet-about = Over dit gebied
factsheet-address = Pagina op de website
factsheet-box-dilemma = Dilemma
factsheet-box-example = Voorbeeld
factsheet-box-read-more = Lees verder
factsheet-box-tip = Tip
factsheet-caveats = Wat deze cijfers niet zeggen
factsheet-page-1 = Pagina 1 van 2
factsheet-page-2 = Pagina 2 van 2
factsheet-page-only = Pagina 1 van 1
factsheet-places = Rond dit gebied
factsheet-qr = QR-code met het adres van de pagina
factsheet-read-on = Lees verder op
factsheet-sources = Bronnen
factsheet-table = Alle cijfers
factsheet-theme = Thema
factsheet-trends = Hoe het verandert
