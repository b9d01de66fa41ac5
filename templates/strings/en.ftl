## Numbers, lists and dates

value-percent = { $number }%
value-currency = { $sign }{ $symbol }{ $number }
value-unit = { $number }{ "\u00A0" }{ $unit }

list-next = { $start }, { $next }
list-last = { $start } and { $last }

date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

absence-missing = not known
absence-suppressed = secret
absence-impossible = does not apply

## Figures

fig-title-by-level = { $subject } by { $level } in { $area }
fig-title-lines = { $subject } in { $area } over the years
fig-title-beside = { $area } beside { $others }
fig-title-alone = { $area } in figures
fig-title-locator = Where { $area } lies

fig-what-share = % of { $of }
fig-what-score = score
fig-what-classes = in classes
fig-what-worst-class = % of people who live in a { $level } with ‘{ $class }’
fig-what-worst-tenth = % of people who live in the 10% of { $plural } with the least favourable score
fig-said-score = The score on ‘{ $index }’
fig-said-worst-class = The share of people who live in a { $level } with ‘{ $class }’ ({ $index })
fig-said-worst-tenth = The share of people who live in the 10% of { $plural } with the least favourable score ({ $index })
fig-mean = mean
fig-model = estimated with a model

fig-source = { $count ->
    [one] Source: { $sources }
   *[other] Sources: { $sources }
}

fig-head-class = class
fig-head-year = Year
fig-head-indicator = Figure

fig-label = { $name } { $value }
fig-count-of = { $count } { $plural }
fig-no-data = no data
fig-no-shapes = There is no map of these areas.
fig-no-numbers = No figures are known for this.
fig-lack-too-few = too few inhabitants
fig-lack-count-unknown = inhabitants not known
fig-lack-not-enough = not enough known

fig-guide-judged = The colour is strongest where the figure is least favourable.
fig-guide-neutral = The higher the figure, the stronger the colour.
fig-guide-no-shape = { $count ->
    [one] { $count } { $level } is not on the map.
   *[other] { $count } { $plural } are not on the map.
}
fig-guide-distribution = Each bar counts the { $plural } with a figure between the two numbers below it.
fig-guide-strip = The thick line holds 90% of the { $plural }: low figures on the left, high ones on the right.
fig-guide-axis = The axis does not start at zero.
fig-guide-gap = Where the line stops, no figure is known.
fig-guide-provisional = Some of the figures are provisional.
fig-guide-provisional-lines = An open dot is a provisional figure.

fig-say-range = { $subject } runs in { $period } from { $low } to { $high } in the { $count } { $plural } of { $area } for which the figure is known.
fig-say-extremes = It is lowest in { $lowest }, and highest in { $highest }.
fig-say-same = { $subject } is the same everywhere in { $period }: { $low } in the { $count } { $plural } of { $area } for which the figure is known.
fig-say-one = { $subject } in { $area }: { $value } in { $period }.
fig-say-none = { $subject } is not known in { $period } for any of the { $plural } in { $area }.
fig-say-own = For { $area } as a whole it is { $value }.
fig-say-mean = The mean over the people of { $area } is { $value }.
fig-say-unknown = { $count ->
    [one] For { $count } { $level } no figure is known.
   *[other] For { $count } { $plural } no figure is known.
}
fig-say-classes = { $count ->
    [one] { $subject }, { $period }: { $count } { $level } in { $area } has a score: { $list }.
   *[other] { $subject }, { $period }: of the { $count } { $plural } in { $area } with a score there are { $list }.
}
fig-say-class-item = { $count } in ‘{ $class }’
fig-say-classes-then = In ‘{ $class }’ there were { $before } in { $since }, and { $after } in { $period }.
fig-say-line = { $subject } in { $area }: { $before } in { $since } and { $value } in { $period }.
fig-say-line-none = { $subject } is not known for { $area }.
fig-say-in = { $value } in { $area }
fig-say-others = For comparison, in { $period }: { $list }.
fig-say-beside = { $left ->
    [0] { $area }: { $list }.
   *[other] { $area }: { $list }. The table has { $left } more.
}
fig-say-beside-none = For { $area } these figures are not known.
fig-say-locator = { $area } lies in { $parent }.
fig-say-locator-whole = The outline of { $area }.
