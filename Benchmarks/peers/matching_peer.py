"""The Python package `matching` on the season of MatchingBenches.swift, figures in the same form.

    pip install matching==1.4.3 && python3 matching_peer.py [sizes ...]

The sum of places must be that of our own line: both find the applicant-optimal matching.
Lists on one side only are dropped first, because the package wants them so; here there are none.
"""

import json
import sys
import threading
import time

MASK = (1 << 64) - 1


class Generator:
    """SplitMix64, as in the bench."""

    def __init__(self, state):
        self.state = state

    def unit(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ z >> 30) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ z >> 27) * 0x94D049BB133111EB) & MASK
        return ((z ^ z >> 31) >> 11) * 2.0**-53

    def normal(self):
        total = -6.0
        for _ in range(12):
            total += self.unit()
        return total


def season(applicants, seed=1):
    g = Generator(seed)
    programs = max(2, applicants * 13 // 100)
    positions = applicants * 86 // 100
    quotas = {p: positions // programs + (1 if p < positions % programs else 0) for p in range(programs)}
    popularity = [g.normal() for _ in range(programs)]
    strength = [g.normal() for _ in range(applicants)]
    rows = {}
    for a in range(applicants):
        listed = []
        while len(listed) < min(12, programs):
            program = int(g.unit() * programs)
            if program not in listed:
                listed.append(program)
        wishes = [(-(popularity[p] + g.normal()), p) for p in listed]
        rows[a] = [p for _, p in sorted(wishes)]
    liked = {p: [] for p in range(programs)}
    for a in range(applicants):
        for p in rows[a]:
            liked[p].append((-(strength[a] + g.normal()), a))
    return rows, {p: [a for _, a in sorted(liked[p])] for p in liked}, quotas


def solve(size):
    from matching.games import HospitalResident

    rows, rankings, quotas = season(size)
    rows = {f"a{a}": [f"p{p}" for p in row] for a, row in rows.items()}
    rankings = {f"p{p}": [f"a{a}" for a in row] for p, row in rankings.items() if row}
    quotas = {f"p{p}": q for p, q in quotas.items() if f"p{p}" in rankings}
    start = time.perf_counter()
    game = HospitalResident.create_from_dictionaries(rows, rankings, quotas)
    result = game.solve(optimal="resident")
    elapsed = time.perf_counter() - start
    places = [rows[r.name].index(h.name) + 1 for h, held in result.items() for r in held]
    return elapsed, f"matched {len(places)}, sum of places {sum(places)}"


def report(size, how):
    try:
        elapsed, note = solve(size)
        figure = {"least_ms": round(elapsed * 1000, 3), "note": note}
    except RecursionError:
        figure = {"least_ms": None, "note": "RecursionError"}
    print(json.dumps({"name": f"matching/singles, {size} (PyPI matching 1.4.3, {how})", **figure}), flush=True)


def main():
    sizes = [int(size) for size in sys.argv[1:]] or [100, 1000]
    for size in sizes:
        report(size, "as shipped")
    # Its deepcopy recurses once for each player and more: give it room, which a user would have to know.
    sys.setrecursionlimit(10**9)
    threading.stack_size(2**30)
    for size in sizes:
        thread = threading.Thread(target=report, args=(size, "recursion limit and stack raised"))
        thread.start()
        thread.join()


main()
