#!/usr/bin/env bash
# Redoes the audits of indices in R (docs/audit.R): those of the demo, of the town of steps, and of the demo's index with
# other rules, so that every rule is redone at least once. Each step that is the same is a test that passes, and each rule
# that was met. Last come audits that are not right: a number that was changed, a table that is not there.
#
#     tests/audit/run.sh PROGRAM FOLDER       # FOLDER is made, and removed
#
# Writes "passed failed" to $BREDE_COUNTS.
set -uo pipefail
cd "$(dirname "$0")/../.."
program=$1
work=$2
passed=0
failed=0

# is TITLE COMMAND…: one test, without what the command says.
is() {
    if "${@:2}" >/dev/null 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $1"
    fi
}

# audit TITLE ID SITE: an index of a site as it is.
audit() {
    local steps
    rm -rf "$work/tables"
    if "$program" index "$2" "$3" --audit "$work/tables" >"$work/told" 2>&1 &&
        Rscript docs/audit.R "$work/tables" >"$work/told" 2>&1; then
        steps=$(grep -c ': same$' "$work/told")
        passed=$((passed + steps))
        echo "$2: $1: $steps steps"
        (cd "$work/tables" && cat layers.csv parameters.csv classes.csv treatment.csv cells.csv) >>"$work/rules"
    else
        failed=$((failed + 1))
        echo "FAILED: $2: $1"
        cat "$work/told"
    fi
}

# variant TITLE ID SED…: an index of the demo with other rules.
variant() {
    local change definition="$work/site/data/indices/mdi.toml"
    # without what takes long and is not redone
    sed '/^\[uncertainty\]/,/^$/d' data/indices/mdi.toml >"$definition"
    for change in "${@:3}"; do sed -i "$change" "$definition"; done
    audit "$1" "$2" "$work/site"
}

# of DOMAIN CHANGE: a change between the id of a domain and how its parts are normalised.
of() { echo "/^id *= \"$1\"/,/^normalise/$2"; }

rm -rf "$work"
mkdir -p "$work/site"
cp -r site.toml data "$work/site/"

audit "the demo" mdi .
audit "the demo" mdi-wijk .
audit "the town of steps" stappen tests/towns/steps

variant "ranks, natural breaks" mdi "$(of inkomen 's/"z-score"/"percentile-rank"/')" "$(of werk 's/"z-score"/"rank"/')" \
    "$(of opleiding 's/"z-score"/"rank-normal"/')" '/^\[combine\]/,/^$/s/"z-score"/"rank-exponential"/' \
    's/^method = .*/method = "jenks"/'
variant "ranks within each period, classes of people" mdi 's/^reference.*/reference = "each-period"/' \
    's/"z-score"/"rank-exponential"/' 's/^method = .*/method = "quantile"\nof = "people"/'
variant "ranks among those of another year" mdi 's/^reference.*/reference = "period:2019"/' 's/"z-score"/"rank-normal"/' \
    "$(of werk 's/"rank-normal"/"percentile-rank"/')" "$(of gezondheid 's/"rank-normal"/"rank"/')" \
    's/^method = .*/method = "standard-deviations"/'

variant "means, entropy" mdi 's/"z-score"/{ method = "min-max", low = 1, high = 100 }/' \
    's/^aggregate.*/aggregate = "geometric"\nweights = "entropy"/' "$(of werk 's/^normalise.*/&\naggregate = "harmonic"/')" \
    "$(of gezondheid 's/^normalise.*/&\naggregate = { power = 0.5 }/')" 's/^method = .*/method = "equal-intervals"/'
variant "pairs within each period, fixed breaks, high is good" mdi 's/^reference.*/reference = "each-period"/' \
    's/^good .*/good = "high"/' 's/^aggregate.*/aggregate = "copeland"/' \
    "$(of inkomen 's/^normalise.*/&\naggregate = "copeland"/')" 's/^method = .*/method = "fixed"\nbreaks = [-40, 0, 4000.5]/'
variant "pairs against those of another year, a first component" mdi 's/^reference.*/reference = "period:2014"/' \
    's/^aggregate.*/aggregate = "copeland"\nweights = "first-component"/' \
    "$(of werk 's/^normalise.*/&\nweights = "equal"/')"

variant "goalposts and distances" mdi '/^treat /d' \
    "$(of werk 's/^normalise.*/normalise = { method = "goalposts", top = 100 }/')" \
    "$(of werk 's/bijstand = 1/bijstand = { weight = 1, goalposts = [1, 12] }/')" \
    "$(of werk 's/werkenden = 1/werkenden = { weight = 1, goalposts = [50, 75] }/')" \
    "$(of gezondheid 's/^normalise.*/normalise = "distance-to-reference"/')" \
    "$(of veiligheid 's/^normalise.*/normalise = { method = "distance-to-reference", to = "gemeente", as = "difference" }/')" \
    "$(of huisvesting 's/^normalise.*/normalise = { method = "distance-to-reference", to = "target" }/')" \
    "$(of huisvesting 's/hoge_woonlasten = 1/hoge_woonlasten = { weight = 1, target = 20 }/')" \
    "$(of huisvesting 's/te_krap = 1/te_krap = { weight = 1, target = 5 }/')" \
    '/^\[combine\]/,/^$/s/"z-score"/{ method = "distance-to-reference", to = "gemeente", as = "difference" }/'

variant "shrunk, divided, filled in" mdi 's/^laag_inkomen *= {/& shrink = "gemeente",/' \
    "$(of werk 's/werkenden = 1/werkenden = { weight = 1, shrink = "regio" }/')" \
    "$(of werk 's/bijstand = 1/bijstand = { weight = 1, shrink = "regio", impute = "earlier" }/')" \
    "$(of veiligheid 's/overlast = 1/overlast = { weight = 1, per = { indicator = "woningen", times = 1000 } }/')" \
    "$(of hinder 's/fijnstof = 1/&, overlast = { weight = 1, per = { indicator = "woningen", times = 10 } }/')" \
    's/sparse = {/impute = "mean", &/'
variant "filled in with middles" mdi 's/^treat .*/treat = "none"\nimpute = "median"/' \
    's/impute = "parent"/impute = { mean = "gemeente" }/' 's/sparse = {/impute = { median = "gemeente" }, &/'

variant "outliers that are winsorised or get a logarithm" mdi \
    's/^treat .*/treat = { skew = 0.1, kurtosis = 0, points = 5, log = true }/'
variant "outliers that are winsorised, deciles" mdi 's/^reference.*/reference = "each-period"/' \
    's/^treat .*/treat = { skew = 0.1, kurtosis = 0, points = 8, log = false }/' 's/^method = .*/method = "deciles"/' \
    's/^labels = .*/labels = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]/'
variant "logarithms by those of another year" mdi-wijk 's/^reference.*/reference = "period:2019"/' 's/^treat .*/treat = "log"/'

# a change that changes nothing would redo nothing
for rule in ,none,given ,min-max ,z-score ,percentile-rank ,rank, ,goalposts ',distance-to-reference ratio to whole' \
    ',distance-to-reference ratio to target' ',distance-to-reference difference to gemeente' ,rank-normal ,rank-exponential ,arithmetic ,geometric ,harmonic ,power ,copeland \
    ,given, ,equal, ,entropy, ,first-component, 'imputed,,[0-9.]*,DM' 'imputed,,[0-9.]*,mean of all' \
    'imputed,,[0-9.]*,median of all' 'imputed,,[0-9.]*,mean of DM' 'imputed,,[0-9.]*,median of DM' \
    'imputed,,[0-9.]*,mean of groep' 'imputed,,[0-9.]*,2[0-9]*' ,winsorised, ,winsorised-not-enough, ,log, ,log-mirrored \
    'divided by' hinder/overlast 'shrunk to' 'quantile of areas' 'quantile of people' equal-intervals jenks standard-deviations ,fixed, \
    ,2014,2014, '2014 2019 2024,2014 2019 2024' '2014 2019 2024,2019'; do
    is "no audit has the rule $rule" grep -q -e "$rule" "$work/rules"
done

# audits that are not right
rm -rf "$work/tables"
"$program" index stappen tests/towns/steps --audit "$work/tables" >"$work/told" 2>&1
cp "$work/tables/5-normalised.csv" "$work/kept"
awk -F, -v OFS=, 'NR == 9 { $5 += 0.001 } { print }' "$work/kept" >"$work/tables/5-normalised.csv"
Rscript docs/audit.R "$work/tables" >"$work/told" 2>&1
is "a number that was changed: exit code" test $? -eq 1
is "a number that was changed: its step" grep -q '^DIFFERENT: normalised' "$work/told"
cp "$work/kept" "$work/tables/5-normalised.csv"
cp "$work/tables/0-areas.csv" "$work/kept"
sed '2s/,A,/,B,/' "$work/kept" >"$work/tables/0-areas.csv"
Rscript docs/audit.R "$work/tables" >"$work/told" 2>&1
is "an area in another group: its step" grep -q '^DIFFERENT: imputed' "$work/told"
cp "$work/kept" "$work/tables/0-areas.csv"
rm "$work/tables/alpha.csv"
Rscript docs/audit.R "$work/tables" >"$work/told" 2>&1
is "a table that is not there: exit code" test $? -eq 1
is "a table that is not there: its name" grep -q 'alpha.csv is missing' "$work/told"

rm -rf "$work"
echo "$passed $failed" >"${BREDE_COUNTS:-/dev/stdout}"
[ "$failed" -eq 0 ]
