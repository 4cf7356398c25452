"""Every page there is, as a new visitor sees it and in the example: each must be sound, and every link must lead somewhere."""

import re
import urllib.parse

from visit import root

# Addresses to which no link leads on the pages, or only after something was done.
ALSO = ["/history/profile/profile", "/programs/found?q=ohio", "/compare", "/components", "/list/progress", "/health", "/join",
        "/no-such-page", "/recover/none", "/join/none", "/survey/none/by/none",
        "/improve/measure/example-telehealth-no-shows/groups.csv"]
# Addresses whose pages cannot be made yet.
NOT_YET = set()
# What an address answers where that is not 200.
REFUSED = {"/join": 400, "/no-such-page": 404, "/recover/none": 403, "/join/none": 403, "/survey/none/by/none": 403,
           # Groups are a file only once they were released, which takes days.
           "/improve/measure/example-telehealth-no-shows/groups.csv": 404}
# Each of these is a form of its own; of other patterns one page speaks for all.
ALL_OF = {"/profile/{name}"}


def patterns():
    """The site's own table: every GET address, read from the sources, so that a new page cannot be forgotten."""
    parts, reading = {}, set()
    for source in sorted((root / "Sources/Site").rglob("*.swift")):
        text = source.read_text("utf-8")
        for name, body in re.findall(r"case \.(\w+)(?:\([^)]*\))?:\s*\[((?:\.(?:word|value)\([^\n]*)?)\]", text):
            words = re.findall(r'\.(word|value)\("?([\w.-]+)', body)
            parts[name] = "/" + "/".join(f"{{{word}}}" if kind == "value" else word for kind, word in words)
        reading |= set(re.findall(r"\.get\(\s*\.(\w+)", text))
    return {parts[name] for name in reading if name in parts}


def matches(pattern, path):
    return re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(pattern)), path)


def pattern_of(path, table):
    plain = urllib.parse.urlsplit(path).path
    if plain in table:
        return plain
    return next((pattern for pattern in sorted(table) if matches(pattern, plain)), plain)


def links(page, v):
    found = page.evaluate("() => [...document.querySelectorAll('a[href]')].map(a => a.href)")
    own = [link.removeprefix(v.server.address).split("#")[0] for link in found if link.startswith(v.server.address + "/")]
    return list(dict.fromkeys(link for link in own if "/assets/" not in link))


def walk(v, who, page, first, again=False):
    """Follows the links from these paths as far as they lead; of each pattern one page, new ones only unless `again`."""
    table = patterns()
    known = set() if again else {pattern_of(path, table) for path in v.results.seen}
    queue, seen, followed = list(first), set(), set()
    while queue:
        path = queue.pop(0)
        pattern = pattern_of(path, table)
        if path in seen:
            continue
        seen.add(path)
        if pattern in known and pattern not in ALL_OF and path not in first:
            if pattern not in followed:
                # One more of its kind: it need only be there.
                followed.add(pattern)
                status = page.request.get(v.at(path)).status
                v.check(f"{who} {path} is there", status < 400, status)
            continue
        known.add(pattern)
        v.results.seen.add(urllib.parse.urlsplit(path).path)
        answer = page.request.get(v.at(path))
        is_file = answer.headers.get("content-disposition", "").startswith("attachment")
        is_page = answer.headers.get("content-type", "").startswith("text/html") and answer.body()[:9] == b"<!doctype"
        if is_file or not is_page:
            v.check(f"{who} {path} can be had", answer.status == 200, answer.status)
            continue
        answer = page.goto(v.at(path))
        v.ready(page)
        expected = REFUSED.get(path, 200)
        # A visitor who keeps nothing is told so by pages for members only.
        if answer.status != expected and not (who == "visitor" and answer.status == 403):
            v.check(f"{who} {path} answers {expected}", False, answer.status)
        v.sound(page, f"{who} {path}")
        queue += links(page, v)


def journey(v):
    table = patterns()
    v.check("the table of addresses is read", len(table) > 15, table)
    walk(v, "visitor", v.open("/"), ["/", "/improve"], again=True)
    walk(v, "example", v.demo(), ["/", "/list", "/improve", "/programs?q=internal+medicine", *ALSO], again=True)


def unseen(results):
    """The addresses of the table at which no test has looked."""
    table = {pattern for pattern in patterns() if not pattern.startswith("/assets/")}
    return sorted(table - {pattern_of(path, table) for path in results.seen} - NOT_YET)
