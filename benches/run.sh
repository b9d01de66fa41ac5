#!/usr/bin/env bash
# Measures building against the bars: see README.md beside this file. Prints a Markdown table.
# Usage: benches/run.sh [FOLDER WITH THE REAL DATA]
set -euo pipefail
cd "$(dirname "$0")/.."

data=${1:-../shared/data}
work="$PWD/target/bench"
brede="$PWD/target/dist/brede"

for program in hyperfine /usr/bin/time; do
    command -v "$program" >/dev/null || { echo "$program is not installed" >&2; exit 2; }
done

# measure WHAT RUNS PREPARE COMMAND…: one row; PREPARE runs before each run and is not measured.
measure() {
    local what=$1 runs=$2 prepare=$3 wall user system peak
    shift 3
    hyperfine --shell=none --style=none --runs "$runs" --prepare "$prepare" \
        --export-csv "$work/times.csv" -- "$*" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    IFS=, read -r _ wall _ _ user system _ _ < <(tail -n 1 "$work/times.csv")
    sh -c "$prepare"
    /usr/bin/time -f %M -o "$work/peak" "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    peak=$(tail -n 1 "$work/peak")
    awk -v what="$what" -v wall="$wall" -v cpu="$user $system" -v peak="$peak" \
        'BEGIN { split(cpu, part, " "); printf "| %s | %.2f s | %.2f s | %.0f MiB |\n", what, wall, part[1] + part[2], peak / 1024 }'
}

# What makes a build begin with nothing but the store.
clean() { printf 'rm -rf %q %q' "$work/$1" "$work/.$1.brede"; }

cargo build --profile dist --bin brede
mkdir -p "$work"

build_demo=("$brede" build . --out "$work/demo")
"${build_demo[@]}" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }

printf '\n%s, %s cores, %s\n\n' "$(git describe --always --dirty)" "$(nproc)" "$(date +%F)"
echo '| what | wall | CPU | peak memory |'
echo '|---|---:|---:|---:|'
measure 'the demo, clean: pages' 5 "$(clean demo)" "${build_demo[@]}" --only pages
measure 'the demo, clean: pages and PDFs' 3 "$(clean demo)" "${build_demo[@]}"
measure 'the demo, nothing changed' 10 true "${build_demo[@]}"

if [ ! -d "$data/nl-kwb-2024" ]; then
    echo "no real data in $data, so the Netherlands are not measured" >&2
    exit 0
fi
build_country=("$brede" build examples/nederland --data "$data" --out "$work/nederland")
measure 'the Netherlands 2024, clean: pages' 2 "$(clean nederland)" "${build_country[@]}" --only pages
measure 'the same: 342 factsheets' 2 "$(clean nederland)" "${build_country[@]}" --only documents
"${build_country[@]}" >"$work/log" 2>&1
measure 'the same, nothing changed' 5 true "${build_country[@]}"

if [ ! -d "$data/imd2019" ]; then
    echo "no imd2019 in $data, so England is not measured" >&2
    exit 0
fi
build_england=("$brede" build examples/england --data "$data" --out "$work/england")
measure 'England 2019, clean: pages' 2 "$(clean england)" "${build_england[@]}" --only pages
measure 'the same: 317 factsheets' 2 "$(clean england)" "${build_england[@]}" --only documents
