#!/usr/bin/env bash
# Measures the index engine beside the same work in numpy: see README.md beside this file. Prints a Markdown table.
set -euo pipefail
cd "$(dirname "$0")/.."

venv="$PWD/target/bench/numpy"
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import numpy' 2>/dev/null || "$venv/bin/pip" install --quiet numpy

cargo bench --bench index | tee "$venv/ours"
"$venv/bin/python" benches/index.py | tee "$venv/theirs"

printf '\n%s, %s cores, %s\n\n' "$(git describe --always --dirty)" "$(nproc)" "$(date +%F)"
echo '| what | brede | numpy | numpy ÷ brede |'
echo '|---|---:|---:|---:|'
paste "$venv/ours" "$venv/theirs" | awk -F'\t' \
    '{ printf "| %s | %.3f s | %.3f s | %.1f |\n", $1, $2, $4, $4 / $2 }'
