#!/usr/bin/env bash
# All tests, from a fresh Debian or Ubuntu on: installs what is missing, builds, and reads what was built.
# Uses the network only to install. As root, or with sudo. The last line says how many passed and failed.
set -euo pipefail
cd "$(dirname "$0")/.."

work="$PWD/target/tests"
demo="$work/demo"
passed=0
failed=0

heading() { printf '\n== %s\n' "$1"; }

# section TITLE COMMAND…: runs it and adds up its counts; those that count nothing are one test each.
section() {
    local title=$1 start=$SECONDS status=0 counts
    shift
    heading "$title"
    rm -f "$work/counts"
    # What runs here stands before `||`, so a failing step does not end it: functions join theirs with `&&`.
    BREDE_COUNTS="$work/counts" "$@" 2>&1 | tee "$work/log" || status=$?
    if [ -s "$work/counts" ]; then
        counts=$(cat "$work/counts")
    else
        counts=$(awk '/^test result:/ { passed += $4; failed += $6; any = 1 } END { if (any) print passed, failed }' "$work/log")
    fi
    [ -n "$counts" ] || counts="$((status == 0)) 0"
    read -r section_passed section_failed <<<"$counts"
    [ "$status" -eq 0 ] || [ "$section_failed" -gt 0 ] || section_failed=1
    passed=$((passed + section_passed))
    failed=$((failed + section_failed))
    printf -- '-- %s: %s passed, %s failed, %s s\n' "$title" "$section_passed" "$section_failed" "$((SECONDS - start))"
    return "$status"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

has() { command -v "$1" >/dev/null 2>&1; }

# Packages of what is missing: `missing PROGRAM PACKAGE…`.
missing() {
    has "$1" || packages+=("${@:2}")
}

install_packages() {
    local packages=()
    missing cc build-essential
    missing qpdf qpdf
    missing pdftotext poppler-utils
    missing java default-jre-headless
    missing Rscript r-base-core
    missing python3 python3
    python3 -c 'import ensurepip' 2>/dev/null || packages+=(python3-venv)
    missing node nodejs
    missing npm npm
    has chromium || has chromium-browser || has google-chrome || packages+=(chromium)
    if [ ${#packages[@]} -eq 0 ]; then
        echo "all packages are there"
        return
    fi
    echo "installing ${packages[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
}

check_rust() {
    has cargo || { echo "install Rust first: see README.md" >&2; exit 1; }
    if ! cargo clippy --version >/dev/null 2>&1 || ! cargo fmt --version >/dev/null 2>&1; then
        rustup component add clippy rustfmt
    fi
    cargo --version
}

# What is in the lock file and the list of requirements, once for each version of them.
install_readers() {
    if ! cmp -s tests/browser/package-lock.json tests/browser/node_modules/installed.json; then
        (cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund)
        cp tests/browser/package-lock.json tests/browser/node_modules/installed.json
    fi
    if ! cmp -s tests/documents/requirements.txt "$work/venv/installed.txt"; then
        python3 -m venv "$work/venv"
        "$work/venv/bin/python" -m pip install --quiet --requirement tests/documents/requirements.txt
        cp tests/documents/requirements.txt "$work/venv/installed.txt"
    fi
    echo "Node $(node --version), $("$work/venv/bin/python" --version), $(qpdf --version | head -n 1)"
}

build_demo() {
    # the tests have built the program
    rm -rf "$demo" "$work/.demo.brede" &&
        target/release/brede build . --out "$demo"
}

# The pages on which weights are tried, of the demo and of the demo with other means and classes; for each the
# scores that the program gives where all domains weigh the same.
try_weights() {
    local variant status=0 passed=0 failed=0 one two counts=$BREDE_COUNTS
    rm -rf "$work/weights"
    for variant in '' \
        's/^treat .*/&\nimpute = "median"/; s/^indicators = { bijstand = 1, werkenden = 1 }/indicators = { bijstand = 1 }/' \
        's/^method = "quantile"/method = "quantile"\nof = "people"/' \
        's/^method = "quantile"/method = "jenks"/; s/^reference = .*/reference = "period:2019"/' \
        's/^method = "quantile"/method = "equal-intervals"/; s/^good      = "low"/good      = "high"/' \
        's/^method = "quantile"/method = "standard-deviations"/; s/^aggregate = "arithmetic"/aggregate = { power = 2 }/; /^\[combine\]/,/^$/s/normalise = "z-score"/normalise = "rank-exponential"/' \
        's/^aggregate = "arithmetic"/aggregate = "geometric"/; /^\[combine\]/,/^$/s/normalise = "z-score"/normalise = { method = "min-max", low = 1, high = 100 }/' \
        's/^aggregate = "arithmetic"/aggregate = "harmonic"/; /^\[combine\]/,/^$/s/normalise = "z-score"/normalise = "rank-exponential"/'; do
        mkdir -p "$work/weights/site" && cp -r site.toml data content "$work/weights/site/"
        # without what takes long and has no say in it
        sed -i -e '/^\[uncertainty\]/,/^$/d' -e "$variant" "$work/weights/site/data/indices/mdi.toml"
        sed -E 's/^weight( +)= [0-9]+\.[0-9]+$/weight\1= 1/' -i.given "$work/weights/site/data/indices/mdi.toml"
        target/release/brede index mdi "$work/weights/site" >"$work/weights/equal.csv" 2>/dev/null || status=1
        mv "$work/weights/site/data/indices/mdi.toml.given" "$work/weights/site/data/indices/mdi.toml"
        target/release/brede build "$work/weights/site" --out "$work/weights/out" --only pages 2>/dev/null || status=1
        echo "the demo${variant:+ with $variant}"
        BREDE_COUNTS="$work/weights/counts" node tests/browser/weights.mjs "$work/weights/out" mdi "$work/weights/equal.csv" || status=1
        read -r one two <"$work/weights/counts"
        passed=$((passed + one)) failed=$((failed + two))
        rm -rf "$work/weights"
    done
    echo "$passed $failed" >"$counts"
    return "$status"
}

mkdir -p "$work"
heading "tools"
install_packages
check_rust
install_readers

section "format" cargo fmt --check || true
section "lints" cargo clippy --release --all-targets -- -D warnings || true
section "tests" cargo test --release --no-fail-fast || true
if section "the demo" build_demo; then
    section "pages as files" node tests/browser/files.mjs "$demo" || true
    section "pages in the Nu HTML checker" node tests/browser/html.mjs "$demo" || true
    section "pages in a browser" node tests/browser/run.mjs "$demo" || true
    section "weights by hand" node tests/browser/reckon.mjs || true
    section "weights that are tried" try_weights || true
    section "audits in R" tests/audit/run.sh target/release/brede "$work/audit" || true
    section "documents" "$work/venv/bin/python" tests/documents/check.py "$demo" || true
else
    echo "the demo was not built, so its pages and documents are not tested"
fi

heading "all together, after $((SECONDS / 60)) minutes"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
