# Redoes an index from the tables that `brede index ID --audit FOLDER` writes, step by step:
#
#     Rscript docs/audit.R FOLDER
#
# Each step starts from brede's own table of the step before it, so a difference shows where it arises. A line for each
# step tells how many numbers were compared, the largest difference, and whether they are the same. What no table tells
# is taken as given, and a line says so. Ends with exit code 1 where anything differs, or a table is missing.
# Base R, no packages. The tables and the rules are those of docs/files.md, "Looking into an index".

# Two ways to reckon a number differ in its last digits: R sums with more digits than brede. Over tens of thousands of
# areas that stays below 1e-11, and what was done by another rule is far above.
TOLERANCE <- 1e-9

folder <- commandArgs(trailingOnly = TRUE)
if (length(folder) != 1) stop("one folder is asked for: Rscript audit.R FOLDER", call. = FALSE)

# ---- The tables

# Codes, names and years stay text: 0855 is no number.
TEXTS <- c("area", "name", "period", "reference", "indicator", "source", "parent", "part", "layer",
           "largest_shift_area")

table_of <- function(name) {
  path <- file.path(folder, paste0(name, ".csv"))
  if (!file.exists(path)) stop(path, " is missing", call. = FALSE)
  table <- read.csv(path, colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
  numbers <- which(!names(table) %in% TEXTS & !(name == "0-areas" & grepl("^(within|group)_", names(table))))
  table[numbers] <- lapply(table[numbers], function(column) {
    column <- type.convert(column, as.is = TRUE)
    if (is.character(column)) column else as.numeric(column)
  })
  table
}
all_tables <- c("0-areas", "1-raw", "1b-shrunk", "2-denominated", "3-imputed", "4-treated", "5-normalised",
                "6-aggregated", "7-scores", "cells", "treatment", "weights", "layers", "parameters", "classes",
                "left-out", "left-out-areas", "correlations", "alpha", "sensitivity", "draws")
tables <- sapply(all_tables, table_of, simplify = FALSE)
places <- tables[["0-areas"]]
people <- ifelse(is.na(places$people), 0, places$people)
raw <- tables[["1-raw"]]; denominated <- tables[["2-denominated"]]; imputed <- tables[["3-imputed"]]
treated <- tables[["4-treated"]]; normalised <- tables[["5-normalised"]]; aggregated <- tables[["6-aggregated"]]
scores <- tables[["7-scores"]]; parameters <- tables$parameters; layers <- tables$layers
indicators <- names(raw)[-(1:3)]

# A cell is an area in a period; all tables of steps have the same, in the same order.
key <- function(table) paste(table$area, table$period)
cell <- key(raw)
for (table in tables[c(1, 4:9)]) if (!identical(key(table), cell)) stop("the tables have other areas", call. = FALSE)
latest <- raw$period == tail(raw$period, 1)

# The cells that are normalised together, and those of the years that decide how.
of_years <- function(years) raw$period %in% strsplit(years, " ")[[1]]
groups <- unique(parameters[c("period", "reference")])
groups <- Map(function(own, decide) list(own = of_years(own), decide = of_years(decide)),
              groups$period, groups$reference)
deciding <- Reduce(`|`, lapply(groups, `[[`, "decide"))

# In which area of a level, or in which group of a grouping, each area lies, in the words of `cells`.
lies_in <- function(by) {
  if (by == "all") return(rep("all", length(cell)))
  within <- grep("^within_", names(places), value = TRUE)
  column <- switch(by, whole = within[1], parent = tail(within, 1), paste0("within_", by))
  if (column %in% within) return(places[[column]])
  group <- places[[paste0("group_", by)]]
  ifelse(is.na(group), NA, paste(by, group))
}

# All parts of the index, each before what is in it (0 is the index itself); `weights` and `parameters` have one order.
parts <- cbind(parameters[seq(1, nrow(parameters), by = length(groups)), ],
               tables$weights[c("depth", "given", "used_in_layer", "used_in_index")], id = tables$weights$part)
is_indicator <- !is.na(parts$impute)
above <- sapply(seq_len(nrow(parts)), function(at) max(0, which(parts$depth[1:at] == parts$depth[at] - 1)))
inside <- function(layer) which(above == layer)
is_domain <- seq_len(nrow(parts)) %in% above          # what is neither is another index
layer_numbers <- c(which(is_domain), 0)
rules <- layers[!is.na(layers$weights), ]             # one for each of them, in that order
rule_of <- function(layer) rules[layer_numbers == layer, ]
path_of <- function(at) if (above[at] == 0) parts$id[at] else paste0(path_of(above[at]), "/", parts$id[at])
path <- sapply(seq_len(nrow(parts)), path_of)
# A domain and the index that it holds may have one id: the columns of the first of them come first.
of_part <- function(at, what) {
  column <- paste0(parts$id[at], "_", c("aggregated", what))
  start <- which(names(aggregated) == column[1])[match(at, which(parts$id == parts$id[at] & !is_indicator))]
  aggregated[start:(start + 2)][[column[2]]]
}
columns <- function(own, of) do.call(cbind, lapply(own, of))
goes_in <- function(at) if (is_indicator[at]) normalised[[parts$part[at]]] else of_part(at, "normalised")

numbers_in <- function(rule) as.numeric(regmatches(rule, gregexpr("(?<= )-?[0-9.]+", rule, perl = TRUE))[[1]])
word_of <- function(rule) sub("[ :].*", "", rule)
# The word behind others in what is done to an indicator before its layer; nothing where that is not done.
told_of <- function(it, words) {
  steps <- layers$normalise[is.na(layers$weights) & layers$layer == it]
  regmatches(steps, regexpr(paste0("(?<=", words, " )[^ ,]+"), steps, perl = TRUE))
}

# ---- Comparing

# A difference is relative to the number, or to `size` where the number is less: what is left of two nearly equal
# numbers has fewer digits than they had. The middle of a column is such a size.
hold <- function(mine, theirs, what, size = median(abs(theirs), na.rm = TRUE)) {
  if (length(mine) != length(theirs)) stop(what, ": ", length(mine), " against ", length(theirs), call. = FALSE)
  difference <- rep(Inf, length(mine))                # of words, and of what one of the two alone knows
  known <- !is.na(mine) & !is.na(theirs)
  if (is.numeric(mine)) {
    difference[known] <- (abs(mine - theirs) / pmax(abs(mine), abs(theirs), size, na.rm = TRUE))[known]
  }
  difference[(known & mine == theirs) | (is.na(mine) & is.na(theirs))] <- 0
  now$numbers <<- now$numbers + sum(!is.na(mine) | !is.na(theirs))
  if (any(difference > now$largest)) {
    now$largest <<- max(difference)
    now$where <<- paste(what, if (length(mine) == length(cell)) cell[which.max(difference)])
  }
}
given <- function(count, why) if (count > 0) now$given <<- c(now$given, paste(count, why))

different <- character()
step <- function(name, redo, nothing = "there are no numbers") {
  now <<- list(numbers = 0, largest = 0, where = "", given = character())
  redo()
  same <- now$largest <= TOLERANCE
  if (!same) different <<- c(different, name)
  cat(sprintf("%-13s", name), if (now$numbers == 0) paste("nothing to compare:", nothing) else paste0(
    now$numbers, " numbers, largest difference ", format(now$largest, digits = 2), ": ",
    if (same) "same" else paste("DIFFERENT in", now$where)), "\n", sep = "")
  for (line in now$given) cat(sprintf("%-13s", ""), "taken as given: ", line, "\n", sep = "")
}

# ---- From readings to indicators

# The log-odds m of few people are drawn to M, those of the area around them, by how sure both are.
shrunk <- function() {
  d <- tables[["1b-shrunk"]]
  for (it in unique(d$indicator)) {
    of_it <- d[d$indicator == it, ]
    at <- match(key(of_it), cell)
    # shares are rounded, and a little more than all is still all
    hold(pmin(raw[[it]][at], of_it$times), of_it$rate, paste(it, "rate"))
    hold(lies_in(told_of(it, "shrunk to"))[at], of_it$parent, paste(it, "parent"))
  }
  r <- d$rate * d$n / d$times
  around <- paste(d$indicator, d$period, d$parent)
  R <- ave(r, around, FUN = sum)
  N <- ave(d$n, around, FUN = sum)
  m <- log((r + 0.5) / (d$n - r + 0.5))
  M <- log((R + 0.5) / (N - R + 0.5))
  s2 <- (d$n + 1) * (d$n + 2) / (d$n * (r + 1) * (d$n - r + 1))
  t2 <- ave((m - M)^2, around, FUN = sum) / (ave(r, around, FUN = length) - 1)
  t2[!is.finite(t2)] <- NA                            # of a single part
  stays <- is.na(d$t2) | d$t2 == 0                    # that, or the same odds everywhere
  w <- ifelse(stays, 1, (1 / s2) / (1 / s2 + 1 / d$t2))
  odds <- exp(w * m + (1 - w) * M)
  hold(R / N * d$times, d$parent_rate, "parent_rate")
  hold(N, d$parent_n, "parent_n")
  hold(t2, d$t2, "t2", size = 1e-6)
  hold(w, d$w, "w")
  hold(ifelse(stays, d$rate, odds / (1 + odds) * d$times), d$shrunk, "shrunk")
}

divided <- function() {
  d <- tables[["1b-shrunk"]]
  for (it in indicators) {
    x <- raw[[it]]
    x[match(key(d)[d$indicator == it], cell)] <- d$shrunk[d$indicator == it]
    for (by in told_of(it, "divided by")) {
      divisor <- denominated[[paste0(it, "_per_", by)]]
      x <- x / ifelse(divisor == 0, NA, divisor) * as.numeric(told_of(it, paste("divided by", by, "times")))
    }
    hold(x, denominated[[it]], it)
  }
}

# Means and medians, and a number of an earlier year that the index has. What the area around has itself no table tells;
# but all that was taken from one source is one number.
filled_in <- function() {
  untold <- 0
  for (at in which(is_indicator)) {
    it <- parts$part[at]
    x <- denominated[[it]]
    gaps <- which(is.na(x) & !is.na(imputed[[it]]))
    told <- tables$cells[tables$cells$what == "imputed" & tables$cells$indicator == it, ]
    told <- told[match(cell[gaps], key(told)), ]
    rule <- strsplit(parts$impute[at], " ")[[1]][-1]  # "mean of groep", "parent", "earlier period"
    source <- if (isTRUE(rule[2] == "of")) {
      group <- lies_in(rule[3])
      x[gaps] <- ave(x, raw$period, group, FUN = function(x) get(rule[1])(x, na.rm = TRUE))[gaps]
      paste(rule[1], "of", group)[gaps]
    } else {
      earlier <- x[match(paste(told$area, told$source), cell)]
      alike <- paste(told$period, told$source)
      x[gaps] <- ifelse(is.na(earlier), told$to[match(alike, alike)], earlier)
      untold <- untold + sum(is.na(earlier))
      if (identical(rule, "parent")) lies_in(rule)[gaps] else told$source
    }
    hold(x, imputed[[it]], it)
    hold(source, told$source, paste(it, "source"))
  }
  given(untold, "filled in from what an area around has, or a year that no table has; those of one source are alike")
}

# ---- Outliers

# The skew and the excess kurtosis of a sample; none where they cannot be told.
shape <- function(x) {
  x <- x[!is.na(x)]
  n <- length(x)
  if (n < 4 || min(x) == max(x)) return(c(skew = NA, kurtosis = NA))
  d <- x - mean(x)
  r <- n * sum(d^4) / sum(d^2)^2
  c(skew = sqrt(n) * sum(d^3) / sum(d^2)^1.5 * sqrt(n * (n - 1)) / (n - 2),
    kurtosis = ((n + 1) * (r - 3) + 6) * (n - 1) / ((n - 2) * (n - 3)))
}

# From the end that the skew leaves long; numbers beyond those that decide count as the outermost of these.
logarithm <- function(x, decide) {
  low <- min(decide)
  high <- max(decide)
  offset <- 0.01 * (high - low)
  mirrored <- isTRUE(shape(decide)[["skew"]] < 0)
  list(x = if (mirrored) -log(high - pmin(x, high) + offset) else log(pmax(x, low) - low + offset),
       what = if (mirrored) "log-mirrored" else "log", low = low, high = high, points = NA)
}

# `x` are the cells of a group, of which `decide` says how.
treat <- function(x, decide, rule) {
  decide <- decide[!is.na(decide)]
  nothing <- list(x = x, what = "no", low = NA, high = NA, points = NA)
  if (rule == "none" || length(decide) == 0 || min(decide) == max(decide)) return(nothing)
  if (rule == "logarithm") return(logarithm(x, decide))
  limit <- numbers_in(rule)                           # of skew, kurtosis and points
  passes <- function(x) !isFALSE(abs(shape(x)[["skew"]]) < limit[1] || shape(x)[["kurtosis"]] < limit[2])
  if (passes(decide)) return(nothing)
  ends <- range(decide)
  cut <- function(x) pmin(pmax(x, ends[1]), ends[2])
  while (!passes(cut(decide))) {
    now <- cut(decide)
    nearer <- ends
    if (shape(now)[["skew"]] >= 0) nearer[2] <- max(now[now < ends[2]]) else nearer[1] <- min(now[now > ends[1]])
    if (sum(decide < nearer[1] | decide > nearer[2]) > limit[3]) break
    ends <- nearer
  }
  done <- list(x = cut(x), what = "winsorised", low = ends[1], high = ends[2], points = sum(x != cut(x), na.rm = TRUE))
  enough <- passes(cut(decide))
  if (!enough && grepl("else logarithm", rule)) {
    done <- logarithm(x, decide)
    enough <- passes(logarithm(decide, decide)$x)
  }
  if (!enough) done$what <- paste0(done$what, "-not-enough")
  done
}

outliers <- function() {
  mine <- NULL
  for (at in which(is_indicator)) {
    before <- after <- imputed[[parts$part[at]]]
    for (of in names(groups)) {
      group <- groups[[of]]
      done <- treat(before[group$own], before[group$decide], parts$treat[at])
      after[group$own] <- done$x
      mine <- rbind(mine, data.frame(indicator = parts$part[at], period = of, done[-1],
                                     before = t(shape(before[group$decide])), after = t(shape(after[group$decide]))))
    }
    hold(after, treated[[parts$part[at]]], path[at])
  }
  told <- parameters[!is.na(parameters$impute), ]
  hold(mine$what, told$treated, "parameters treated")
  hold(as.numeric(c(mine$low, mine$high)), c(told$treated_low, told$treated_high), "parameters treated_low, _high")
  mine <- mine[mine$what != "no", ]
  theirs <- tables$treatment
  which_ones <- c("indicator", "period", "what")
  hold(unlist(mine[which_ones]), as.character(unlist(theirs[which_ones])), "treatment of which, and what")
  hold(as.numeric(mine$points), theirs$points, "treatment points")
  hold(c(mine$before.skew, mine$before.kurtosis, mine$after.skew, mine$after.kurtosis),
       c(theirs$skew_before, theirs$kurtosis_before, theirs$skew_after, theirs$kurtosis_after), "treatment", size = 1)
}

# What `cells` lists stands in the table of its step.
listed <- function() {
  d <- tables$cells
  steps <- list(carried = raw, imputed = imputed, winsorised = treated)
  found <- mapply(function(step, it, at) steps[[step]][[it]][at],
                  sub("[:-].*", "", d$what), d$indicator, match(key(d), cell))
  hold(as.numeric(found), d$to, "cells")
}

# ---- Comparable numbers

# Numbers as they are put in order, rounded to 40 bits (Veltkamp): sums that differ by rounding alone are tied.
in_order <- function(x) {
  scaled <- 8193 * x
  rounded <- scaled - (scaled - x)
  ifelse(is.finite(rounded), rounded, x)
}

# `x` are the cells of a group, of which `decide` says how. Ranks count from the smallest.
normalise <- function(x, decide, rule, goalposts, standard) {
  number <- numbers_in(rule)
  known <- sort(decide)
  n <- length(known)
  flat <- n > 0 && known[1] == known[n]
  smaller <- findInterval(x, known, left.open = TRUE)
  equal <- findInterval(x, known) - smaller
  rank <- pmin(pmax(smaller + (equal + 1) / 2, 1), n)  # no further than the first and the last of those that decide
  y <- switch(word_of(rule),
    "none" = x,
    "min-max" = (if (flat) 0.5 else (x - known[1]) / (known[n] - known[1])) * (number[2] - number[1]) + number[1],
    "z-score" = (if (flat) 0 else (x - mean(known)) / sd(known)) * number[2] + number[1],
    "percentile-rank" = if (n == 1) 0 else pmin(smaller, n - 1) / (n - 1),
    "rank" = pmin(smaller, n - 1),
    "goalposts" = pmin(pmax((x - goalposts[1]) / (goalposts[2] - goalposts[1]), 0), 1) * number[2],
    "distance-to-reference" = if (grepl("ratio", rule)) x / abs(standard) else x - standard,
    "rank-normal" = qnorm((rank - 0.5) / n),
    "rank-exponential" = pmin(-23 * log1p(-rank / n * (1 - exp(-100 / 23))), 100),
    stop("no normalisation is called ", rule, call. = FALSE))
  looks_at_others <- !grepl("^(none|goalposts|distance)", rule)
  ifelse(is.na(x) | (looks_at_others & n == 0), NA, y)
}

# A part before it is normalised, and after. Another index is turned round already.
before_normalised <- function(at) {
  if (!is_indicator[at]) return(of_part(at, "aggregated"))
  if (parts$turned[at] == "yes") -treated[[parts$part[at]]] else treated[[parts$part[at]]]
}
# The mean over the areas that lie in the same larger one, by people where they are counted.
mean_around <- function(x, by) {
  around <- lies_in(by)
  y <- x
  for (group in groups) {
    w <- group$decide * (if (any(people > 0)) people else 1)
    of <- ave(seq_along(x), around, FUN = function(at) weighted.mean(x[at], w[at], na.rm = TRUE))
    y[group$own] <- ifelse(is.na(around), NA, of)[group$own]
  }
  y
}
# What distances are measured from can be redone where it is the target of an indicator, or the mean of a domain or of
# another index. What a larger area has itself, and the target of a domain, no table tells.
measured_from <- function(at) sub(".* to ", "", parts$normalise[at])
is_told <- function(at) is_indicator[at] == (measured_from(at) == "target")
standard_told <- function(at) {
  if (is_indicator[at]) treated[[paste0(parts$part[at], "_standard")]] else of_part(at, "standard")
}
standard_of <- function(at, x) {
  if (is.null(standard_told(at)) || !is_told(at)) return(standard_told(at))
  if (!is_indicator[at]) return(mean_around(x, measured_from(at)))
  rep((if (parts$turned[at] == "yes") -1 else 1) * as.numeric(told_of(parts$part[at], "target")), length(cell))
}
after_normalised <- function(at, x) {
  if (length(inside(at)) > 1 && grepl("rank", parts$normalise[at])) x <- in_order(x)
  goalposts <- c(parts$goalpost_low[at], parts$goalpost_high[at])
  standard <- standard_of(at, x)
  y <- x
  for (group in groups) {
    y[group$own] <- normalise(x[group$own], x[group$decide], parts$normalise[at], goalposts, standard[group$own])
  }
  y
}

comparable <- function() {
  for (at in seq_len(nrow(parts))) {
    x <- before_normalised(at)
    hold(after_normalised(at, x), goes_in(at), path[at])
    if (is_told(at)) hold(standard_of(at, x), standard_told(at), paste("standard of", path[at]))
    else given(sum(!is.na(standard_told(at))), paste("standards from which the distances of", path[at], "are measured"))
    for (of in seq_along(groups)) {
      known <- x[groups[[of]]$decide & !is.na(x)]
      spread <- if (length(unique(known)) > 1) sd(known) else 0
      mine <- c(n = length(known), mean = mean(known), sd = spread, min = min(known, Inf), max = max(known, -Inf))
      told <- unlist(parameters[(at - 1) * length(groups) + of, names(mine)])
      hold(mine[!is.na(told)], told[!is.na(told)], paste("parameters of", path[at]), size = spread)
    }
  }
}

# ---- Weights

first_component <- function(x) {
  loadings <- eigen(cor(x), symmetric = TRUE)$vectors[, 1]
  loadings * sign(sum(loadings))
}
entropy <- function(x) apply(x, 2, function(column) {
  if (min(column) == max(column)) return(0)
  share <- column / sum(column)
  max(0, 1 + sum(ifelse(share > 0, share * log(share), 0)) / log(length(share)))
})

weighted <- function() {
  for (layer in layer_numbers) {
    own <- inside(layer)
    x <- columns(own, goes_in)[deciding, , drop = FALSE]
    x <- x[complete.cases(x), , drop = FALSE]
    w <- switch(rule_of(layer)$weights, "given" = parts$given[own], "equal" = rep(1, length(own)),
                "first-component" = first_component(x), "entropy" = entropy(x))
    if (sum(w) > 0) w <- w / sum(w)
    hold(w, parts$used_in_layer[own], paste(rule_of(layer)$layer, "used_in_layer"))
    around <- if (layer == 0) 1 else parts$used_in_index[layer]
    hold(w * around, parts$used_in_index[own], paste(rule_of(layer)$layer, "used_in_index"))
  }
}

# ---- Joined

# Against how many others an area wins by weight, less against how many it loses.
copeland <- function(x, w, enough) {
  count <- rep(NA_real_, nrow(x))
  for (group in groups) {
    others <- t(x[group$decide & enough, , drop = FALSE])
    for (at in which(group$own & enough)) {
      lead <- colSums(w * sign(x[at, ] - others), na.rm = TRUE)
      count[at] <- sum(lead > 1e-9) - sum(lead < -1e-9)
    }
  }
  count
}

# `known` is the share of each part that was read and not filled in. Of the weight of a layer enough must be known; of
# the index itself something must have been read.
join <- function(x, known, w, rule, is_index) {
  keep <- w > 0
  x <- x[, keep, drop = FALSE]
  w <- w[keep]
  share <- as.vector((!is.na(x)) %*% w)
  read <- as.vector(((!is.na(x)) * known[, keep, drop = FALSE]) %*% w)
  enough <- share > 0 & share >= parts$minimum_known[1] - 1e-9 & (read > 0 | !is_index)
  mean_of <- function(x) as.vector(ifelse(is.na(x), 0, x) %*% w) / share
  power <- numbers_in(rule)
  y <- switch(word_of(rule),
    "arithmetic" = mean_of(x),
    "geometric" = exp(mean_of(log(x))),
    "harmonic" = 1 / mean_of(1 / x),
    "power" = mean_of(x^power)^(1 / power),
    "copeland" = copeland(x, w, enough),
    stop("no mean is called ", rule, call. = FALSE))
  list(x = ifelse(enough, y, NA), known = read)
}

# What was read of each part: of an indicator what was not filled in, of another index what its own audit tells.
known <- columns(seq_along(above), function(at) {
  if (is_indicator[at]) !is.na(denominated[[parts$part[at]]]) else rep(TRUE, length(cell))
})
join_inside <- function(layer, instead = NULL, without = NULL) {
  own <- setdiff(inside(layer), without)
  x <- columns(own, function(at) if (at %in% instead$part) instead$x else goes_in(at))
  read <- columns(own, function(at) if (at %in% instead$part) instead$known else known[, at])
  w <- parts$used_in_layer[own]
  if (!is.null(without)) w <- w / sum(w)
  join(x, read * !is.na(x), w, rule_of(layer)$aggregate, layer == 0)
}
joined <- function() {
  for (at in rev(seq_along(above))) {                 # what is in a part comes before the part itself
    if (is_domain[at]) {
      found <- join_inside(at)
      known[, at] <<- found$known
      hold(found$x, of_part(at, "aggregated"), path[at])
    } else if (!is_indicator[at]) {
      given(sum(!is.na(of_part(at, "aggregated"))), paste("scores of", path[at], "and what is known: see its audit"))
    }
  }
  found <- join_inside(0)
  hold(found$x, aggregated$score, "score")
  if (all(is_domain | is_indicator)) hold(found$known, aggregated$known, "known")
}

# ---- Scores, ranks and classes

scored <- function() {
  hold(aggregated$score, scores$score, "score")
  hold(ifelse(is.na(scores$known), NA, aggregated$known), scores$known, "known")
  counted <- scores$eligible_count
  if (!is.null(counted)) {
    too_few <- !is.na(counted) & counted < parts$eligible_least[1]
    hold(too_few, ifelse(is.na(counted), FALSE, scores$status == "too-few"), "status")
  }
  own <- inside(0)
  x <- columns(own, goes_in)
  x[is.na(scores$score), ] <- NA                      # domains are told of areas with a score
  w <- parts$used_in_layer[own]
  rule <- rule_of(0)$aggregate
  # a part adds by weight in an arithmetic mean, else by its share in the sum of the bent numbers (Euler's theorem)
  bent <- switch(word_of(rule), "geometric" = x^0, "harmonic" = 1 / x, "power" = x^numbers_in(rule), x)
  pull <- t(t(ifelse(is.na(x), 0, bent)) * w)
  pull[, w == 0] <- 0                                 # also where 1 / x cannot be told
  whole <- if (rule == "arithmetic") (!is.na(x)) %*% w else rowSums(pull) / aggregated$score
  for (at in seq_along(own)) {
    hold(x[, at], scores[[paste0(path[own[at]], "_score")]], paste(path[own[at]], "score"))
    if (rule == "copeland") next
    adds <- ifelse(is.na(scores$score), NA, pull[, at] / whole)
    hold(adds, scores[[paste0(path[own[at]], "_contribution")]], paste(path[own[at]], "contribution"))
  }
  adds <- scores[endsWith(names(scores), "_adds")]
  if (length(adds) > 0) hold(rowSums(adds), scores$score, "the sum of all that indicators add")
}

low_is_good <- parts$good[1] == "low"
from_bad <- function(x) rank(if (low_is_good) -in_order(x) else in_order(x), na.last = "keep")

ranked <- function() {
  hold(ave(aggregated$score, raw$period, FUN = from_bad), scores$rank, "rank")
  of <- ave(aggregated$score, raw$period, FUN = function(x) sum(!is.na(x)))
  hold(ifelse(is.na(scores$score), NA, of), scores$of, "of")
}

quantiles <- function(x, k) {
  n <- length(x)
  from_low <- if (low_is_good) k - pmax(ceiling(k * rank(-x) / n), 1) else pmax(ceiling(k * rank(x) / n), 1) - 1
  sapply(seq_len(k - 1), function(class) min(x[from_low >= class], Inf))
}
# A class is that in which the middle of the people of a score stands.
quantiles_of_people <- function(x, people, k) {
  values <- sort(unique(x))
  own <- as.vector(rowsum(people, match(x, values)))
  class <- floor(k * ((cumsum(own) - own / 2) / sum(own)))
  sapply(seq_len(k - 1), function(of) min(values[class >= of], Inf))
}
# The classes within which the squares of what scores differ from their mean sum to the least (Fisher, Jenks).
natural_breaks <- function(x, k) {
  values <- sort(unique(x))
  n <- length(values)
  if (n < k) return(c(values[-1], rep(Inf, k - n)))
  times <- as.vector(table(factor(x, levels = values)))
  sums <- sapply(0:2, function(power) c(0, cumsum(times * (values - values[1])^power)))
  spread <- function(from, to) {
    of <- sums[rep_len(to, length(from)), , drop = FALSE] - sums[from, , drop = FALSE]
    pmax(of[, 3] - of[, 2]^2 / of[, 1], 0)
  }
  cost <- c(0, spread(rep(1, n), 2:(n + 1)))          # of all up to the number, in as many classes as were reckoned
  starts <- NULL
  for (class in seq_len(k - 1)) {
    best <- sapply(seq_len(n + 1), function(to) {
      if (to < class + 2) return(c(Inf, NA))
      from <- (class + 1):(to - 1)
      all <- cost[from] + spread(from, to)
      c(min(all), from[which.min(all)])
    })
    cost <- best[1, ]
    starts <- rbind(starts, best[2, ])
  }
  end <- n + 1
  breaks <- NULL
  for (class in rev(seq_len(k - 1))) breaks <- c(values[end <- starts[class, end]], breaks)
  breaks
}

classed <- function() {
  d <- tables$classes
  if (nrow(d) == 0) return()
  one <- d[d$period == d$period[1], ]                 # from the good end
  k <- nrow(one)
  told <- if (low_is_good) one$at_least[-1] else rev(one$at_least[-k])
  score <- in_order(aggregated$score)
  decide <- !is.na(score) & (is.na(one$reference[1]) | of_years(one$reference[1]))
  x <- score[decide]
  rule <- one$rule[1]
  limits <- if (rule == "fixed") told
    else if (rule == "quantile of people") quantiles_of_people(x, people[decide], k)
    else if (rule == "quantile of areas" || min(x) == max(x)) quantiles(x, k)
    else switch(word_of(rule),
      "equal-intervals" = min(x) + (max(x) - min(x)) * seq_len(k - 1) / k,
      "jenks" = natural_breaks(x, k),
      "standard-deviations" = mean(x) + numbers_in(rule) * sd(x))
  limit <- limits
  limit[limit == Inf] <- max(x) + abs(max(x)) * 1e-15 # a class that nobody is in may begin just beyond all
  hold(limit, told, "limits", size = max(abs(x)))
  ends <- c(NA, limit, NA)
  from_low <- if (low_is_good) seq_len(k) else rev(seq_len(k))
  hold(rep(ends[from_low], length.out = nrow(d)), d$at_least, "at_least", size = max(abs(x)))
  hold(rep(ends[from_low + 1], length.out = nrow(d)), d$below, "below", size = max(abs(x)))
  from_low <- findInterval(score, limits) + 1
  class <- if (low_is_good) from_low else k + 1 - from_low
  hold(class, scores$class, "class")
  for (at in seq_len(nrow(d))) {
    own <- which(class == d$class[at] & raw$period == d$period[at])
    of <- if (all(is.na(places$people[own]))) NA else sum(people[own])
    hold(c(length(own), of), c(d$areas[at], d$people[at]), "areas and people")
  }
}

# ---- How the parts go together, and what they move

# In the direction of the index: domains of areas with a score, indicators before anything was filled in or treated.
latest_of <- function(at) {
  if (!is_indicator[at]) return(ifelse(is.na(scores$score), NA, goes_in(at))[latest])
  (if (parts$turned[at] == "yes") -1 else 1) * denominated[[parts$part[at]]][latest]
}
outermost <- function(at) if (above[at] == 0) at else outermost(above[at])
weighs <- parts$used_in_index > 0

alpha_of <- function(x) {
  if (is.null(dim(x)) || ncol(x) < 2 || nrow(x) < 2) return(c(NA, NA, NA))
  spread <- var(rowSums(x))
  if (spread <= 1e-12 * sum(apply(x, 2, var))) return(c(NA, NA, NA))
  c(ncol(x), nrow(x), ncol(x) / (ncol(x) - 1) * (1 - sum(apply(x, 2, var)) / spread))
}
complete <- function(own) {
  x <- columns(own, latest_of)
  x[complete.cases(x), , drop = FALSE]
}
alpha <- function() {
  d <- tables$alpha
  of_domain <- function(domain) {
    own <- which(is_indicator & weighs & sapply(seq_along(above), outermost) == domain)
    if (length(own) == 0) return(c(NA, NA, NA))
    x <- complete(own)
    spread <- apply(x, 2, sd)
    alpha_of(t(t(x) / spread)[, spread > 0, drop = FALSE])
  }
  mine <- rbind(alpha_of(complete(inside(0))), t(sapply(inside(0), of_domain)))
  hold(as.vector(mine), c(d$parts, d$areas, d$alpha), "alpha", size = 1)
}

correlations <- function() {
  d <- tables$correlations
  kinds <- list(domains = c("domain", "domain"), `domain-score` = c("domain", "score"),
                indicators = c("indicator", "indicator"), `indicator-domain` = c("indicator", "domain"),
                `indicator-score` = c("indicator", "score"))
  column <- function(kind, name) switch(kind, score = aggregated$score[latest],
    latest_of(which(path == name & is_indicator == (kind == "indicator"))))
  for (at in which(d$pair %in% names(kinds))) {
    kind <- kinds[[d$pair[at]]]
    x <- column(kind[1], d$part[at])
    y <- column(kind[2], d$with[at])
    both <- !is.na(x) & !is.na(y)
    varies <- length(unique(x[both])) > 1 && length(unique(y[both])) > 1
    r <- function(method) cor(x[both], y[both], method = method)
    mine <- if (varies) c(sum(both), r("pearson"), r("spearman")) else c(NA, NA, NA)
    hold(mine, c(d$areas[at], d$pearson[at], d$spearman[at]), paste(d$part[at], "with", d$with[at]), size = 1)
  }
  own <- parts$id[is_indicator & weighs]
  hold(sum(d$pair == "indicators"), sum(outer(own, own, `!=`)) / 2, "how many pairs of indicators")
  given(sum(d$pair == "compared"), "correlations with a figure outside the index, which no table has")
}

# The scores without a part: its weight goes to the others of its layer, and all layers above are done again.
without <- function(at) {
  found <- join_inside(above[at], without = at)
  while (above[at] > 0) {
    at <- above[at]
    x <- after_normalised(at, found$x)
    found <- join_inside(above[at], instead = list(part = at, x = x, known = found$known))
  }
  found$x[latest]
}
left_out <- function() {
  d <- tables[["left-out"]]
  areas <- tables[["left-out-areas"]]
  for (at in seq_len(nrow(d))) {
    it <- d$part[at]
    score <- areas[[paste0("without_", it, "_score")]]
    if (all(is.na(score))) {
      given(1, paste("index without", it, "in which a mean cannot take what is left"))
      next
    }
    # of equal numbers that were reckoned anew the last digit would decide a pair
    around <- above[startsWith(it, paste0(path, "/"))]
    if (any(sapply(around, function(layer) rule_of(layer)$aggregate) == "copeland")) {
      given(sum(!is.na(score)), paste("scores without", it))
    } else hold(without(which(path == it)), score, paste("score without", it))
    both <- !is.na(areas$score) & !is.na(score)
    ranks <- sapply(list(areas$score, score), function(x) from_bad(ifelse(both, x, NA)))
    hold(cbind(ranks, ifelse(both, sum(both), NA)),
         as.matrix(areas[paste0(c("with_", "without_", "without_"), it, c("_rank", "_rank", "_of"))]),
         paste("ranks without", it))
    shift <- abs(ranks[, 1] - ranks[, 2])
    most <- which.max(shift)
    other <- areas$class[both] != areas[[paste0("without_", it, "_class")]][both]
    own <- people[latest][both]
    mine <- c(areas = sum(both), areas_lost = sum(!is.na(areas$score[!both])), areas_gained = sum(!is.na(score[!both])),
              spearman = if (length(unique(ranks[both, 2])) > 1) cor(ranks[both, ])[1, 2] else NA,
              other_class_areas = sum(other), other_class_people = sum(own[other]) / sum(own),
              mean_shift = mean(shift[both]), largest_shift = shift[most],
              used_in_index = parts$used_in_index[path == it])
    hold(mine, unlist(d[at, names(mine)]), paste("left-out", it), size = 1)
    if (shift[most] > 0) {
      hold(areas$area[most], d$largest_shift_area[at], paste("largest_shift_area without", it))
      hold(ranks[most, ], c(d$largest_shift_from[at], d$largest_shift_to[at]), paste("largest_shift without", it))
    }
  }
  hold(areas$score, aggregated$score[latest & nrow(areas) > 0], "score")
}

# ---- All of them

step("shrunk", shrunk, "no rate is drawn to that of the area around it")
step("divided", divided)
step("imputed", filled_in)
step("treated", outliers)
step("cells", listed, "all are readings of their own period")
step("normalised", comparable)
step("weighted", weighted)
step("aggregated", joined)
step("scores", scored)
step("ranks", ranked)
step("classes", classed, "the index has no classes")
step("alpha", alpha)
step("correlations", correlations)
step("left-out", left_out, "no part is left out")
cat("Not redone: what follows from draws at random (", nrow(tables$draws), " rows of draws, ", nrow(tables$sensitivity),
    " of sensitivity, rank_low to rank_high),\n",
    "bottom_count, carried, imputed, comparable and points_to_latest of 7-scores.\n", sep = "")
if (length(different) > 0) {
  cat("DIFFERENT:", paste(different, collapse = ", "), "\n")
  quit(status = 1)
}
cat("All that was compared is the same.\n")
