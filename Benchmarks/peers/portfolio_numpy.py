"""The list elimination and the budget program of PortfolioBenches.swift in numpy, on the same cases.

The values must be those of our own lines: both are exact.
"""

import json
import time

import numpy as np

MASK = (1 << 64) - 1


class Generator:
    """SplitMix64, as in the bench."""

    def __init__(self, state):
        self.state = state

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ z >> 30) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ z >> 27) * 0x94D049BB133111EB) & MASK
        return z ^ z >> 31

    def unit(self):
        return (self.next() >> 11) * 2.0**-53

    def below(self, bound):
        """Swift's `Int.random(in:using:)`: the high half of a product, the biased low ones rejected."""
        product = self.next() * bound
        if product & MASK < bound:
            least = (1 << 64) % bound
            while product & MASK < least:
                product = self.next() * bound
        return product >> 64


def list_elimination(f, t, h):
    """Adds the school with the greatest f t, then lowers what the others are worth; O(hm)."""
    f, t = f.copy(), t.copy()
    value = 0.0
    for _ in range(h):
        k = int(np.argmax(f * t))
        fk, tk = f[k], t[k]
        value += fk * tk
        f[k], t[k] = f[-1], t[-1]
        f, t = f[:-1], t[:-1]
        np.subtract(t, np.where(t <= tk, fk * t, fk * tk), out=t)
    return value


def budget_program(f, t, cost, budget):
    """Rows in order of rising utility; the best value for each sum spent."""
    best = np.zeros(budget + 1)
    for k in np.argsort(t, kind="stable"):
        g = cost[k]
        taken = best[: budget + 1 - g] * (1 - f[k]) + f[k] * t[k]
        np.maximum(best[g:], taken, out=best[g:])
    return best[-1]


def measure(name, batches, work):
    value = work()
    times = []
    for _ in range(batches):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    print(json.dumps({
        "name": f"{name} (numpy {np.__version__})", "n": batches, "least_ms": round(times[0], 3),
        "median_ms": round(times[len(times) // 2], 3), "note": f"value {round(value * 1e6)} millionths"}), flush=True)


def main():
    g = Generator(3)
    f, t = [], []
    for _ in range(16_384):
        utility = 10 * g.unit() * g.unit() * g.unit() + 1
        f.append(1 / (utility + 10 * g.unit()))
        t.append(utility)
    f, t = np.array(f), np.array(t)
    measure("portfolio/list m = 16,384, h = 8,192", 5, lambda: list_elimination(f, t, 8_192))
    f, t, cost = [], [], []
    for _ in range(256):
        utility = 1.0 + g.below(10)
        f.append(1 / (utility + 10 * g.unit()))
        t.append(utility)
        cost.append(5 + g.below(6))
    f, t = np.array(f), np.array(t)
    measure("portfolio/budget m = 256, B = 960", 15, lambda: budget_program(f, t, cost, 960))


main()
