"""A made-up national season as the files that `housestaff match` reads: shared strength and popularity, and luck.

market_files.folder(path, applicants, couples=share, seed=n)
"""
import os
import random


def folder(path, applicants=50_000, couples=0.05, seed=2):
    """Lists of at most 12, 0.13 programs and 0.86 positions for each applicant; couples rank 24 pairs."""
    draw = random.Random(seed)
    programs, positions = max(2, applicants * 13 // 100), applicants * 86 // 100
    popularity = [draw.gauss(0, 1) for _ in range(programs)]
    strength = [draw.gauss(0, 1) for _ in range(applicants)]
    lists = [sorted(draw.sample(range(programs), min(12, programs)), key=lambda p: -popularity[p] - draw.gauss(0, 1))
             for _ in range(applicants)]
    liked = [[] for _ in range(programs)]
    for applicant, listed in enumerate(lists):
        for program in listed:
            liked[program].append((-strength[applicant] - draw.gauss(0, 1), applicant))
    os.makedirs(path, exist_ok=True)

    def write(name, head, rows):
        with open(os.path.join(path, name), "w", encoding="utf-8") as file:
            file.write(head + "\n" + "".join(row + "\n" for row in rows))

    pairs = int(applicants * couples / 2)
    write("programs.csv", "program,quota",
          (f"P{program},{positions // programs + (program < positions % programs)}" for program in range(programs)))
    write("applicants.csv", "applicant,rank,program",
          (f"A{applicant},{place},P{program}" for applicant in range(2 * pairs, applicants)
           for place, program in enumerate(lists[applicant], 1)))
    write("rankings.csv", "program,rank,applicant",
          (f"P{program},{place},A{applicant}" for program in range(programs)
           for place, (_, applicant) in enumerate(sorted(liked[program]), 1)))
    rows = []
    for couple in range(pairs):
        a, b = lists[2 * couple], lists[2 * couple + 1]
        both = sorted((i + j, i, j) for i in range(len(a)) for j in range(len(b)))[:24]
        rows += [f"C{couple},{place},A{2 * couple},P{a[i]},A{2 * couple + 1},P{b[j]}"
                 for place, (_, i, j) in enumerate(both, 1)]
    if pairs:
        write("couples.csv", "couple,rank,applicant_a,program_a,applicant_b,program_b", rows)
