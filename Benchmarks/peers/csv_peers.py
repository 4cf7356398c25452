"""Python's csv module and pandas on the bytes of TablesBenches.swift, held in memory."""

import csv
import io
import json
import time

import pandas


def counts_file(rows):
    parts = ["date,unit,numerator,denominator,hours,comment\n"]
    for row in range(rows):
        mixed = row * 2_654_435_761 % 1_000_003
        comment = f',"late, by {mixed % 60} min; ""porter"""\n' if row % 10 == 0 else ",\n"
        parts.append(
            f"2026-{row % 12 + 1:02}-{row % 28 + 1:02},Ward {mixed % 40},{mixed % 97},{100 + mixed % 900},"
            f"{mixed % 48}.{mixed % 10}{comment}")
    return "".join(parts)


def measure(name, batches, size, work):
    work()
    times = []
    for _ in range(batches):
        start = time.perf_counter()
        rows, total = work()
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    print(json.dumps({
        "name": name, "n": batches, "least_ms": round(times[0], 3), "median_ms": round(times[len(times) // 2], 3),
        "note": f"{size} bytes, {rows} rows, sum {round(total * 10)} tenths"}), flush=True)


def with_csv(text):
    reader = csv.reader(io.StringIO(text, newline=""))
    next(reader)
    rows, total = 1, 0.0
    for row in reader:
        rows += 1
        total += float(row[4])
    return rows, total


def scanned_with_csv(text):
    rows = 0
    for _ in csv.reader(io.StringIO(text, newline="")):
        rows += 1
    return rows, 0.0


def with_pandas(data):
    frame = pandas.read_csv(io.BytesIO(data))
    return len(frame) + 1, float(frame["hours"].sum())


def with_pandas_column(data):
    frame = pandas.read_csv(io.BytesIO(data), usecols=["hours"])
    return len(frame) + 1, float(frame["hours"].sum())


def main():
    text = counts_file(1_000_000)
    data = text.encode()
    size = len(data)
    summed = "tables/CSV scan and sum of a column, 1,000,000 rows"
    measure("tables/CSV scan, 1,000,000 rows (csv)", 5, size, lambda: scanned_with_csv(text))
    measure(f"{summed} (csv)", 5, size, lambda: with_csv(text))
    measure(f"{summed} (pandas {pandas.__version__}, that column only)", 5, size, lambda: with_pandas_column(data))
    measure(f"{summed} (pandas {pandas.__version__}, all columns)", 5, size, lambda: with_pandas(data))


main()
