"""What every browser test stands on: a server with a fresh folder, one browser, and checks that are printed."""

import pathlib
import re
import socket
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request

import soundness

root = pathlib.Path(__file__).resolve().parents[2]
failures = root / ".build/browser-failures"
fixtures = pathlib.Path(__file__).resolve().parent / "fixtures"


class Server:
    """The binary under test, on a free port, with a folder of its own and the demo; its clock set by hand if `day` is."""

    def __init__(self, binary, day=None):
        self.binary = binary
        self.folder = tempfile.TemporaryDirectory(prefix="housestaff-browser-")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        failures.mkdir(parents=True, exist_ok=True)
        self.log = open(failures / "server.log", "a", encoding="utf-8")
        command = [binary, "serve", "--demo", "--port", str(self.port), "--data", self.folder.name]
        if day:
            self.clock = pathlib.Path(self.folder.name) / "day"
            self.clock.write_text(day.isoformat(), "utf-8")
            command += ["--rehearsal-day-file", str(self.clock)]
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log)
        for _ in range(300):
            if self.process.poll() is not None:
                raise SystemExit(f"The server ended at once; see {failures / 'server.log'}.")
            try:
                urllib.request.urlopen(self.address + "/health", timeout=5).close()
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit("The server did not answer within 15 seconds.")

    def stop(self):
        self.process.terminate()
        status = self.process.wait(20)
        self.log.close()
        self.folder.cleanup()
        return status


class Results:
    """Checks as they come, one line each."""

    def __init__(self):
        self.passed, self.failed = 0, []
        self.seen = set()  # paths that were held to soundness, or that a link was followed to

    def add(self, name, holds, detail=""):
        if holds:
            self.passed += 1
            print(f"ok    {name}", flush=True)
        else:
            self.failed.append(name)
            print(f"FAIL  {name}" + (f": {detail}" if detail else ""), flush=True)
        return bool(holds)


class Visit:
    """One test's way through the site: browsers with cookies of their own, and its checks."""

    def __init__(self, name, server, browser, results):
        self.name, self.server, self.browser, self.results = name, server, browser, results
        self.contexts, self.own = [], False

    # Time

    def rehearse(self, day):
        """From here on this test has a server of its own, whose clock shows `day` (a date) and is set with `travel`."""
        self.server, self.own = Server(self.server.binary, day), True

    def travel(self, day):
        """Sets the clock of the rehearsal."""
        self.server.clock.write_text(day.isoformat(), "utf-8")

    # Addresses and browsers

    def at(self, path):
        """The whole address of a path."""
        return self.server.address + path

    def open(self, path=None, width=1280, scripts=True, dark=False, touch=False):
        """A page in a browser that nobody has used before, at `path` if one is given; with `touch` it is a phone's."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 812 if touch else 900}, has_touch=touch, is_mobile=touch,
            java_script_enabled=scripts, reduced_motion="reduce",
            color_scheme="dark" if dark else "light", accept_downloads=True, locale="en-US")
        context.set_default_timeout(20_000)
        self.contexts.append(context)
        page = context.new_page()
        page.complaints, page.has_scripts = [], scripts
        page.on("console", lambda message: self._heard(page, message))
        page.on("pageerror", lambda error: page.complaints.append(f"script error: {error}"))
        page.on("request", lambda request: None if request.url.startswith((self.server.address, "data:", "blob:", "about:"))
                else page.complaints.append(f"asked another site: {request.url}"))
        if path:
            page.goto(self.at(path))
        return page

    @staticmethod
    def _heard(page, message):
        # An answer of 400 or 404 is said by the page; Chromium repeats it in its console.
        if message.type == "error" and "Failed to load resource: the server responded with a status of 4" not in message.text:
            page.complaints.append(f"console: {message.text}")

    def demo(self, **how):
        """A page in a new browser with the example opened."""
        page = self.open("/", **how)
        page.get_by_role("button", name="Open the example").click()
        page.wait_for_load_state()
        return page

    @staticmethod
    def ready(page):
        """The page once it no longer says that a list is being worked on; it looks again by itself."""
        page.locator("h1").filter(has_not_text="Working on").wait_for()
        return page

    # Checks

    def check(self, sentence, holds, detail=""):
        """Says whether something holds; the test goes on either way."""
        good = self.results.add(f"{self.name}: {sentence}", holds, str(detail))
        if not good:
            self.picture(sentence)
        return good

    def sound(self, page, what, **how):
        """Holds the page to what every page must be: see soundness.py."""
        if not page.has_scripts:
            how["looks"] = ()  # axe is a script
        self.results.seen.add(urllib.parse.urlsplit(page.url).path)
        faults = soundness.faults(page, **how) + page.complaints
        page.complaints = []
        return self.check(f"{what} is sound", not faults, "\n        " + "\n        ".join(faults))

    def picture(self, what):
        """Keeps what is on the screen now."""
        for number, context in enumerate(self.contexts):
            for page in context.pages:
                name = re.sub(r"[^a-z0-9]+", "-", f"{self.name} {what}".lower()).strip("-")[:80]
                try:
                    page.screenshot(path=failures / f"{name}-{number}.png", full_page=True, timeout=10_000)
                except Exception as error:  # A closed page has no picture; the check's line is what matters.
                    print(f"      (no picture: {str(error).splitlines()[0]})")

    def close(self):
        for context in self.contexts:
            context.close()
        if self.own:
            self.check("the server of the rehearsal ends in order", self.server.stop() == 0)
