## Numbers, lists and dates

value-percent = { $number }%
value-currency = { $sign }{ $symbol }{ $number }
value-unit = { $number }{ "\u00A0" }{ $unit }
less-than = less than { $value }

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
absence-suppressed = confidential
absence-impossible = does not apply
absence-too-few = too few people

## Figures

fig-title-by-level = { $subject } by { $level }: { $area }
fig-around = { $area } and surroundings
fig-title-distribution = { $subject }, spread of the { $plural }: { $area }
fig-title-lines = { $subject }, year by year: { $area }
fig-title-beside = { $area } compared with { $others }
fig-title-alone = { $area } in figures
fig-title-groups = Figures by { $by }: { $area }
fig-title-groups-of = { $subject } by { $by }: { $area }
fig-title-contributions = What each part adds to the score: { $area }
fig-title-locator = Location: { $area }

fig-what-share = % of { $of }
fig-what-score = score
fig-what-classes = grouped into classes
fig-what-worst-class = % of the people in { $plural } with a score
fig-what-worst-tenth = % of the people in { $plural } with a score
fig-said-score = Score on the { $index }
fig-said-worst-class = People living in a { $level } in the class ‘{ $class }’ ({ $index })
fig-said-worst-tenth = People living in the 10% of { $plural } with the least favourable scores ({ $index })
fig-bottom = Number of unfavourable figures
fig-what-bottom = in how many figures of the index a { $part } is among the least favourable 25%
fig-head-bottom-known = Known figures
fig-guide-bottom = Each figure of the index is compared with that of the other { $plural } with enough people. Weights do not count here. A number on the boundary of two colours gets the stronger one.
fig-mean = average
fig-model = estimated with a model

fig-key = Key to the lines: { $lines }.
fig-key-area = the thick line is { $name }
fig-key-parent = the thin line is { $name }
fig-key-whole = the dashed line is { $name }

fig-source = { $count ->
    [one] Source: { $sources }
   *[other] Sources: { $sources }
}

fig-head-class = Class
fig-head-year = Year
fig-head-indicator = Figure
fig-head-group = Group
fig-head-part = Part
fig-head-weight = Weight
fig-head-adds = Adds
fig-head-mean = Average
fig-contributions-total = The score
fig-contributions-mean = average of the { $plural }
fig-head-interval = Margin
fig-head-counted = About how many { $of }
fig-head-counted-any = About how many

fig-label = { $name } { $value }
fig-count-of = { $count } { $plural }
fig-legend-good = favourable
fig-legend-bad = unfavourable
fig-no-data = no data
fig-no-shapes = There is no map of these areas.
fig-no-numbers = There are no figures for this.
fig-lack-too-few = too few people
fig-lack-count-unknown = number of people not known
fig-lack-count-secret = number of people confidential
fig-lack-not-enough = not enough known

fig-guide-judged = The more a colour stands out from the background, the less favourable the figure is.
fig-guide-neutral = The more a colour stands out from the background, the higher the figure is.
fig-guide-no-shape = { $count ->
    [one] { $count } { $level } is not on the map.
   *[other] { $count } { $plural } are not on the map.
}
fig-guide-distribution = Each bar counts the { $plural } with a figure between the two short lines below it. From one line to the next is { $step }.
fig-guide-beyond = The last bar counts all above that.
fig-beyond = more
fig-guide-strip = The thick line covers 90% of the { $plural } with a figure: low figures on the left, high figures on the right.
fig-guide-ticks = Each short line is one of the { $plural }.
fig-guide-whisker = The line through the dot runs from the lower to the upper end of the margin.
fig-guide-everybody = The long line is the figure of everybody together.
fig-guide-whisker-bar = The line at the end of a bar runs from the lower to the upper end of the margin.
fig-guide-band = The band around the line is the margin: the figure is probably within it.
fig-guide-bar = The bar through a point is the margin: the figure is probably on it.
fig-guide-margin-map = Mind the margin: two { $plural } in different colours may still be alike.
fig-guide-axis = The axis does not start at zero.
fig-guide-gap = Where a line stops, no figure is known.
fig-guide-missing-years = There is no figure for { $years }: there the line is interrupted.
fig-guide-break = Measured in another way from { $year } on. { $why } Figures from before cannot be compared with those after.
fig-guide-contributions = Each bar shows how many points a part adds to the score. Together they make the score.
fig-guide-contributions-below = A bar to the left of zero makes the score lower.
fig-guide-contributions-mean = The tick is the average of all { $plural } with a score.
fig-guide-contributions-rounded = Because the numbers are rounded, their sum is slightly different.
fig-guide-low-is-good = A low score is favourable.
fig-guide-high-is-good = A high score is favourable.
fig-guide-provisional = Some of the figures are provisional.
fig-guide-in-part = Some figures are calculated from only part of the area, because no figure is known for the rest.
fig-guide-in-part-of = Calculated from only part of the area, because no figure is known for the rest: { $list }.
fig-guide-provisional-lines = An open dot is a provisional figure.
fig-title-people = People living in a { $level } with ‘{ $class }’: { $area }
fig-guide-panel = This is about the { $count } { $parts } that can be compared in all of these years.
fig-guide-carried = For { $list }, a figure of an earlier year is used. Do not compare these with other years.
fig-guide-imputed = For { $list }, a figure that is not known was filled in by a rule. Do not compare these with other years.
fig-carried-item = { $count ->
    [one] { $count } { $level } ({ $year })
   *[other] { $count } { $plural } ({ $year })
}
fig-event = { $year }: { $event }
fig-event-item = { $event } ({ $year })
fig-events-long = { $count ->
    [one] Grey area: { $list }.
   *[other] Grey areas: { $list }.
}
fig-events = { $count ->
    [one] Vertical dashed line: { $list }.
   *[other] Vertical dashed lines: { $list }.
}

fig-say-range = { $subject }, { $area }, { $period }: from { $low } to { $high } across the { $count } { $plural } with a known figure.
fig-say-extremes = The lowest figure is in { $lowest }, the highest in { $highest }.
fig-say-extremes-distance = It is nearest in { $lowest }, and furthest in { $highest }.
fig-say-same = { $subject }, { $area }, { $period }: { $low } in all { $count } { $plural } with a known figure.
fig-say-one = { $subject }, { $area }: { $value } in { $period }.
fig-say-none = { $subject }, { $area }, { $period }: not known for any of the { $plural }.
fig-say-own = The whole, { $area }: { $value }.
fig-say-mean = The average over all people ({ $area }): { $value }.
fig-say-unknown = { $count ->
    [one] No figure is known for { $count } { $level }.
   *[other] No figure is known for { $count } { $plural }.
}
fig-say-few = { $count ->
    [one] In { $count } { $level } too few people live for a figure.
   *[other] In { $count } { $plural } too few people live for a figure.
}
fig-say-secret = { $count ->
    [one] The figure of { $count } { $level } is confidential.
   *[other] The figures of { $count } { $plural } are confidential.
}
fig-say-classes = { $count ->
    [one] { $subject }, { $area }, { $period }: { $count } { $level } has a score, with { $list }.
   *[other] { $subject }, { $area }, { $period }: { $count } { $plural } have a score, with { $list }.
}
fig-say-class-item = { $count } in ‘{ $class }’
fig-say-classes-then = { $of ->
    [one] In the one { $level } that can be compared with { $since }:
   *[other] Of the { $of } { $plural } that can be compared with { $since }:
} { $before } in ‘{ $class }’ in { $since }, and { $after } in { $period }.
fig-say-line = { $subject }, { $area }: { $before } in { $since } and { $value } in { $period }.
fig-say-line-none = { $subject }, { $area }: not known.
fig-say-groups = { $subject }: { $list }.
fig-say-in = { $area } { $value }
fig-say-others = For comparison, in { $period }: { $list }.
fig-say-beside = { $left ->
    [0] { $area }: { $list }.
   *[other] { $area }: { $list }. The table has { $left } more.
}
fig-say-beside-none = { $area }: these figures are not known.
fig-say-contributions = { $index }, { $area }, { $period }: the score is { $score }. It is the sum of { $list }.
fig-say-contribution = { $name } ({ $value })
fig-say-contributions-unknown = Too little is known about { $list }.
fig-say-contributions-none = { $area }: no score on ‘{ $index }’ in { $period } ({ $why }).
fig-say-locator = { $area } is in { $parent }.
fig-say-locator-whole = { $area }: the outline.

## Addresses

slug-areas = areas
slug-factsheet = factsheet
slug-indices = indices
slug-stories = stories
slug-method = method

## Why an index says nothing

outcome-too-few = too few people
outcome-count-unknown = number of people not known
outcome-count-secret = number of people confidential
outcome-not-enough = not enough known

## An area

area-title = { $name } ({ $level }, { $parent })
area-is = { $name } is a { $level } in { $parent }.
area-is-whole = These are the figures for { $name } as a whole.
set-kind = area
set-is = { $name } ({ $level }) is part of { $parent }.
set-is-alone = { $name } ({ $level }).
name-in-full = { $definite } of { $name }
set-rest = the rest of { $area }
set-share-of = { $share } of the { $unit }
set-share = That is { $list } of { $area }.
sets-heading = { $count ->
    [one] An area in { $name } with a page of its own
   *[other] Areas in { $name } with a page of their own
}
inhabitants-known = { $count } people live here ({ $year }).
inhabitants-then = In { $year }, { $count } people lived here.
inhabitants-none = Nobody lives here ({ $year }).
inhabitants-none-then = In { $year }, nobody lived here.
inhabitants-unknown = It is not known how many people live here.
inhabitants-secret = The number of people who live here is confidential.
sentence-nothing-known = The figures of this site are not known here. This is often because nobody, or almost nobody, lives there.
counted-item = { $name } ({ $value } in { $year })
sentence-counted = What is counted: { $list }.
sentence-counted-too = Also counted: { $list }.
sentence-better = This is better here than in { $whole }: { $list }.
sentence-better-none = None of the known figures is clearly better here than in { $whole }.
sentence-better-none-some = { $count ->
    [one] There is one figure that we can compare with { $whole } and that can be better or worse. It is not clearly better here.
   *[other] There are { $count } figures that we can compare with { $whole } and that can be better or worse. None of them is clearly better here.
}
sentence-neither = None of the known figures is clearly better or worse here than in { $whole }.
sentence-neither-some = { $count ->
    [one] There is one figure that we can compare with { $whole } and that can be better or worse. It is about the same here.
   *[other] There are { $count } figures that we can compare with { $whole } and that can be better or worse. None of them is clearly better or worse here.
}
sentence-worse = This is less good here than in { $whole }: { $list }.
sentence-worse-none = None of the known figures is clearly worse here than in { $whole }.
sentence-worse-none-some = { $count ->
    [one] There is one figure that we can compare with { $whole } and that can be better or worse. It is not clearly worse here.
   *[other] There are { $count } figures that we can compare with { $whole } and that can be better or worse. None of them is clearly worse here.
}
sentence-improved = This has improved: { $list }.
sentence-improved-between = Between { $start } and { $end } this improved: { $list }.
sentence-improved-none = There are { $count } figures of which we can say how they changed. None of them has clearly improved.
sentence-worsened = This has got worse: { $list }.
sentence-worsened-between = Between { $start } and { $end } this got worse: { $list }.
sentence-worsened-none = There are { $count } figures of which we can say how they changed. None of them has clearly got worse.
sentence-changed-none = { $count ->
    [one] There is one figure of which we can say how it changed. It has not clearly become better or worse.
   *[other] There are { $count } figures of which we can say how they changed. None of them has clearly become better or worse.
}
changed-item = { $name } ({ $start }–{ $end })
sentence-few = Because fewer than { $least } people live here, we do not say what is better or worse here than in { $whole }: one household more or less would make a big difference.
sentence-sparse = Hardly anything is published about so few people. So we do not say what is better or worse here than elsewhere. What is known is in the table.
sentence-sparse-empty = So hardly anything is known. What is known is in the table.
map-one-part = { $name }: there is only one { $part } within it, { $child }.
map-one-class = { $count ->
    [one] In { $area }, one { $part } has a score, with the class ‘{ $class }’ on the { $index } ({ $year }).
   *[other] All { $parts } with a score in { $area } have the same class: ‘{ $class }’ on the { $index } ({ $year }).
}
map-one-colour = { $name }: in the { $count } { $parts } of { $area } with a known figure it { $same ->
    [yes] is { $low }
   *[no] runs from { $low } to { $high }
} ({ $when }).
sentence-few-unknown = Because it is not known how many people live here, we do not say what is better or worse here than in { $whole }.
sentence-few-secret = Because the number of people who live here is confidential, we do not say what is better or worse here than in { $whole }.

## Compass and signal

compass-title = What are the strengths here?
compass-lead = Where this area does better than { $whole }.
compass-lead-whole = What has improved.
compass-empty = None of the figures that we can compare is clearly better here than in { $whole }.
compass-empty-whole = No figure has clearly improved.
signal-title = What is difficult here?
signal-lead = Where this area does less well than { $whole }.
signal-lead-whole = What needs attention.
signal-empty = None of the figures that we can compare is clearly worse here than in { $whole }.
signal-empty-whole = No figure has clearly got worse.
panel-alike = About the same: { $list }.
panel-alike-whole = About the same as before: { $list }.
panel-more = And { $count } more: see the table.
panel-more-whole = And { $count } more: see the website.
point-beside = { $name }: { $value } ({ $other } in { $whole }).
change-up = { $name }: up from { $from } in { $start } to { $to } in { $end }.
change-down = { $name }: down from { $from } in { $start } to { $to } in { $end }.
change-further = { $name }: further away, from { $from } in { $start } to { $to } in { $end }.
change-nearer = { $name }: nearer by, from { $from } in { $start } to { $to } in { $end }.
change-same = { $name }: about the same, { $from } in { $start } and { $to } in { $end }.
change-unusual = Please note: { $year } was not an ordinary year ({ $event }).
index-class = { $index }: class ‘{ $class }’ ({ $year }).
index-without-domains = { $list } { $count ->
    [one] does
   *[other] do
 } not count, because too little is known: the score covers { $share } of the weight.
index-too-few = { $index }: no score, because too few people live here.
index-nobody = { $index }: no score, because nobody lives here.
index-count-unknown = { $index }: no score, because it is not known how many people live here.
index-count-secret = { $index }: no score, because the number of people who live here is confidential.
index-not-enough = { $index }: no score, because not enough is known.
index-people = In { $year }, { $share } of people lived in a { $level } with the class ‘{ $class }’ on the { $index }.
index-no-verdict = This index does not say whether things go well or badly here.
index-people-beside-scored = In { $year }, of the people whose { $level } has a score, { $share } lived in a { $level } with the class ‘{ $class }’ on the { $index }, compared with { $other } in { $whole }.
index-people-beside = In { $year }, { $share } of people lived in a { $level } with the class ‘{ $class }’ on the { $index }, compared with { $other } in { $whole }.
index-people-none = In { $year }, nobody lived in a { $level } with the class ‘{ $class }’ on the { $index }.
index-people-few = { $index }, { $year }: too few { $parts } have a score.
index-people-none-scored = In { $year }, of the people whose { $level } has a score, none lived in a { $level } with the class ‘{ $class }’ on the { $index }.
index-people-scored = In { $year }, of the people whose { $level } has a score, { $share } lived in a { $level } with the class ‘{ $class }’ on the { $index }.
since-class = In { $year } that was ‘{ $class }’.
since-class-chance = In { $year } it was ‘{ $class }’; that difference may be chance.
since-unsure = The score has a margin: another class is possible too.
since-unsure-parts = The classes of some { $parts } are not certain, because the scores have a margin.
since-same = The same was true in { $year }.
since-class-points = In { $year } that was ‘{ $class }’; the score { $way ->
    [up] has risen from { $from } to { $to }
    [down] has fallen from { $from } to { $to }
    [chance] went from { $from } to { $to }, but that may be chance
   *[none] has stayed about the same
} ({ $good ->
    [low] low is favourable
   *[high] high is favourable
}).
since-same-points = The same was true in { $year }; the score { $way ->
    [up] has risen from { $from } to { $to }
    [down] has fallen from { $from } to { $to }
    [chance] went from { $from } to { $to }, but that may be chance
   *[none] has stayed about the same
} ({ $good ->
    [low] low is favourable
   *[high] high is favourable
}).
since-position = This shows how it compared with the other { $parts } of that year, not whether things became better or worse.
since-position-parts = This shows how the { $parts } here compared with the other { $parts } of that year, not whether things became better or worse.
since-other = This cannot be compared with { $year }, when not all of the same figures were known.
since-carried-then = This cannot be compared with { $year }, when an older figure was used.
since-carried = { $count ->
    [one] This includes an older figure, because there is no newer one: { $list }. That is why we do not say what changed.
   *[other] This includes older figures, because there are no newer ones: { $list }. That is why we do not say what changed.
}
since-imputed = { $count ->
    [one] In this score one figure is filled in that is not known: { $list }. That is why we do not say what changed.
   *[other] In this score figures are filled in that are not known: { $list }. That is why we do not say what changed.
}
since-imputed-then = This cannot be compared with { $year }, when a figure was not known and was filled in.
since-carried-item = ‘{ $name }’ of { $year }
since-people = { $count ->
    [one] In the one { $part } (of { $all }) that can be compared with { $start }: { $before } in { $start }, { $after } in { $end }.
   *[other] In the { $count } { $parts } (of { $all }) that can be compared with { $start }: { $before } in { $start }, { $after } in { $end }.
}
since-people-all = In { $start } the share in { $area } was { $before }.

## Comparing

compared-higher = higher than in { $list }
compared-lower = lower than in { $list }
compared-of-others = not compared: more of these than there are people living here
compared-further = further than in { $list }
compared-nearer = nearer than in { $list }
compared-same = about the same as in { $list }
compared-with = { $area } ({ $value })
between = between { $lower } and { $upper }
answered = { $number ->
    [one] 1 person filled in the survey
   *[other] { $count } people filled in the survey
}
measured-of = { $number ->
    [one] from 1 measurement
   *[other] from { $count } measurements
}
people-of = about { $part } of the { $whole }
mark-better = better
mark-worse = not as good
mark-higher = higher
mark-lower = lower
mark-further = further
mark-nearer = nearer
mark-same = about the same
note-model = estimated with a model
note-estimate = estimate
note-provisional = provisional
note-crosswalked = estimated: converted to today’s boundaries
note-merged = added up from the areas of that time
note-from-parts = calculated from the { $parts }
note-from-some-parts = calculated from { $known } of the { $all } { $parts }
note-on-other = { $area }: { $note }

## Chapters

heading-better = { $theme }: better than in { $whole }
heading-worse = { $theme }: not as good as in { $whole }
heading-mixed = { $theme }: some figures better than in { $whole }, others not as good
heading-same = { $theme }: about the same as in { $whole }
heading-different = { $theme }: different from { $whole }
heading-improved = { $theme }: better than before
heading-worsened = { $theme }: not as good as before
heading-both-ways = { $theme }: some figures better than before, others not as good
heading-within = How is it spread within { $name }?
within-extent = Of the people in { $name }, { $tenth } live in the least favourable 10% of all { $parts } ({ $year }).
within-none = Nobody in { $name } lives in the least favourable 10% of all { $parts } ({ $year }).
within-extent-scored = Of the people in { $name } whose { $part } has a score, { $tenth } live in the least favourable 10% of all { $parts } with a score ({ $year }).
within-none-scored = Of the people in { $name } whose { $part } has a score, nobody lives in the least favourable 10% of all { $parts } with a score ({ $year }).
within-pockets = On average, { $name } is in the more favourable half. Yet { $count ->
    [one] 1
   *[other] { $count }
 } of the { $all } { $parts } with a score { $count ->
    [one] is
   *[other] are
 } in the class ‘{ $class }’.
heading-contributions = What makes up this score?
contributions-worse = Less favourable than the average of all { $parts }: { $list }.
contributions-better = More favourable than the average of all { $parts }: { $list }.
contributions-rest = { $count ->
    [one] 1 more part
   *[other] { $count } more parts
 }
chapter-fact = { $name }: { $value }, { $compared }.
chapter-fact-alone = { $name }: { $value }.
group-all = everybody
groups-kicker = By { $by }
groups-different = { $name }: differences by { $by }
groups-alike = { $name }: little difference by { $by }
groups-plain = { $name } by { $by }
groups-all = { $name } in { $year }, all groups together: { $value }.
groups-all-unknown = { $name } in { $year }: not known for all groups together.
groups-lower = It is lower among { $groups }.
groups-higher = It is higher among { $groups }.
groups-nearer = It is nearer for { $groups }.
groups-further = It is further for { $groups }.
groups-same = It is about the same among { $groups }.
groups-values = By group: { $groups }.
groups-item = { $people } ({ $value })
groups-against-higher = Among { $one } it is { $difference } higher than among { $other }.
groups-against-lower = Among { $one } it is { $difference } lower than among { $other }.
groups-against-further = For { $one } it is { $difference } further than for { $other }.
groups-against-nearer = For { $one } it is { $difference } nearer than for { $other }.
groups-against-same = There is no clear difference between { $one } and { $other }.
groups-model = These are estimates of a model. Whether the groups really differ here was not measured.

## The parts of an area

children-heading = { $count ->
    [one] { $name } has one { $part }
   *[other] { $name }: the { $count } { $parts }
 }
count-of-parts = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 }

## The table of an area

table-caption = All figures: { $name }
table-indicator = Figure
table-period = Year
table-compared = Compared with { $whole }
table-all-provisional = { $count ->
    [0] All figures are provisional.
   *[other] All figures are provisional, except { $list }.
 }
table-all-noted = { $count ->
    [0] All figures: { $note }.
   *[other] All figures: { $note }, except { $list }.
 }

## What the figures do not say

caveat-area = These figures describe an area. They say nothing about any one person who lives there.
caveat-unknown = { $unknown ->
    [one] 1 of the { $all } figures is not known here.
   *[other] { $unknown } of the { $all } figures are not known here.
 }
absent-missing = Not known: { $list }.
absent-suppressed = Confidential: { $list }.
absent-too-few = Too few people for a figure: { $list }.
absent-impossible = Does not apply: { $list }.
caveat-model = What a model estimates has not been measured here, but calculated from other traits. The model may miss what is special about this place.
caveat-model-change = We do not say how an estimate of a model changes: the model may be the reason.
caveat-of-others = There are more { $list } here than people who live here. Such a figure is mostly about those who come here, and not about those who live here. So we do not compare it.
caveat-survey = A survey figure has a margin of error: a small difference can be due to chance.
caveat-interval = A figure with a margin was not measured for everyone. It is probably between the two numbers given with it. A difference smaller than the margin can be due to chance, so we do not call it a difference.
caveat-provisional = Provisional figures may still change.
caveat-crosswalked = The boundaries of this area have changed. Some figures of earlier years are therefore estimates: they are converted to today’s boundaries.
caveat-merged = The boundaries of this area have changed. Some figures of earlier years are therefore added up from the areas of that time.
caveat-from-parts = Where there is no figure for the area itself, it is calculated from the parts of the area.
caveat-set = This area is put together from parts, and its figures are calculated from them. What cannot be calculated from parts, such as a median, is not shown.
caveat-nearly-all = In a small part of this area, some figures are not known. At most 2% of the people live there. For the figure of the whole area this makes little difference.
caveat-same = ‘About the same’ means that the difference is smaller than the limit on the method page, or may be due to chance.
caveat-same-margin = ‘About the same’ means that the difference is within the margin. For a figure without a margin, it means that the difference is smaller than the limit on the method page, or may be due to chance.
caveat-index = An index sums up many figures. It shows where its score is high or low, not why.
caveat-index-loose = The parts of the ‘{ $index }’ have little in common. So look mainly at each part on its own.

## An index

index-scored = For { $year }, { $scored } of the { $all } { $parts } have a score.
index-scored-all = For { $year }, all { $all } { $parts } have a score.
index-without-few = { $count ->
    [one] { $count } { $part } has too few people for a score.
   *[other] { $count } { $parts } have too few people for a score.
 }
index-without-count = { $count ->
    [one] For { $count } { $part }, the number of people is not known.
   *[other] For { $count } { $parts }, the number of people is not known.
 }
index-without-secret = { $count ->
    [one] For { $count } { $part }, the number of people is confidential.
   *[other] For { $count } { $parts }, the number of people is confidential.
 }
index-without-known = { $count ->
    [one] For { $count } { $part }, not enough is known.
   *[other] For { $count } { $parts }, not enough is known.
 }
index-moves = Between { $start } and { $end }, { $which ->
    [all] all { $all }
   *[some] { $count } of the { $all }
 } { $parts } can be compared. Of these, { $better } moved to a more favourable class and { $worse } to a less favourable one; { $same } stayed in the same class.
index-moves-chance = { $moved ->
    [one] In the one that moved to another class, this may be chance.
   *[other] Of the { $moved } that moved to another class, { $count } may have done so by chance.
 }
index-others = These cannot be compared: { $list }.
index-other-no-score = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 } without a score in one of the years
index-other-estimated = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 } with a figure estimated by a model
index-other-break = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 } with a figure that was measured in another way
index-other-carried = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 } with a figure from an earlier year
index-other-imputed = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 } with a figure that is filled in
index-other-indicators = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 } for which not all of the same figures are known every year
index-left-out = We do not compare { $year } with { $end }. { $why }
index-left-no-score = No { $part } has a score in both years.
index-left-estimated = Estimated by a model and not measured: { $list }.
index-left-break = Measured in another way since then: { $list }.
index-left-carried = Not measured in both years: { $list }. A figure from an earlier year is used instead.
index-left-imputed = Not known everywhere in both years, and then filled in: { $list }.
index-left-indicators = The same figures are not known in both years.
index-quoted = ‘{ $name }’
index-estimated = { $count ->
    [one] Note: at the level of { $parts }, the figure { $list } in this index was estimated with a model and not measured.
   *[other] Note: at the level of { $parts }, these figures in this index were estimated with a model and not measured: { $list }.
 } An estimate says what is likely for a place with such residents. It may contain the same things as other figures in the index.
index-margin = Some of the figures come from a sample, such as a survey. This gives the scores of { $year } a margin: in half of the { $parts } it is { $margin } points or more up and down. The scores go from { $lowest } to { $highest }.
index-margin-classes = Some of the figures come from a sample, such as a survey. This gives the scores of { $year } a margin: in half of the { $parts } it is { $margin } points or more up and down. The scores go from { $lowest } to { $highest }. { $count ->
    [0] Even so, the class of every { $part } is certain.
    [one] In 1 of the { $scored } { $parts } another class is possible too.
   *[other] In { $count } of the { $scored } { $parts } another class is possible too.
 }
index-loose = The parts of the ‘{ $index }’ have too little in common to measure one thing (Cronbach’s alpha is { $alpha }; often only { $enough } or more is called enough). So look mainly at each part on its own.
index-carried = The { $year } score of { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 } includes an older figure: { $list }.
index-caution-position = Each year is looked at separately. Another class means that the place among the other { $parts } changed, not that things became better or worse.
index-caution-classes = The score does not move evenly with the figures. That is why we only say which class a { $part } has, and not by how many points the score changed.
index-caution-period = All years are compared with { $year }. Another choice of that year may give other classes.
index-caution-pooled = All years are looked at together. When a new year is added, classes of earlier years may change too.
index-people-other-year = It is not known how many people lived here in { $years }. We use the number of people in another year instead.
index-periods-people = The number of { $parts } in each class, with the share of people who live there (for the { $count } { $parts } that can be compared in all of these years)
index-periods-areas = The number of { $parts } in each class (for the { $count } { $parts } that can be compared in all of these years)
classes-caption = The classes, and how many people live in each (only { $parts } with a score)
domains-caption = What the index is made of
index-bottom = Where do things come together?
bottom-some = In { $count } of the { $known } known figures of the { $index }, this area is among the least favourable 25% of { $parts }: { $list }.
bottom-more = { $count } more
bottom-none = In none of the { $known } known figures of the { $index } is this area among the least favourable 25% of { $parts }.
index-speeds = Are { $parts } moving closer together?
speeds-catching-up = Yes: between { $start } and { $end }, the { $parts } with the least favourable scores caught up with those with the most favourable ones. That holds however we choose them, and the difference is larger than chance would give.
speeds-lagging = No: between { $start } and { $end }, the { $parts } with the least favourable scores fell further behind those with the most favourable ones. That holds however we choose them, and the difference is larger than chance would give.
speeds-same = The difference stayed the same: between { $start } and { $end }, the { $parts } with the least and with the most favourable scores changed equally fast. That holds however we choose them.
speeds-none = We cannot say. Whether { $parts } with an unfavourable score caught up or fell behind between { $start } and { $end } depends on how we choose them, or may be chance.
speeds-spread = How far the scores lie apart (the standard deviation): { $list }.
speeds-spread-item = { $value } in { $year }
speeds-how = We group the { $count } { $parts } that can be compared three times: by the score of { $start }, by that of { $end } and by the mean of both. Groups chosen at the start move together by chance alone, and groups chosen at the end move apart. So we only draw a conclusion if it is the same three times.
speeds-caution = This is about the { $part }, not about the same people: people move in and out.
speeds-caption = How many points the score changed on average between { $start } and { $end }.
speeds-head-group = Group
speeds-head-start = Chosen by { $start }
speeds-head-end = Chosen by { $end }
speeds-head-mean = Chosen by both
speeds-worst = Least favourable fifth
speeds-middle = In between
speeds-best = Most favourable fifth
speeds-difference = Difference between least and most favourable (with margin)
index-compared = What goes together with this index?
compare-read = We compare the index with other figures: are they high or low in the same { $parts } as the score? At 1 or −1 they go exactly together or exactly opposite ways, at 0 there is no pattern.
compare-caution = This is about { $parts }, not about people: what holds for a { $part } does not hold for everyone who lives there. And that two things go together does not mean that one comes from the other.
compare-caption = How the score of { $year } per { $part } goes together with other figures (correlation)
compare-head-words = In words
compare-head-correlation = Correlation
compare-head-ranks = By rank
compare-head-areas = Number of { $parts }
compare-by-people = { $name } (every person weighs the same)
compare-way = { $strength }: where the score is higher, this figure is often { $way ->
    [up] higher
   *[down] lower
 }
compare-way-weak = weak: where the score is higher, this figure is only slightly more often { $way ->
    [up] higher
   *[down] lower
 }
compare-moderate = moderate
compare-strong = strong
compare-none = no pattern
compare-too-few = known of too few { $parts }
compare-inside = Please note: { $name } counts in the index itself. It goes without saying that it goes together with the score.
compare-overlaps = Please note: { $name } and the index measure partly the same. { $why }
compare-estimated = Please note: here { $name } is estimated by a model and not measured. Such a model uses traits that may be in the index too. The correlation can come from there.
index-coherence = Do the parts belong together?
coherence-lead = { $count ->
    [one] This is about the { $part } with a score in { $year }.
   *[other] This is about the { $count } { $parts } with a score in { $year }.
 } Where a part is not known, the area does not count for that part. At 1, two parts go up and down exactly together. At 0 there is no pattern. At −1, one is low where the other is high. All figures are turned so that they point the same way.
coherence-alpha = Cronbach’s alpha of the domains is { $alpha }. It says how well the domains together measure one thing: the closer to 1, the better. Often { $enough } or more is called enough.
coherence-own-way = A domain that goes its own way is not wrong: it says something that the other domains do not say.
coherence-against = { $one } and { $other } work against each other ({ $r }).
coherence-double = { $one } and { $other } say nearly the same ({ $r }).
coherence-opposite = { $one } and { $other } nearly mirror each other ({ $r }).
coherence-against-means = Where two parts work against each other, one is often favourable where the other is not. In the score they partly cancel each other out.
coherence-double-means = Where two parts say nearly the same, what they both measure counts for more than the weights show.
coherence-more-flags = { $count ->
    [one] Something like this holds for 1 more pair.
   *[other] Something like this holds for { $count } more pairs.
 }
coherence-no-flags = No two parts clearly work against each other, and no two measure almost the same thing.
coherence-open = How the parts go together, in numbers
coherence-domains-caption = How the domains go together, with each other and with the score (correlation, { $year })
coherence-indicators-caption = How the figures go together with their domain and with the score (correlation, { $year })
coherence-head-domain = Domain
coherence-head-score = With the score
coherence-head-score-ranks = With the score, by rank
coherence-head-alpha = Alpha of the figures in it
coherence-head-own = With the domain
index-sure = How sure is the order?
sure-lead = An index needs choices that could have been made otherwise. That is why this index was calculated again { $runs } times with other choices: { $list }.
sure-weights = every weight up to { $share } higher or lower
sure-normalise = { $count } ways to make figures comparable
sure-aggregate = { $count } kinds of mean
sure-impute = { $count } ways to fill in what is not known
sure-drop = { $count ->
    [one] one figure left out in half of the calculations
   *[other] in most of the calculations ({ $count } of every { $of }) one figure left out
 }
sure-shift = { $count ->
    [one] For the { $part } with a score in { $year }, we leave the highest 5% and the lowest 5% of all its places out.
   *[other] For each of the { $count } { $parts } with a score in { $year }, we leave the highest 5% and the lowest 5% of all its places out.
 } { $places ->
    [0] For at least half of them, only one place is then left.
    [one] For at least half of them, the highest and the lowest place are then no more than 1 apart.
   *[other] For at least half of them, the highest and the lowest place are then no more than { $places } apart.
 }
sure-worst = { $count ->
    [one] In { $year } there is 1 { $part } in the class ‘{ $class }’.
   *[other] In { $year } there are { $count } { $parts } in the class ‘{ $class }’.
 } { $firm ->
    [0] None of them has { $count ->
        [one] the least favourable place
       *[other] one of the { $count } least favourable places
     } in at least 95% of the calculations.
   *[other] Of these, { $firm ->
        [one] 1 has
       *[other] { $firm } have
     } { $count ->
        [one] the least favourable place
       *[other] one of the { $count } least favourable places
     } in at least 95% of the calculations.
 }
sure-not-margin = This is about the choices made in the index. How precisely the figures themselves were measured is not in it: that is the margin of the figures.
sure-most = The order depends most on { $choice }.
sure-none = None of these choices changes anything in the order.
sure-choice-weights = the weights
sure-choice-normalise = the way to make figures comparable
sure-choice-aggregate = the kind of mean
sure-choice-impute = the way to fill in
sure-choice-drop = leaving out one figure
sure-table = The table says what share of the differences between the calculations belongs to a choice (Sobol’s method). What choices do together counts for each of those choices. That is why the last column may add up to more than 100%.
sure-caption = What the order depends on (estimated from { $samples } samples)
sure-head-choice = Choice
sure-head-own = This choice alone
sure-head-total = Together with others, too
sure-place = With other choices, this area is usually in place { $low } to { $high } of { $of } (1 is the least favourable; in 90% of { $runs } calculations). The middle outcome is { $median }.
sure-place-same = With other choices, this area usually stays in place { $low } of { $of } (1 is the least favourable; in 90% of { $runs } calculations).
index-without = What if one part were left out?
without-lead = Here each part is left out once, in turn. Its weight then goes to the other parts of the same layer. The table says how far the order of the { $count } { $parts } with a score in { $year } then changes: at a rank correlation (Spearman) of 1 it stays exactly the same.
without-most = { $part } matters most: without it, { $parts } move { $mean } places on average.
without-least = { $part } matters least: without it, they move { $mean } places on average.
without-most-alike = The parts make about the same difference: without one of them, { $parts } move { $one ->
    [yes] { $mean }
   *[no] { $fewest } to { $mean }
} places on average.
without-within-most = Of the figures and other parts within the domains, { $part } matters most ({ $mean } places on average).
without-within-least = Of these, { $part } matters least ({ $mean } places on average).
without-within-most-alike = The figures and other parts within the domains make about the same difference ({ $one ->
    [yes] { $mean }
   *[no] { $fewest } to { $mean }
} places on average).
without-in-both = Without some parts, too little is known of some { $parts }, or enough of others. What the table says about places and classes is about the { $parts } that have a score both with and without the part; their places are those among each other.
without-means = A part that changes little is not worthless. Often it says the same as other parts, or its weight is small.
without-open = What if one part within a domain were left out?
without-caption = The index without each of its parts ({ $year })
without-caption-within = The index without each part within the domains ({ $year })
without-head-order = Rank correlation
without-head-class = In another class: { $parts }
without-head-people = In another class: inhabitants
without-head-mean = Places, on average
without-head-largest = Places, at most
without-head-lost = Score lost: { $parts }
without-head-gained = Score gained: { $parts }
without-moved = { $distance } ({ $area }, from { $from } to { $to })
without-moved-no-ranks = { $distance } ({ $area })
slug-weights = weights
try-link = Try other weights yourself
try-page = Trying other weights: { $index }
try-title = Try other weights yourself
try-lead = How much each domain counts in ‘{ $index }’ is a choice. Choose other weights here, and see at once what happens to the order of the { $parts } in { $year }.
try-play = This is for trying things out. It is not a publication: the index itself does not change.
try-scripts = To try weights, JavaScript must be on in your browser. Without JavaScript, you can read below what equal weights do, and what happens without one of the parts.
try-scripts-equal = To try other weights, JavaScript must be on in your browser. Without JavaScript, what happens without each of the parts is shown below.
try-weights = Weights
try-hint = Behind each weight you see what share it counts for: together always 100%. The address of this page remembers what you choose, so that you can share it.
try-reset = Put back the weights of the index
try-equal = Give every domain the same weight
try-search = Find a { $part }
try-outcome = What changes?
try-correlation = Rank correlation with the index
try-distance = Mean move, in places
try-of = { $n } of { $of }
try-picked = Chosen { $part }
try-area = Area
try-before = Place in the index
try-after = Place with these weights
try-move = Move, in places
try-to-worse = { $n } towards the unfavourable end
try-to-better = { $n } towards the favourable end
try-class = Class
try-class-before = Class in the index
try-class-after = Class with these weights
try-worse = Move most towards the unfavourable end
try-better = Move most towards the favourable end
try-first = Place 1 is the least favourable.
try-order = At a rank correlation (Spearman) of 1 the order is exactly the same.
try-published = The weights of the index
try-loading = The figures are being loaded.
try-failed = The figures cannot be loaded.
try-nothing = Give at least one domain a weight.
try-none = no score
try-key = area
explain-score = In { $year }, { $area } ({ $code }) has the score { $score } on ‘{ $index }’: rank { $rank } of { $of }{ $shared ->
    [yes] {" "}(a shared place)
   *[no] {""}
 }, where 1 is the least favourable.
explain-class = The class is ‘{ $class }’.
explain-known = Of the weight of all figures, { $share } is known.
explain-sum = The score is the sum of what the domains add.
explain-margin = { $unsure ->
    [yes] The score has a margin of { $margin } up and down, because figures in it come from a sample. Another class is possible too.
   *[no] The score has a margin of { $margin } up and down, because figures in it come from a sample.
 }
explain-none = In { $year }, { $area } ({ $code }) has no score on ‘{ $index }’: { $why }.
explain-above = On ‘{ $index }’, { $area } ({ $code }) consists of { $parts } { $plural }. In { $year }, { $scored } of them have a score.
explain-above-mean = The mean score, weighted by people, is { $mean }; scores run from { $lowest } to { $highest }.
explain-above-rank = The mean rank is { $rank } of { $of }, in which 1 is the least favourable. In the least favourable { $plural }, where a tenth of the people live, it is { $local }.
explain-above-extent = Of the people, { $tenth } live in the least favourable 10% of the { $plural }. If those in the least favourable 30% count less and less, it is { $extent }.
explain-above-pockets = Although the whole is in the favourable half, { $pockets ->
    [one] 1 { $part } here is among the least favourable.
   *[other] { $pockets } { $plural } here are among the least favourable.
 }
explain-without = { $moves ->
    [yes] Without { $part }: rank
   *[no] Without { $part }: still rank
 } { $rank } of { $of }{ $shared ->
    [yes] {" "}(a shared place)
   *[no] {""}
 }{ $moves ->
    [yes] {" "}instead of { $published }
   *[no] {""}
 }{ $fewer ->
    [yes] {" "}({ $before } among the { $of } with a score in both)
   *[no] {""}
 }{ $class ->
    [none] {""}
    [same] , in the same class
   *[other] , in the class ‘{ $label }’
 }.
explain-without-none = Without { $part }: no score.
explain-domain = Domain or figure
explain-weight = Weight
explain-domain-score = Score
explain-adds = Adds
explain-value = Value
explain-eligible = ‘{ $indicator }’ is { $count } there. A score needs at least { $least }.
explain-eligible-unknown = A score needs at least { $least } for ‘{ $indicator }’.
explain-enough = Of the weight of all figures, { $known } is known with a number that was measured. In every layer, at least { $needed } of the weight is needed.
explain-lacking = Not known: { $list }.
explain-by = Made comparable with
explain-absent = The weight of what is not known goes to the other parts of the same layer.
explain-by-mean = mean { $mean }, standard deviation { $deviation }
explain-by-ends = from { $low } to { $high }
explain-by-standard = against { $standard }
explain-by-rank = rank among { $count }
explain-counts = counts as { $value }
explain-turned = turned round
explain-source = Source
explain-imputed = { $value }, filled in
part-turned = { $name } ({ $good ->
    [low] low
   *[high] high
 } is good)

## The method

method-eligible = Only { $parts } with at least { $least } are included. The others get no score and no class.
method-sparse = { $name } is not known for all { $parts } and is still included. { $why }
method-shrunk = For { $list }, the figures of { $parts } with few people are drawn towards the figure of { $around }: the fewer people, the more. This way, chance decides less.
method-divided = { $name } is divided by { $by }.
method-divided-times = { $name } is divided by { $by } and multiplied by { $times }.
method-impute-parent = Where a figure of a { $part } is not known, that of the area around it counts: { $list }. Such a figure is filled in, and we say so.
method-impute-earlier = Where a figure of a { $part } is not known, its latest figure of an earlier year counts: { $list }. Such a figure is filled in, and we say so.
method-impute-all = Where a figure of a { $part } is not known, the { $middle ->
    [median] middle figure
   *[mean] average
 } of all { $parts } counts: { $list }. Such a figure is filled in, and we say so.
method-impute-level = Where a figure of a { $part } is not known, the { $middle ->
    [median] middle figure
   *[mean] average
 } of the { $parts } in { $around } counts: { $list }. Such a figure is filled in, and we say so.
method-impute-grouping = Where a figure of a { $part } is not known, the { $middle ->
    [median] middle figure
   *[mean] average
 } of the { $parts } in the same group (‘{ $grouping }’) counts: { $list }. Such a figure is filled in, and we say so.
method-outliers = A few extreme values should not decide everything{ $which ->
    [all] {"."} If a figure
   *[some] {":"} for { $list }. If such a figure
 } is too unevenly spread (a skew of { $skew } or more and a kurtosis of { $kurtosis } or more), the most extreme { $parts }, { $count ->
    [0] none at all,
    [one] at most one,
   *[other] at most { $count },
 } get the value of the next one.{ $then ->
    [log] {" "}If that is not enough, the logarithm of the figure is taken instead.
   *[nothing] {""}
 }
method-log-asked = A few extreme values should not decide everything. That is why the logarithm is taken of { $which ->
    [all] each figure
   *[some] { $list }
 }.
method-winsorised = { $name }: { $count ->
    [one] one value was
   *[other] { $count } values were
 } brought to the next one.
method-log = Of these figures the logarithm was taken, ln(x − min + 0.01 · (max − min)): { $list }.
method-log-mirrored = Of these figures the lowest values lie far from all others. The logarithm was taken from that end, −ln(max − x + 0.01 · (max − min)): { $list }.
method-uneven = After that, these figures are still unevenly spread. A few { $parts } count for much there: { $list }.
method-untreated = This was not needed for any figure.
method-one-period = A score shows how a { $part } compares with the other { $parts }.
method-each-period = Each year is looked at separately: a score shows how an area compares with the other { $parts } in that year.
method-pooled = The { $parts } of all years ({ $years }) are looked at together. This means that the years can be compared. When a new year is added, old scores may change a little.
method-period = All years are compared with the { $parts } in { $year }.
method-direction = These figures are turned round, so that high is { $good ->
    [low] unfavourable
   *[high] favourable
 } for every part: { $list }.
method-none = The figures are used just as their publisher gives them.
method-min-max = { $what ->
    [domains] The score of each domain
   *[figures] Each figure
 } becomes a number from { $low } (the lowest value) to { $high } (the highest).
method-z-score = { $what ->
    [domains] The score of each domain becomes a z-score again: the score
   *[figures] Each figure becomes a z-score: the value
 } minus the average, divided by the standard deviation.
method-z-score-scaled = { $what ->
    [domains] The score of each domain
   *[figures] Each figure
 } becomes a z-score with average { $mean } and standard deviation { $deviation }.
method-percentile-rank = { $what ->
    [domains] The score of each domain
   *[figures] Each figure
 } becomes the share of the other { $parts } that are lower: (rank − 1) ÷ (number − 1).
method-rank = { $what ->
    [domains] The score of each domain
   *[figures] Each figure
 } becomes the number of { $parts } that are lower.
method-goalposts = { $what ->
    [domains] The score of each domain
   *[figures] Each figure
 } becomes a number from 0 to { $top } between a lower and an upper limit that were chosen beforehand. Whatever lies outside them gets 0 or { $top }.
method-distance = { $what ->
    [domains] The score of each domain
   *[figures] Each figure
 } becomes { $apart ->
    [difference] its difference from
   *[ratio] its ratio to
 } that of { $around }.
method-distance-target = { $what ->
    [domains] The score of each domain
   *[figures] Each figure
 } becomes { $apart ->
    [difference] its difference from
   *[ratio] its ratio to
 } a target that was chosen beforehand.
method-rank-normal = { $what ->
    [domains] The score of each domain
   *[figures] Each figure
 } becomes a rank, and the rank a number of the normal distribution: the inverse of (rank − ½) ÷ number.
method-rank-exponential = { $what ->
    [domains] The score of each domain
   *[figures] Each figure
 } becomes a rank, and the rank a score from 0 to 100: X = −23 · ln(1 − R · (1 − e^(−100/23))). This way, those who are worst off count most.
method-joined = { $layer ->
    [index] The index is
   *[domain] The score of a domain is
 } { $mean ->
    [geometric] { $good ->
        [low] the weighted geometric average
       *[high] the weighted geometric average: a high part makes up less for a low one
    }
    [harmonic] { $good ->
        [low] the weighted harmonic average
       *[high] the weighted harmonic average: a high part hardly makes up for a low one
    }
    [power] the weighted power average with power { $power }
    [copeland] the number of other { $parts } that a { $part } comes out above on most parts by weight, minus the number that it comes out below
   *[arithmetic] the weighted average of the parts
 }.
method-joined-hides = Low scores are favourable here, and this average counts them for more. So one favourable part can hide others that are unfavourable.
method-other-index = Here, the score on ‘{ $index }’ counts.
method-weights = { $weights ->
    [equal] Every part weighs the same.
    [component] The weights follow from the figures themselves: they are the loadings on the first principal component.
    [entropy] The weights follow from the figures themselves: the more the { $parts } differ on a part, the more it weighs (entropy).
   *[given] The weights were chosen.
 }
method-known = There is a score only if at least { $share } of the weight is known. The known weights then count for the whole.
method-classes = There are { $count } classes with about equal numbers of { $of ->
    [people] people
   *[areas] { $parts }
 }: { $labels }.
method-classes-period = There are { $count } classes: { $labels }. In { $year }, each has about the same number of { $of ->
    [people] people
   *[areas] { $parts }
 }. The limits between them are the same for all years, so in another year a class can be larger or smaller.
method-classes-together = There are { $count } classes: { $labels }. Over all years together, each has about the same number of { $of ->
    [people] people
   *[areas] { $parts }
 }. The limits between them are the same for all years, so in a single year a class can be larger or smaller.
method-classes-too-few = There are no classes: fewer { $parts } have a score than the { $count } classes that were planned.
method-classes-equal = There are { $count } classes of equal width, from the lowest to the highest score: { $labels }.
method-classes-jenks = There are { $count } classes: { $labels }. The limits are such that scores within a class are as alike as can be (natural breaks of Jenks).
method-classes-deviations = There are { $count } classes: { $labels }. The limits lie at whole standard deviations from the average.
method-classes-fixed = There are { $count } classes with fixed limits: { $labels }.
method-classes-all-years = The limits are the same for all years.
method-carry = Where there is no figure for a year, an older figure counts for that year: { $list }. Where it does, we say so and name the year. A figure that is secret is not replaced by an older one.
method-carry-item = { $count ->
    [one] ‘{ $name }’ from at most { $count } year earlier
   *[other] ‘{ $name }’ from at most { $count } years earlier
 }
method-change = We compare two years only for { $parts } that have a score in both, made of the same figures, each of the year itself and measured in the same way. What we say about all areas together is about { $parts } for which this is true in all years compared.
method-change-points = The score moves evenly with the figures. That is why we also say by how many points it changed.
method-change-classes = The score does not move evenly with the figures: a small change can make many points of difference, and a large one few. That is why we only say whether the class changed, and not by how many points.
method-change-position = A class is a place within the year. If things become better everywhere, it stays the same. That is why we do not call another class better or worse.
carry-years = { $count ->
    [one] for { $count } more year, if there is no newer figure
   *[other] for { $count } more years, if there is no newer figure
 }
method-lost = In { $count } of the { $runs } calculations with other choices, fewer { $parts } get a score; the others then get a place as if those that are missing were spread evenly over the order.
method-parents = An area larger than a { $part } does not get a class. Instead, we say how many people live in each class.
kind-register = from registers
kind-survey = from a survey
kind-model = estimated with a model
kind-estimated-below = { $kind }; for { $levels } estimated with a model
good-high = high is good
good-low = low is good
good-neither = neither good nor bad
threshold-points = { $count ->
    [one] { $value } percentage point
   *[other] { $value } percentage points
}
threshold-margin = the margin of the figure
threshold-margin-or = the margin of the figure; without a margin { $threshold }
threshold-without-margin = { $threshold }; the margin is not known
threshold-none = no limit: we say nothing about differences

## Pages

page-notice = Please note
page-skip = Skip to the content
page-home = Home
page-areas = Areas
page-stories = Stories
page-method = Method
page-menu = Menu
page-breadcrumb = You are here
page-language = Language
page-edition = Edition of { $date }
page-by = By { $author }
page-minutes = { $count ->
    [one] 1-minute read
   *[other] { $count }-minute read
 }
page-published-by = Published by { $publisher }
page-not-found = Page not found
page-not-found-text = The address may have changed. Search for your neighbourhood or municipality below, or go to the home page.
search-title = Find your neighbourhood
search-label = Name or code of the area
search-hint = Type part of a name, or a code.
search-none = No area found. Check the name, or choose from the list.
search-more = And { $n } more. Type more of the name.
home-choose = Or choose from the { $parts }
home-whole = { $name } in figures
home-stories = Stories
home-more = Read on
home-counts = There are pages for { $counts }.
area-key-figures = Key figures
area-children-map = On the map
area-children-list = All { $parts }
area-neighbours = Neighbouring areas
area-part-of = Also part of
area-table = All figures in a table
area-table-open = Show the table
area-caveats = What these figures do not say
area-sources = Sources
area-text = About { $name }
area-factsheet = Factsheet: { $name } (PDF)
area-downloads = Downloads
area-code = Code { $code }
figure-table = These figures in a table
index-finding = What the index shows
index-map = On the map
index-over-time = Over the years
index-class-head = Class
index-areas = Number of { $parts }
index-people-head = People (about)
index-share = Share of people
index-domain = Domain
index-weight = Weight
index-used = Weight used
index-why = Why
index-parts = Figures
index-method = How the index is made
index-title = Index
index-also = See also:
page-indices = Indices
indices-lead = An index sums up several figures in one score for each area.
indices-of = { $parts }, { $periods }
indicator-trend = Over the years
indicator-spread = How it is spread
indicator-definition = What this figure is
indicator-unit = Unit
method-title = Method
method-index = How the { $name } is made
method-indicators = All figures and what they mean
method-indicator = Figure
method-meaning = Meaning
method-kind = Kind
method-good = Direction
method-threshold = What counts as a difference
method-periods = Years
method-breaks = Measured in another way
method-carried = Counts in an index
method-events = What happened
method-source = Source
method-rules = Rules for all figures
weights-caption = The weights of all parts of ‘{ $index }’
weights-part = Part
weights-used = In the layer
weights-overall = In the index
weights-within = (in { $around })
weights-equal = equal
weights-component = found in the figures
weights-entropy = found in the figures
equal-order = If all parts of a layer get the same weight, the rank correlation (Spearman) with this index is { $r } over the { $count } { $parts } with a score in { $year }: at 1 the order is exactly the same.
equal-classes = { $moved ->
    [0] With equal weights, no { $part } is in another class
    [one] With equal weights, 1 { $part } is in another class
   *[other] With equal weights, { $moved } { $parts } are in another class
 }.
equal-shift = { $shift ->
    [0] No { $part } moves in the order.
    [one] No { $part } moves more than 1 place in the order.
   *[other] No { $part } moves more than { $shift } places in the order.
 }
equal-lost = { $lost ->
    [one] With equal weights, 1 { $part } would have no score: too little of the weight is then known.
   *[other] With equal weights, { $lost } { $parts } would have no score: too little of the weight is then known.
 }
equal-gained = { $gained ->
    [one] With equal weights, 1 { $part } more would have a score.
   *[other] With equal weights, { $gained } { $parts } more would have a score.
 }
taking-part-caption = Figures that are not in every score with a number of the year itself: how many scores of { $parts } they are in
taking-part-no-score = no scores
taking-part-unknown = left out: nowhere known
taking-part-too-little = left out: too little known
taking-part-all = in all { $count ->
    [one] { $all } score
   *[other] { $all } scores
 }
taking-part-some = in { $count } of { $all }
taking-part-carried = { $count } from an earlier year
taking-part-imputed = { $count } filled in
method-rule-absence = What is not known is shown as ‘not known’. It is never zero.
method-rule-secret = If a figure is about very few people, we do not show it: it is confidential. If it could be worked out from other figures on this site, some of those are confidential too.
method-rule-compare = We use ‘higher’, ‘lower’, ‘better’ and ‘not as good’ only where the difference is at least as large as the limit in the table.
method-rule-groups = We compare a group of people with all groups together, and sometimes with one other group. There, too, only a difference beyond the margin or the limit counts. Groups often differ in more than one thing: a difference by age need not be due to age.
method-rule-margin = Some figures have a margin: the publisher says between which two numbers the figure probably lies. The margin goes before the limit. If two figures both have a margin, a difference counts when it is larger than √(a² + b²), where a and b are the halves of the margins that face each other. If only one of them has a margin, the other figure must lie outside it, and the difference must also reach the limit. If the publisher itself says whether an area differs from the whole, we follow that. The margin is about the measurement. It says nothing about the choices made for an index.
method-rule-chance = Chance plays a part in figures such as crimes per 1,000 people. In a small area, one case more or less makes a big difference. Where such a figure has no margin, we work out what chance can explain (95%, after Byar). A difference counts only if it is larger than that and also reaches the limit.
method-rule-few = A difference between percentages counts only if it is of at least 5 people, households or homes in the smaller of the two areas.
method-rule-events = We do not compare a figure with an unusual year as its first year: a recovery afterwards is no improvement. For an index, a warning says so. These years are: { $list }.
method-rule-bottom = For an index we also say in how many of its figures an area is among the worst 25%. Every figure counts the same here. Areas that share a value share one place in the order.
method-rule-coherence = A correlation lies between −1 and 1. At 0 there is no pattern. Below 0.1, and where chance explains enough, we also say: no pattern. From 0.1 to 0.3 we call it weak, from 0.3 to 0.5 moderate, and above that strong. ‘By rank’ looks at the order only. Cronbach’s alpha says whether the parts of an index belong together; 0.7 is often seen as enough. A pattern is about areas and not about people, and does not say what causes what.
method-rule-points = We say that a score has stayed about the same if it moved by less than a twentieth of the standard deviation of the scores in the first year. The standard deviation tells how far scores lie apart.
method-rule-score-margin = Where figures of an index come from a sample, the score has a margin. We work it out from the margins of the figures, as if these had nothing to do with each other. Within its margin a score may also belong to another class; where that is so, we say it. If a score moved by no more than √(a² + b²), where a and b are the margins of both years, we say that it may be chance.
method-rule-speeds = Whether areas come closer together is looked at three times: with groups chosen by the score in the first year, in the last year, and by the average of both. Only if all three say the same, do we say so. If you only look at the first year, the worst areas soon seem to catch up by chance.
method-rule-parts = Where there is no figure for a larger area, it is calculated from its parts: a count as a sum, a percentage as a weighted average. If so, we say so.
method-borders = Boundaries of the areas
areas-title = All areas
areas-lead = Choose an area, or search by name.
areas-sets = Other areas
stories-title = Stories
stories-lead = The people and places behind the figures.
box-tip = Tip
box-example = Example
box-dilemma = Dilemma
box-quote = Quote
box-read-more = Read more
footnotes = Notes
footnote-back = Back to the text
language-name = English
page-themes = Themes
slug-themes = themes
slug-indicators = indicators
themes-lead = What we measure, and how { $whole } is doing.
themes-lead-alone = What we measure, by topic.
slug-downloads = downloads
downloads-title = Download the figures
downloads-lead = All the figures on this site, for your own calculations. What is not known is marked as not known and is never zero.
downloads-whole = Everything together
downloads-areas = All areas
downloads-areas-about = Code, name, level, and what each area is part of.
downloads-sets = Area sets
downloads-sets-about = Which areas lie in each area set.
downloads-meanings = What every figure means
downloads-meanings-about = Name, unit, meaning, direction, kind and source of each figure.
downloads-groups = Groups of people
downloads-groups-about = By which groups figures are told.
downloads-readings = All figures for all areas
downloads-readings-about = A row for each area, figure and year. This is a large file.
downloads-indices = The indices
downloads-index-about = Score, rank, class and the contribution of each domain, by area and year.
downloads-above = { $name }: larger areas
downloads-above-about = What each larger area gets from its parts: mean score, people by class, and how unequal it is within.
downloads-indicators = By figure
downloads-of-areas = The page of an area has the files with the figures for that area.
downloads-columns = What is in the columns
columns-lead = A name with … stands for all columns that begin or end like it.
columns-areas = All areas
columns-sets = Area sets
columns-meanings = What every figure means
columns-groups = Groups of people
columns-readings = Figures: for all areas, for one area or on one subject
columns-scores = The indices
columns-above = The indices: larger areas
column-area = The code of the area.
column-name = The name of the area.
column-level = The level of the area; set if it is an area set.
column-parent = The code of the area that it lies in; empty for the whole.
column-set = The code of the area set.
column-area-in-set = The code of an area in it.
column-indicator = The code of the figure.
column-names = What the figure is called, by language.
column-units = The unit, by language.
column-abouts = What the figure says, by language.
column-theme = The code of the theme; empty if there is none.
column-measure = What kind of figure it is: share (a part, as a percentage), rate (a number per so many), count (a number), mean (an average) or other (something else, such as a median).
column-of-count = The code of the count that it is a part or a mean of; empty if there is none.
column-numerator = The code of the count that was divided here to get this figure; empty if the figure comes from its publisher.
column-times = Per how many a share or rate is: 100 for percentages, 1000 for a figure per 1,000.
column-good = Which end is favourable: high, low, neither, or context (it says nothing about good or bad).
column-kind-whole = register, survey or model (an estimate), for the whole.
column-measured = The lowest level at which it was measured, if it is estimated below that; otherwise empty.
column-kind-below = What it is at the levels below: model (an estimate); otherwise empty.
column-threshold = From which difference on we speak of higher or lower; empty if there is no limit.
column-decimals = With how many decimals it is shown on the site.
column-periods = The years with figures, with spaces between them.
column-sources = The codes of the sources, with spaces between them.
column-carry = For how many years a figure still counts in an index if there is no newer one.
column-groups = The codes of the groups of people for which it is known, with spaces between them.
column-group-code = The code of the group.
column-by = The code of the division that the group belongs to.
column-by-names = What the division is called, by language.
column-group-names = What the group is called, by language.
column-group-people = What the people in the group are called in a sentence, by language.
column-period = The year.
column-value = The number, with a point for the decimals; empty where there is none.
column-status = value, or why there is no number: missing (not known), suppressed (confidential), impossible (does not apply), too-few (too few people).
column-provisional = true where the number may still change.
column-origin = published (by the source), computed (divided here), from-parts (calculated here from the parts), merged (added up here from whole areas of that time), crosswalked (estimated here: converted from old to new boundaries).
column-parts-known = From how many parts a figure was calculated, if it is from-parts.
column-parts = How many parts of the area could have the figure; if fewer are known, the figure is not about the whole area.
column-kind = register, survey or model (an estimate).
column-lower = The lower end of the margin, as the publisher gives it; empty if no margin is known.
column-upper = The upper end of the margin.
column-n = How many people answered, or how many were measured; empty if this is not known.
column-differs = What the publisher itself says beside the whole: higher, lower or same; empty if it says nothing.
column-group = Which group of people it is about; empty where it is everybody.
column-score-status = score, or why there is no score: too-few (too few people), count-unknown (not known how many people live there), count-suppressed (how many people live there is confidential) or not-enough (too few figures known).
column-score = The score; empty if there is none. The page of the index says which end is favourable.
column-rank = The place in the order; 1 is the least favourable. Equal scores share the average of their places.
column-of = How many areas there are in that order.
column-class = The class as a number; 1 is the most favourable. Empty if there are no classes.
column-class-name = The name of the class, in the first language of the site.
column-eligible-count = The count that decides whether an area gets a score, such as that of inhabitants: of the year, or else of the nearest earlier year, or else of the latest.
column-known = Which part of the weight is known, from 0 to 1. Figures that were filled in do not count as known here.
column-domain-score = The score of a domain, as it is added to the others; the code of the domain comes before it.
column-contribution = How many points a domain adds to the score. Together they are the score.
column-adds = How many points a figure, or another index that is in it, adds to the score, through all layers. Together they are the score.
column-bottom-count = In how many figures the area is among the least favourable 25%.
column-bottom-known = How many of the figures are known of the area.
column-bottom-indicators = The figures in which the area is among the least favourable 25%.
column-margin = The margin of the score, up and down. Only where figures of the index come from a sample.
column-carried = Which figures of an earlier year count, with that year.
column-imputed = Which figures were filled in because they are not known.
column-comparable = yes where the row can be compared with the latest year, or why it cannot: no-score, estimated (by a model), break (measured in another way), carried (an older figure counts), imputed (a figure was filled in) or other-indicators (other figures are known). Empty for the latest year itself.
column-points-to-latest = The score of the latest year minus the score of this year, where that can be compared in points.
column-rank-low = The lowest number of a place with other choices; 5% of the calculations give one that is lower still. Of the latest year only.
column-rank-median = The middle number of a place in all calculations with other choices.
column-rank-high = The highest number of a place with other choices; 5% of the calculations give one that is higher still.
column-above-parts = How many parts the area has at the level of the index.
column-scored = How many of these have a score.
column-people = How many people live in all the parts.
column-people-scored = How many people live in the parts with a score.
column-mean-score = The mean score of the parts, by people.
column-lowest-score = The lowest score of the parts.
column-highest-score = The highest score of the parts.
column-mean-rank = The mean place of the parts, by people; 1 is the least favourable.
column-in-worst-tenth = Which part of the people live in the least favourable 10% of parts, from 0 to 1.
column-extent = Which part of the people live in the least favourable 30% of parts, from 0 to 1 (in the least favourable 10% everyone counts in full, after that less and less).
column-local-concentration = The mean place of the least favourable parts that together have exactly 10% of the people.
column-pockets = Of an area that is favourable on average: how many of the parts are in the least favourable class. Otherwise 0.
column-people-class = How many people live in parts of a class; 1 is the most favourable class.
column-parts-class = How many parts are in a class; 1 is the most favourable class.
theme-signal = Signal: where is life hard?
theme-compass = Compass: what do people value?
theme-context = Background
theme-unknown = Nothing is known about this.
theme-unknown-whole = For { $whole } as a whole this figure is not known. There are figures per { $part }.
factsheet-title = Factsheet: { $name }

## Factsheet

factsheet-about = About this area
factsheet-address = Page on the website
factsheet-box-dilemma = Dilemma
factsheet-box-example = Example
factsheet-box-read-more = Read more
factsheet-box-tip = Tip
factsheet-caveats = What these figures do not say
factsheet-page-1 = Page 1 of 2
factsheet-page-2 = Page 2 of 2
factsheet-page-only = Page 1 of 1
factsheet-places = Neighbouring areas
factsheet-qr = QR code for the web page
factsheet-read-on = Read more at
factsheet-sources = Sources
factsheet-table = All figures
factsheet-theme = Theme
factsheet-trends = Changes over time
