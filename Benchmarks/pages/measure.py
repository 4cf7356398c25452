#!/usr/bin/env python3
"""The site beside a plain Hummingbird page, and under a hundred visitors; prints JSON lines.

Benchmarks/pages/measure.py PATH/TO/housestaff [PATH/TO/plain-page]     (`make bench` does this)
Benchmarks/pages/measure.py --only improve PATH/TO/housestaff         (openpyxl, a peer, is used where it is installed)
Benchmarks/pages/measure.py --visitors 20 --seconds 10 PATH/TO/housestaff
"""

import argparse
import asyncio
import csv
import io
import json
import pathlib
import random
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

import improve
from visitor import Refused, Visitor

options = argparse.ArgumentParser()
options.add_argument("housestaff")
options.add_argument("plain", nargs="?")
options.add_argument("--visitors", type=int, default=100)
options.add_argument("--seconds", type=float, default=60)
options.add_argument("--only", default="", choices=["", "start", "single", "improve", "memory", "crowd"])
options = options.parse_args()


def figure(name, times=None, target=None, note="", **more):
    line = {"name": name, **more, "note": note}
    if times:
        times = sorted(times)
        line |= {"n": len(times), "least_ms": round(times[0], 3), "median_ms": round(statistics.median(times), 3)}
    if target is not None:
        line["target_ms"] = target
    print(json.dumps(line), flush=True)


class Server:
    """A server on a free port; `started` is the time from its start to its first answer, in milliseconds."""

    def __init__(self, command, folder=None):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.command = [word.replace("PORT", str(self.port)) for word in command]
        start = time.perf_counter()
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(20_000):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health", timeout=30).close()
                break
            except OSError:
                if self.process.poll() is not None:
                    sys.exit(f"{self.command[0]} ended at once")
                time.sleep(0.0005)
        self.started = (time.perf_counter() - start) * 1000

    def megabytes(self):
        for line in open(f"/proc/{self.process.pid}/status", encoding="utf-8"):
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return float("nan")

    def seconds(self):
        """Of the processor, until now."""
        parts = open(f"/proc/{self.process.pid}/stat", encoding="utf-8").read().rsplit(")", 1)[1].split()
        return (int(parts[11]) + int(parts[12])) / 100

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait(30)


def site(folder):
    return Server([options.housestaff, "serve", "--demo", "--port", "PORT", "--data", folder])


def spreadsheet(count=6500):
    """A table of programs in the profile's two specialties."""
    draw = random.Random(6500)
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(["ACGME ID", "Residency Program", "Discipline", "Hospital", "Town", "US State", "Program Type", "Spots",
                   "Avg Step 2 CK", "Visa Sponsorship (J-1/H-1B)", "% US MD", "% DO", "Applications", "Interviews"])
    for row in range(count):
        rows.writerow([
            f"FICTION-{row:05}", f"Program {row}", ["IM", "Neurology"][row % 2], f"Hospital {row // 4}", f"Town {row // 4}",
            draw.choice(["OH", "Ohio", "PA", "NY", "MI", "Illinois", "IN", "California", "TX", "FL", "Georgia"]),
            draw.choice(["University", "Community", "?"]), draw.choice([f"{draw.randint(3, 40)} spots", ""]),
            draw.choice([f"{draw.randint(225, 262)}+", "N/A"]), draw.choice(["J1/H1b", "J-1", "none", ""]),
            f"{draw.randint(0, 90)}%", f"{draw.randint(0, 10)}%", draw.randint(600, 4000), draw.randint(60, 500)])
    return text.getvalue().encode()


async def profile(visitor, score=244):
    """The shortest way to a list."""
    page = await visitor.get("/profile/you")
    await visitor.send(page, "/profile/you", {"applicant_type": "us_do_senior", "graduation_year": "2027", "home_state": "OH"})
    page = await visitor.get("/profile/specialties")
    await visitor.send(page, "/profile/specialties",
                       {"primary": "Internal Medicine", "parallel": "Neurology", "budget_usd": "900"})
    page = await visitor.get("/profile/scores")
    await visitor.send(page, "/profile/scores", {"step2_score": str(score)})


async def repeated(visitor, path, count=200):
    await visitor.get(path)
    visitor.times.clear()
    for _ in range(count):
        await visitor.get(path)
    times = visitor.times[:]
    visitor.times.clear()
    return times


async def first(visitor, path):
    """The first look at a list: until progress is shown, and until the list is there, as the page looks again itself."""
    visitor.times.clear()
    begun = time.perf_counter()
    page = await visitor.get(path)
    shown = visitor.times[-1]
    while "Working on" in page.text:
        await asyncio.sleep(0.02)
        page = await visitor.get(path)
    return (time.perf_counter() - begun) * 1000, f"something is shown after {shown:.0f} ms; {len(page.body)} bytes"


async def single_pages(server, plain):
    """One visitor, one connection, no network: the server's time and a tenth of a millisecond of this script's."""
    guest = Visitor(server.port)
    if plain:
        figure("pages/a plain Hummingbird page of the same size as the home page", await repeated(Visitor(plain.port), "/"),
               note="the peer: no cookie, no store, no markup built")
    page = await guest.get("/")
    figure("pages/home", await repeated(guest, "/"), 3, f"{len(page.body)} bytes")
    sheet = page.text.split('rel="stylesheet" href="')[1].split('"')[0]
    figure("pages/style sheet", await repeated(guest, sheet), 3)
    figure("pages/what happens to my data", await repeated(guest, "/data"), 3)

    await profile(guest)
    for path, target in [("/profile", 3), ("/profile/you", 3), ("/workspace", 3)]:
        figure(f"pages{path}, with a workspace", await repeated(guest, path), target)
    took, note = await first(guest, "/list")
    figure("pages/list, practice programs, computed the first time", [took], 1500, note)
    figure("pages/list, practice programs, warm", await repeated(guest, "/list", 100), 30)
    figure("pages/programs, searched", await repeated(guest, "/programs?q=internal+ohio", 50), 30)

    page = await guest.get("/programs")
    guest.times.clear()
    await guest.upload(page, "/programs/file", "programs.csv", spreadsheet())
    figure("pages/a CSV of 6,500 programs is taken", [guest.times[-1]])
    page = await guest.get("/programs/preview")
    await guest.send(page, "/programs/preview", {"do": "use"})
    took, note = await first(guest, "/list")
    figure("pages/list, 6,500 own programs of two specialties, computed the first time", [took], 1500, note)
    figure("pages/list, 6,500 own programs, warm", await repeated(guest, "/list", 100), 30)
    guest.close()


async def improve_pages(server):
    """A project of five years, and files of 100,000 cases."""
    guest = Visitor(server.port)
    await improve.measure(server, guest, figure, repeated)
    guest.close()


async def many_workspaces(server, count=200):
    """That many workspaces are made, and the list of each is looked at once."""
    begun = time.perf_counter()
    for number in range(count):
        guest = Visitor(server.port)
        await profile(guest, score=205 + number % 60)
        if number % 4 == 0:
            await first(guest, "/list")
        await guest.get("/profile")
        guest.close()
    return time.perf_counter() - begun


class Editor:
    """One of the visitors who edit at the same time: remembers what was confirmed."""

    def __init__(self, port, number):
        self.visitor, self.draw = Visitor(port), random.Random(number)
        self.confirmed, self.writes, self.faults = {}, 0, []

    async def edit(self):
        what = self.draw.choice(["score", "budget", "stage", "research"])
        number = self.draw.randint(1, 290)
        if what == "stage":
            value = self.draw.choice(["planning", "applied", "interviewing", "ranking", "unmatched"])
            await self.visitor.send(await self.visitor.get("/"), "/stage", {"stage": value})
            self.confirmed["stage"] = value
        else:
            path, field, others = {
                "score": ("/profile/scores", "step2_score", {}),
                "budget": ("/profile/specialties", "budget_usd", {"primary": "Internal Medicine"}),
                "research": ("/profile/record", "outputs", {}),
            }[what]
            await self.visitor.send(await self.visitor.get(path), path, {field: str(number), **others})
            self.confirmed[(path, field)] = str(number)
        self.writes += 1
        await self.visitor.get("/profile")

    async def live(self, until):
        try:
            while time.perf_counter() < until:
                await self.edit()
                await asyncio.sleep(self.draw.uniform(0, 0.2))
        except (Refused, OSError, asyncio.IncompleteReadError) as fault:
            self.faults.append(repr(fault))

    async def lost(self, port):
        """What was confirmed and is not there, asked anew of the server at `port`."""
        again = Visitor(port)
        again.cookies = dict(self.visitor.cookies)
        missing = []
        for key, value in self.confirmed.items():
            if key == "stage":
                page = await again.get("/")
                there = f'value="{value}" checked' in page.text
            else:
                there = (await again.get(key[0])).field(key[1]) == value
            if not there:
                missing.append((key, value))
        again.close()
        return missing


async def crowd(folder):
    """Visitors who edit at once; then the server is killed, started again, and each asks for what was confirmed."""
    server = site(folder)
    editors = [Editor(server.port, number) for number in range(options.visitors)]
    until = time.perf_counter() + options.seconds
    begun = time.perf_counter()
    await asyncio.gather(*(editor.live(until) for editor in editors))
    took = time.perf_counter() - begun
    memory, work = server.megabytes(), server.seconds()
    server.end(signal.SIGKILL)
    server = site(folder)
    lost = [missing for editor in editors for missing in await editor.lost(server.port)]
    server.end()
    times = sorted(time for editor in editors for time in editor.visitor.times)
    faults = [fault for editor in editors for fault in editor.faults]
    writes = sum(editor.writes for editor in editors)
    p99 = times[int(len(times) * 0.99)]
    name = f"pages/{options.visitors} visitors editing at once for {options.seconds:.0f} s"
    figure(f"{name}: every answer", times,
           note=f"{len(times) / took:.0f} answers a second, {writes} writes, {memory:.0f} MB, "
                f"{work / len(times) * 1000:.2f} ms of processor each")
    figure(f"{name}: 99th percentile", [p99], 500, f"largest {times[-1]:.0f} ms")
    figure(f"{name}: errors", count=len(faults), limit=0, note="; ".join(sorted(set(faults))[:3]))
    figure(f"{name}: confirmed writes lost after kill -9", count=len(lost), limit=0,
           note=f"{sum(len(editor.confirmed) for editor in editors)} asked for {lost[:3] if lost else ''}".strip())


def main():
    with tempfile.TemporaryDirectory() as folder:
        if options.only in ("", "start"):
            starts = []
            for run in range(11):
                server = site(f"{folder}/start{run}")
                starts.append(server.started)
                server.end()
            figure("pages/start to first answer", starts[1:], 100)
        if options.only in ("", "single"):
            plain = Server([options.plain, "PORT"]) if options.plain else None
            server = site(f"{folder}/single")
            asyncio.run(single_pages(server, plain))
            for each in [server, plain] if plain else [server]:
                each.end()
        if options.only in ("", "improve"):
            server = site(f"{folder}/improve")
            asyncio.run(improve_pages(server))
            server.end()
        if options.only in ("", "memory"):
            server = site(f"{folder}/many")
            took = asyncio.run(many_workspaces(server))
            figure("pages/memory in MB, 200 workspaces visited, a list looked at in 50", megabytes=round(server.megabytes(), 1),
                   limit=150, note=f"in {took:.0f} s")
            server.end()
        if options.only in ("", "crowd"):
            asyncio.run(crowd(f"{folder}/crowd"))


main()
