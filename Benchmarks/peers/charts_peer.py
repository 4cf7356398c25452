"""Control charts of event rows beside pandas and pyspc: whole processes, and the charts alone.

charts_peer.py FILE.csv        FILE has the columns date,unit,minutes,late,total; the peers of `make bench`
charts_peer.py --write FILE    writes a million made-up rows there
"""
import datetime
import json
import random
import subprocess
import sys
import time

PANDAS = """
import sys
import pandas as pd
rows = pd.read_csv(sys.argv[1], usecols=["date", "late", "total"], parse_dates=["date"])
weeks = rows.groupby(rows["date"].dt.to_period("W-SUN"))[["late", "total"]].sum()
p = weeks["late"].sum() / weeks["total"].sum()
s = (p * (1 - p) / weeks["total"]) ** 0.5
out = weeks.assign(value=weeks["late"] / weeks["total"], lcl=(p - 3 * s).clip(lower=0), ucl=(p + 3 * s).clip(upper=1))
print(out.to_csv())
"""


def write(path):
    draw = random.Random(1)
    days = [(datetime.date(2020, 1, 1) + datetime.timedelta(days=day)).isoformat() for day in range(1500)]
    units = ["4 West", "5 East", "Observation", "Step-down"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("date,unit,minutes,late,total\n")
        for row in range(1_000_000):
            file.write(f"{draw.choice(days)},{units[row % 4]},{draw.randint(20, 600)},{int(draw.random() < 0.3)},1\n")


def measured(name, work, batches=5, note=""):
    times = []
    for _ in range(batches):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    print(json.dumps({"name": name, "n": batches, "least_ms": round(times[0], 3),
                      "median_ms": round(times[len(times) // 2], 3), "note": note}))


def main():
    if sys.argv[1] == "--write":
        return write(sys.argv[2])
    measured("housestaff chart, 1,000,000 event rows by week (pandas read_csv + groupby, whole process)",
             lambda: subprocess.run([sys.executable, "-c", PANDAS, sys.argv[1]], check=True, stdout=subprocess.DEVNULL))
    try:
        import matplotlib
        matplotlib.use("Agg")
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        import numpy
        from pyspc import spc, xmr  # pyspc 0.4, 2016
        # It asks for a window's title, which today's matplotlib no longer has. It draws as it computes.
        FigureCanvasAgg.set_window_title = lambda canvas, title: None
        values = numpy.random.default_rng(1).normal(30, 5, 24)
        measured("process-control/I chart, 24 points (pyspc 0.4)", lambda: str(spc(values) + xmr()))
    except Exception as problem:  # it is old, and may not run beside today's pandas
        print(f"pyspc was not measured: {problem!r}", file=sys.stderr)


if __name__ == "__main__":
    main()
