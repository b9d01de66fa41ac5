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

fig-key = Which line is whose: { $lines }.
fig-key-area = the thick line is { $name }
fig-key-parent = the thin line is { $name }
fig-key-whole = the dashed line is { $name }

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

## Addresses

slug-areas = areas
slug-factsheet = factsheet
slug-indices = indices
slug-stories = stories
slug-method = method

## Why an index says nothing

outcome-too-few = too few inhabitants
outcome-count-unknown = number of inhabitants not known
outcome-not-enough = not enough known

## An area

area-title = { $name } ({ $level } in { $parent })
area-is = { $name } is a { $level } in { $parent }.
area-is-whole = This is { $name }, all areas together.
inhabitants-known = { $count } people live here ({ $year }).
inhabitants-none = Nobody lives here ({ $year }).
inhabitants-unknown = How many people live here is not known.
sentence-nothing-known = No figures are known for this area. Often that is because nobody, or hardly anybody, lives there.
sentence-better = Better than in { $whole } are the figures on { $list }.
sentence-better-none = None of the known figures is clearly better here than in { $whole }.
sentence-worse = Less good than in { $whole } are the figures on { $list }.
sentence-worse-none = None of the known figures is clearly less good here than in { $whole }.
sentence-improved = Better than in { $year } are the figures on { $list }.
sentence-improved-none = Since { $year } none of the figures became clearly better.
sentence-worsened = Less good than in { $year } are the figures on { $list }.
sentence-worsened-none = Since { $year } none of the figures became clearly worse.

## Compass and signal

compass-title = What is strong here?
compass-lead = What goes better than in { $whole }.
compass-lead-whole = What became better.
compass-empty = None of the known figures is clearly better here than in { $whole }.
compass-empty-whole = No figure became clearly better.
signal-title = Where is it hard?
signal-lead = What goes less well than in { $whole }.
signal-lead-whole = What asks for attention.
signal-empty = None of the known figures is clearly less good here than in { $whole }.
signal-empty-whole = No figure became clearly worse.
point-beside = { $name }: { $value } (in { $whole }: { $other }).
change-up = { $name } rose from { $from } ({ $start }) to { $to } ({ $end }).
change-down = { $name } fell from { $from } ({ $start }) to { $to } ({ $end }).
change-same = { $name } stayed about the same: { $from } ({ $start }) and { $to } ({ $end }).
index-class = { $index }: { $class } ({ $year }).
index-too-few = { $index }: no score, because too few people live here.
index-count-unknown = { $index }: no score, because it is not known how many people live here.
index-not-enough = { $index }: no score, because not enough is known.
index-people = { $share } of the inhabitants live in a { $level } of the class ‘{ $class }’ ({ $index }, { $year }).

## Comparing

compared-higher = higher than in { $area } ({ $value })
compared-lower = lower than in { $area } ({ $value })
compared-same = about the same as in { $area } ({ $value })
people-of = about { $part } of the { $whole }
mark-better = better
mark-worse = less good
mark-higher = higher
mark-lower = lower
mark-same = about the same
note-model = estimated with a model
note-provisional = provisional
note-from-parts = computed from the { $parts }

## Chapters

heading-better = { $theme }: better than in { $whole }
heading-worse = { $theme }: less good than in { $whole }
heading-mixed = { $theme }: partly better, partly less good than in { $whole }
heading-same = { $theme }: about the same as in { $whole }
heading-different = { $theme }: different from { $whole }
heading-improved = { $theme }: it became better
heading-worsened = { $theme }: it became less good
heading-both-ways = { $theme }: partly better, partly less good than before
chapter-fact = { $name }: { $value }, { $compared }.
chapter-fact-alone = { $name }: { $value }.

## The parts of an area

children-heading = { $count ->
    [one] The { $part } of { $name }
   *[other] The { $count } { $parts } of { $name }
 }
count-of-parts = { $count ->
    [one] { $count } { $part }
   *[other] { $count } { $parts }
 }

## The table of an area

table-caption = All figures of { $name }
table-indicator = Figure
table-period = Year
table-compared = Compared

## What the figures do not say

caveat-area = The figures are about an area. They say nothing of any one person who lives there.
caveat-unknown = { $unknown ->
    [one] Of the { $all } figures, 1 is not known here.
   *[other] Of the { $all } figures, { $unknown } are not known here.
 }
caveat-model = What a model estimates has not been measured. The model looks at age, income and homes; it does not see what is special here.
caveat-survey = A figure from a survey has a margin: a small difference can be chance.
caveat-provisional = Provisional figures may still change.
caveat-from-parts = Where there is no figure for this area itself, it is computed from its parts.
caveat-same = ‘About the same’ means: the difference is smaller than the limit on the method page.
caveat-index = An index sums up many figures. It says where it is hard, not why.

## An index

index-scored = In { $year }, { $scored } of the { $all } { $parts } have a score.
index-without-few = { $count ->
    [one] { $count } { $part } has too few inhabitants for a score.
   *[other] { $count } { $parts } have too few inhabitants for a score.
 }
index-without-count = { $count ->
    [one] Of { $count } { $part } the number of inhabitants is not known.
   *[other] Of { $count } { $parts } the number of inhabitants is not known.
 }
index-without-known = { $count ->
    [one] Of { $count } { $part } not enough is known.
   *[other] Of { $count } { $parts } not enough is known.
 }
index-moves = Between { $start } and { $end }, { $better } { $parts } moved to a better class and { $worse } to a less good one; { $same } stayed in the same.
classes-caption = The classes, and who lives there
domains-caption = What the index is made of
part-turned = { $name } (high is good)

## The method

method-eligible = Only { $parts } with at least { $least } count. The others get no score and no class.
method-each-period = Each year is looked at by itself: a score says how an area stands in that year beside the other { $parts }.
method-pooled = The { $parts } of all years ({ $years }) are looked at together. That makes the years comparable. When a year is added, old scores may change a little.
method-period = All years are compared with the { $parts } in { $year }.
method-direction = A figure of which a high value is good is turned round. So high means the same for every part.
method-none = The figures go in as their publisher gives them.
method-z-score = Each figure becomes a z-score: the value less the mean, divided by the standard deviation.
method-rank-exponential = Each figure becomes a rank, and the rank a score from 0 to 100 by X = −23 · ln(1 − R · (1 − e^(−100/23))). So those who are worst off count most.
method-domain = Within a domain the score is the weighted mean of the figures.
method-combine-none = The index is the weighted mean of the domains.
method-combine-z-score = The scores of the domains become z-scores again. The index is their weighted mean.
method-combine-rank-exponential = The scores of the domains become ranks, and these become scores from 0 to 100 by X = −23 · ln(1 − R · (1 − e^(−100/23))). The index is their weighted mean.
method-known = There is a score only where at least { $share } of the weight is known. The known weights then count for the whole.
method-classes = There are { $count } classes, each with as many { $parts }: { $labels }. The limits are the same for all years.
method-parents = An area larger than a { $part } gets no class of its own. It says how many inhabitants live in each class.
kind-register = from registers
kind-survey = from a survey
kind-model = estimated with a model
good-high = high is good
good-low = low is good
good-neither = neither good nor bad
threshold-points = { $value } percentage points
threshold-none = no limit: nothing is said of differences

## Pages

page-notice = Please note
page-skip = To the content
page-home = Home
page-areas = Areas
page-stories = Stories
page-method = Method
page-menu = Menu
page-breadcrumb = You are here
page-language = Language
page-edition = Edition of { $date }
page-by = by { $author }
page-minutes = { $count ->
    [one] 1 minute to read
   *[other] { $count } minutes to read
 }
page-published-by = Published by { $publisher }
page-made-with = Made with brede
page-not-found = This page is not here
page-not-found-text = The address may have changed. Search for your neighbourhood or municipality below, or go to the start.
search-title = Find your neighbourhood
search-label = Name or code of an area
search-hint = Type part of the name, for example of your neighbourhood, district or municipality.
search-none = No area found. Check the name, or choose from the list.
search-found = { $count ->
    [one] 1 area found
   *[other] { $count } areas found
 }
home-choose = Or choose from the { $parts }
home-whole = { $name } in figures
home-map = On the map
home-stories = Stories
home-more = Read on
home-counts = With a page for { $counts }.
area-key-figures = The main figures
area-themes = By theme
area-children-map = On the map
area-children-list = All { $parts }
area-neighbours = Areas beside it
area-table = All figures in a table
area-table-open = Show the table
area-caveats = What these figures do not say
area-sources = Sources
area-text = About { $name }
area-factsheet = Factsheet of { $name } (PDF)
area-factsheet-text = Two pages to print or to share.
area-locator = Where { $name } is
area-downloads = To take away
area-code = Code { $code }
figure-source = Source: { $source }
figure-table = The figures in a table
index-finding = What the index shows
index-map = On the map
index-class-head = Class
index-areas = Number of { $parts }
index-people-head = Inhabitants (about)
index-share = Share of the inhabitants
index-domain = Domain
index-weight = Weight
index-used = Used
index-why = Why
index-parts = Figures
index-method = How the index is made
index-title = Index
method-title = Method
method-index = How the { $name } is made
method-indicators = All figures and what they mean
method-indicator = Figure
method-meaning = Meaning
method-kind = Kind
method-good = Direction
method-threshold = What counts as a difference
method-periods = Years
method-source = Source
method-rules = Rules for all figures
method-rule-absence = What is not known is shown as not known. It is never zero.
method-rule-compare = ‘Higher’, ‘lower’, ‘better’ and ‘less good’ are said only where the difference is larger than the limit in the table.
method-rule-parts = Where there is no figure for a larger area, it is computed from its parts: a count as a sum, a percentage as a weighted mean. It then says so.
areas-title = All areas
areas-lead = Choose an area, or search by name.
stories-title = Stories
stories-lead = What the figures tell, with people and places.
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
themes-lead = What we measure, and how it goes in { $whole }.
themes-lead-alone = What we measure, by subject.
theme-signal = Signal: where is it hard?
theme-compass = Compass: what do people value?
theme-unknown = Nothing is known of this.
factsheet-title = Factsheet { $name }

## Factsheet

factsheet-about = About this area
factsheet-address = Page on the website
factsheet-box-dilemma = Dilemma
factsheet-box-example = Example
factsheet-box-read-more = Read more
factsheet-box-tip = Tip
factsheet-caveats = What these figures do not say
factsheet-compared = Compared
factsheet-page-1 = Page 1 of 2
factsheet-page-2 = Page 2 of 2
factsheet-places = Around this area
factsheet-qr = QR code with the address of the page
factsheet-read-on = Read on at
factsheet-sources = Sources
factsheet-table = All figures
factsheet-theme = Theme
factsheet-trends = How it changes
