"""Reckons the index of this town apart from brede, from the formulas alone, and writes `expected/`.

Run it in this folder with Python 3; it needs nothing else. `python3 reckon.py --data` also draws the table
of areas anew, always the same.
"""

import csv
import math
import random
import sys

INDICATORS = ["handel", "vluchten", "wegen", "internet", "servers", "uitstoot", "afval", "hernieuwbaar"]
PER = {"handel": ("bbp", 100), "vluchten": ("inwoners", 1000)}
LOW_IS_GOOD = {"uitstoot", "afval"}


def draw():
    r = random.Random(7)
    head = ["code", "naam", "groep", "inwoners", "bbp"] + INDICATORS
    with open("data/gebieden.csv", "w", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(head)
        for at in range(120):
            people = r.randint(200, 90000)
            wealth = round(people * r.uniform(0.02, 0.09), 3)
            row = [
                round(wealth * r.lognormvariate(0, 0.4), 3),
                round(people * r.uniform(0.5, 3), 1),
                round(r.uniform(10, 90), 2),
                round(r.gauss(70, 12), 2),
                round(r.lognormvariate(2, 3.2), 3),
                round(r.uniform(1, 20), 3),
                round(r.gauss(500, 60), 1),
                round(r.lognormvariate(1, 0.7), 3),
            ]
            if at == 11:
                row[2] = 900.0
            cells = ["" if r.random() < 0.08 else value for value in row]
            out.writerow([f"G{at:03}", f"Gebied {at}", "ABC"[r.randrange(3)], people, wealth] + cells)


def mean(values):
    return sum(values) / len(values)


def median(values):
    values = sorted(values)
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def skew(values):
    n, m = len(values), mean(values)
    two, three = sum((v - m) ** 2 for v in values), sum((v - m) ** 3 for v in values)
    return math.sqrt(n) * three / two**1.5 * math.sqrt(n * (n - 1)) / (n - 2)


def kurtosis(values):
    n, m = len(values), mean(values)
    r = n * sum((v - m) ** 4 for v in values) / sum((v - m) ** 2 for v in values) ** 2
    return ((n + 1) * (r - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))


def passes(values):
    return abs(skew(values)) < 2 or kurtosis(values) < 3.5


def treat(values):
    if passes(values):
        return values
    now, moved = list(values), 0
    while not passes(now):
        end = max(now) if skew(now) >= 0 else min(now)
        rest = [v for v in now if v != end]
        to = max(rest) if skew(now) >= 0 else min(rest)
        after = [to if v == end else v for v in now]
        if sum(a != b for a, b in zip(after, values)) > 5:
            break
        now = after
    if passes(now):
        return now
    low, high = min(values), max(values)
    if skew(values) < 0:
        return [-math.log(high - v + 0.01 * (high - low)) for v in values]
    return [math.log(v - low + 0.01 * (high - low)) for v in values]


def min_max(values, low, high):
    least, most = min(values), max(values)
    return [(v - least) / (most - least) * (high - low) + low for v in values]


def ranks(values):
    return [sum(o > v for o in values) + (sum(o == v for o in values) + 1) / 2 for v in values]


ARITHMETIC = lambda parts: sum(w * x for w, x in parts) / sum(w for w, x in parts)
GEOMETRIC = lambda parts: math.exp(sum(w * math.log(x) for w, x in parts) / sum(w for w, x in parts))

# name, weight, mean, parts; or name and weight of an indicator
TREE = ("", 1, ARITHMETIC, [
    ("verbonden", 3, ARITHMETIC, [
        ("fysiek", 1, ARITHMETIC, [("handel", 1), ("vluchten", 1), ("wegen", 2)]),
        ("digitaal", 2, ARITHMETIC, [("internet", 1), ("servers", 1)]),
    ]),
    ("duurzaam", 2, GEOMETRIC, [("uitstoot", 1), ("afval", 1), ("hernieuwbaar", 1)]),
])


def left_out(normalised, known, every):
    # an index needs a number that was not filled in
    def is_known(node, path, area, without):
        if len(node) == 2:
            return known[node[0]][area]
        paths = [f"{path}/{part[0]}".lstrip("/") for part in node[3]]
        return any(is_known(part, p, area, without) for part, p in zip(node[3], paths) if p != without)

    def value(node, path, area, without):
        if len(node) == 2:
            return normalised[node[0]][area]
        name, _, mean, parts = node
        paths = [f"{path}/{part[0]}".lstrip("/") for part in parts]
        kept = [(part[1], value(part, p, area, without)) for part, p in zip(parts, paths) if p != without]
        return mean(kept)

    def paths(node, path):
        for part in node[3] if len(node) == 4 else []:
            below = f"{path}/{part[0]}".lstrip("/")
            yield below
            yield from paths(part, below)

    columns = {}
    for without in paths(TREE, ""):
        score = {a: value(TREE, "", a, without) for a in every if is_known(TREE, "", a, without)}
        rank = dict(zip(score, ranks(list(score.values()))))
        columns[f"without_{without}_score"] = [score.get(a) for a in every]
        columns[f"without_{without}_rank"] = [len(score) + 1 - rank[a] if a in rank else None for a in every]
    return columns


def main():
    with open("data/gebieden.csv", newline="") as f:
        rows = list(csv.DictReader(f))
    number = lambda row, key: float(row[key]) if row[key] else None
    raw = {i: [number(row, i) for row in rows] for i in INDICATORS}
    denominated, imputed, treated, normalised = {}, {}, {}, {}
    for i in INDICATORS:
        by, times = PER.get(i, (None, 1))
        divide = lambda value, row: None if value is None else value / float(row[by]) * times if by else value
        denominated[i] = [divide(v, row) for v, row in zip(raw[i], rows)]
        known = denominated[i]
        if i == "afval":
            fill = lambda row: median([v for v in known if v is not None])
        else:
            fill = lambda row: mean([v for v, o in zip(known, rows) if v is not None and o["groep"] == row["groep"]])
        imputed[i] = [fill(row) if v is None else v for v, row in zip(known, rows)]
        treated[i] = treat(imputed[i])
        turned = [-v for v in treated[i]] if i in LOW_IS_GOOD else treated[i]
        sustainable = i in ("uitstoot", "afval", "hernieuwbaar")
        normalised[i] = min_max(turned, 1 if sustainable else 0, 100)
    n = normalised
    every = range(len(rows))
    physical = [(n["handel"][a] + n["vluchten"][a] + 2 * n["wegen"][a]) / 4 for a in every]
    digital = [(n["internet"][a] + n["servers"][a]) / 2 for a in every]
    connected = [(physical[a] + 2 * digital[a]) / 3 for a in every]
    logs = lambda a: (math.log(n["uitstoot"][a]) + math.log(n["afval"][a]) + math.log(n["hernieuwbaar"][a])) / 3
    sustainable = [math.exp(logs(a)) for a in every]
    score = [(3 * connected[a] + 2 * sustainable[a]) / 5 for a in every]
    rank = [len(rows) + 1 - r for r in ranks(score)]

    def write(name, columns):
        with open(f"expected/{name}.csv", "w", newline="") as f:
            out = csv.writer(f, lineterminator="\n")
            out.writerow(["area"] + list(columns))
            for a, row in enumerate(rows):
                cells = [columns[c][a] for c in columns]
                out.writerow([row["code"]] + ["" if c is None else repr(c) for c in cells])

    write("1-raw", raw)
    write("2-denominated", denominated)
    write("3-imputed", imputed)
    write("4-treated", treated)
    write("5-normalised", normalised)
    write(
        "6-aggregated",
        {
            "fysiek_aggregated": physical,
            "digitaal_aggregated": digital,
            "verbonden_aggregated": connected,
            "duurzaam_aggregated": sustainable,
            "score": score,
        },
    )
    write("7-scores", {"score": score, "rank": rank})
    write("left-out-areas", left_out(normalised, {i: [v is not None for v in denominated[i]] for i in INDICATORS}, every))


if "--data" in sys.argv:
    draw()
main()
