## Getallen, lijsten en data

value-percent = { $number }{ "\u00A0" }%
value-currency = { $symbol }{ "\u00A0" }{ $sign }{ $number }
value-unit = { $number }{ "\u00A0" }{ $unit }

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

## Figuren

fig-title-by-level = { $subject } per { $level } in { $area }
fig-title-lines = { $subject } in { $area } door de jaren
fig-title-beside = { $area } naast { $others }
fig-title-alone = { $area } in cijfers
fig-title-locator = Waar { $area } ligt

fig-what-share = % van het aantal { $of }
fig-what-score = score
fig-what-classes = indeling in klassen
fig-what-worst-class = % van de inwoners dat in een { $level } met ‘{ $class }’ woont
fig-what-worst-tenth = % van de inwoners dat in de 10 % { $plural } met de ongunstigste score woont
fig-said-score = De score op ‘{ $index }’
fig-said-worst-class = Het deel van de inwoners dat in een { $level } met ‘{ $class }’ woont ({ $index })
fig-said-worst-tenth = Het deel van de inwoners dat in de 10 % { $plural } met de ongunstigste score woont ({ $index })
fig-mean = gemiddelde
fig-model = schatting met een model

fig-source = { $count ->
    [one] Bron: { $sources }
   *[other] Bronnen: { $sources }
}

fig-head-class = klasse
fig-head-year = Jaar
fig-head-indicator = Cijfer

fig-label = { $name } { $value }
fig-count-of = { $count } { $plural }
fig-no-data = geen gegevens
fig-no-shapes = Van deze gebieden is geen kaart.
fig-no-numbers = Hiervan zijn geen cijfers bekend.
fig-lack-too-few = te weinig inwoners
fig-lack-count-unknown = inwonertal niet bekend
fig-lack-not-enough = te weinig bekend

fig-guide-judged = De kleur is het sterkst waar het cijfer het ongunstigst is.
fig-guide-neutral = Hoe hoger het cijfer, hoe sterker de kleur.
fig-guide-no-shape = { $count ->
    [one] { $count } { $level } staat niet op de kaart.
   *[other] { $count } { $plural } staan niet op de kaart.
}
fig-guide-distribution = Elke staaf telt de { $plural } met een cijfer tussen de twee getallen eronder.
fig-guide-strip = Op de dikke lijn ligt 90 % van de { $plural }: links de lage cijfers, rechts de hoge.
fig-guide-axis = De as begint niet bij nul.
fig-guide-gap = Waar de lijn stopt, is geen cijfer bekend.
fig-guide-provisional = Een deel van de cijfers is voorlopig.
fig-guide-provisional-lines = Een open rondje is een voorlopig cijfer.

fig-say-range = { $subject } loopt in { $period } van { $low } tot { $high } in de { $count } { $plural } van { $area } waarvan het cijfer bekend is.
fig-say-extremes = Het laagst is het in { $lowest }, het hoogst in { $highest }.
fig-say-same = { $subject } is in { $period } overal gelijk: { $low } in de { $count } { $plural } van { $area } waarvan het cijfer bekend is.
fig-say-one = { $subject } in { $area }: { $value } in { $period }.
fig-say-none = { $subject } is voor { $period } van geen van de { $plural } in { $area } bekend.
fig-say-own = Voor { $area } als geheel is het { $value }.
fig-say-mean = Gemiddeld over de inwoners van { $area } is het { $value }.
fig-say-unknown = { $count ->
    [one] Van { $count } { $level } is geen cijfer bekend.
   *[other] Van { $count } { $plural } is geen cijfer bekend.
}
fig-say-classes = { $count ->
    [one] { $subject }, { $period }: { $count } { $level } in { $area } heeft een score, en valt zo: { $list }.
   *[other] { $subject }, { $period }: van de { $count } { $plural } in { $area } met een score vallen er { $list }.
}
fig-say-class-item = { $count } onder ‘{ $class }’
fig-say-classes-then = Onder ‘{ $class }’ vielen er { $before } in { $since }, en { $after } in { $period }.
fig-say-line = { $subject } in { $area }: { $before } in { $since } en { $value } in { $period }.
fig-say-line-none = { $subject } is voor { $area } niet bekend.
fig-say-in = { $value } in { $area }
fig-say-others = Ter vergelijking, in { $period }: { $list }.
fig-say-beside = { $left ->
    [0] { $area }: { $list }.
   *[other] { $area }: { $list }. In de tabel staan er nog { $left }.
}
fig-say-beside-none = Voor { $area } zijn deze cijfers niet bekend.
fig-say-locator = { $area } ligt in { $parent }.
fig-say-locator-whole = De omtrek van { $area }.
