"""The work of benches/index.rs in numpy, for comparison: name and seconds (the best of several runs)."""

import time

import numpy as np

WEIGHTS = np.array([22.5, 22.5, 13.5, 13.5, 9.3, 9.3, 9.3]) / 99.9


def told(what, times, work):
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    print(f"{what}\t{best:.4f}", flush=True)


def mean_ranks(column):
    """From the smallest; equal numbers share the mean of their ranks."""
    _, where, counts = np.unique(column, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return ((ends - counts + 1 + ends) / 2)[where]


def exponential(column):
    shares = mean_ranks(column) / len(column)
    return -23 * np.log(1 - shares * (1 - np.exp(-100 / 23)))


def z_scores(column):
    return (column - column.mean()) / column.std(ddof=1)


r = np.random.default_rng(1)
england = r.uniform(0, 100, (32844, 7))


def score():
    scores = sum(w * exponential(england[:, at]) for at, w in enumerate(WEIGHTS))
    ranks = len(scores) + 1 - mean_ranks(scores)
    np.ceil(10 * ranks / len(ranks))


told("score, rank and class 32,844 areas of 7 domains", 9, score)

many = r.uniform(0, 100, (14574 * 10, 30))


def panel():
    domains = [
        z_scores(sum(z_scores(many[:, 5 * d + at]) for at in range(5)) / 5) for d in range(6)
    ]
    scores = sum(domains) / 6
    for period in range(10):
        of = scores[period * 14574 : (period + 1) * 14574]
        mean_ranks(of)
    np.quantile(scores, np.arange(1, 10) / 10)


told("14,574 areas, 30 indicators, 10 periods, pooled", 3, panel)


def runs():
    domains = np.column_stack([exponential(england[:, at]) for at in range(7)])
    ranks = np.empty((1000, 32844), dtype=np.float32)
    for run in range(1000):
        weights = WEIGHTS * r.uniform(0.75, 1.25, 7)
        ranks[run] = mean_ranks(-(domains @ (weights / weights.sum())))
    np.quantile(ranks, [0.05, 0.5, 0.95], axis=0)


told("1,000 runs of 32,844 areas of 7 domains", 1, runs)

small = r.uniform(0, 100, (51, 49))
sets = r.uniform(0.75, 1.25, (100, 56))


def min_max(table):
    low, high = table.min(axis=0), table.max(axis=0)
    return (table - low) / (high - low) * 100


def positions(table):
    return np.column_stack([mean_ranks(column) for column in table.T])


ALTERNATIVES = [min_max(small), (positions(small) - 1) / 50, positions(small)]


def ranks_of(draw):
    weights = sets[int(draw[0] * 100)].copy()
    table = ALTERNATIVES[int(draw[1] * 3)]
    dropped = int(draw[2] * 50)
    if dropped:
        weights[dropped - 1] = 0
    inner = weights[:49].reshape(7, 7)
    domains = [table[:, 7 * d : 7 * d + 7] @ (inner[d] / inner[d].sum()) for d in range(7)]
    outer = weights[49:] / weights[49:].sum()
    return mean_ranks(-(np.column_stack(domains) @ outer))


def sobol():
    nominal = mean_ranks(-min_max(small).mean(axis=1))
    shift = lambda draw: np.abs(ranks_of(draw) - nominal).mean()
    a, b = r.uniform(size=(1000, 3)), r.uniform(size=(1000, 3))
    ya, yb = np.array([shift(x) for x in a]), np.array([shift(x) for x in b])
    variance = np.var(np.concatenate([ya, yb]))
    for at in range(3):
        mixed = a.copy()
        mixed[:, at] = b[:, at]
        y = np.array([shift(x) for x in mixed])
        (yb * (y - ya)).mean() / variance
        ((ya - y) ** 2).sum() / (2 * 1000 * variance)


told("Sobol, 1,000 base samples of 51 areas, 49 indicators", 1, sobol)
