"""Runs the browser tests: run.py HOUSESTAFF [name...]. One line for each check; status 1 if any fails."""

import importlib
import os
import pathlib
import shutil
import sys
import threading
import time
import traceback

from playwright.sync_api import sync_playwright

import visit

here = pathlib.Path(__file__).resolve().parent
# Seconds for one test; it takes a tenth of that.
LIMIT = 240


def parts():
    """Every test: a file with a function `journey`, named `selftest`, `pages` or `journey_*`."""
    return ["selftest", "pages"] + sorted(path.stem for path in here.glob("journey_*.py"))


def gave_up(name, server):
    print(f"FAIL  {name}: not done after {LIMIT} s; given up", flush=True)
    server.process.terminate()
    os._exit(1)


def main():
    binary, wanted = sys.argv[1], sys.argv[2:]
    shutil.rmtree(visit.failures, ignore_errors=True)
    results = visit.Results()
    begin = time.monotonic()
    chromium = (visit.root / ".build/browser-venv/chromium").read_text("utf-8").strip()
    server = visit.Server(binary)
    try:
        with sync_playwright() as playwright:
            # As root and in containers Chromium has no sandbox and little /dev/shm; it sees our own pages only.
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"])
            for part in parts():
                if wanted and not any(word in part for word in wanted):
                    continue
                name = part.removeprefix("journey_").replace("_", " ")
                way = visit.Visit(name, server, browser, results)
                start = time.monotonic()
                watch = threading.Timer(LIMIT, gave_up, (name, server))
                watch.daemon = True
                watch.start()
                try:
                    importlib.import_module(part).journey(way)
                except Exception as error:
                    lines = str(error).strip().splitlines()
                    place = traceback.extract_tb(error.__traceback__)
                    line = next((f"{pathlib.Path(e.filename).name}:{e.lineno}" for e in reversed(place)
                                 if e.filename.startswith(str(here))), "")
                    way.check(f"stopped at {line}", False, f"{type(error).__name__} " + " ".join(lines[:6]))
                finally:
                    watch.cancel()
                    way.close()
                print(f"      {name}: {time.monotonic() - start:.1f} s", flush=True)
            browser.close()
        if not wanted:
            unseen = importlib.import_module("pages").unseen(results)
            results.add("every address of the site was looked at", not unseen,
                        f"{unseen}; link to it, list an example in ALSO of pages.py, or call v.sound() in a journey")
    finally:
        status = server.stop()
    results.add("the server ends in order", status == 0, f"exit status {status}")
    print(f"{results.passed} passed, {len(results.failed)} failed, {time.monotonic() - begin:.0f} s.")
    for name in results.failed:
        print(f"  failed: {name}")
    if results.failed:
        print(f"Pictures and the server's log: {visit.failures}")
        sys.exit(1)


if __name__ == "__main__":
    main()
