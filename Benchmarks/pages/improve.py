"""A project of five years, and files of 100,000 cases: what `measure.py --only improve` fetches and sends.

A file is one row for each discharge of two years: day, whether it left late, language, payer, reason.
"""

import csv
import datetime
import html
import io
import random
import re
import time
import urllib.parse
import zipfile

WEEKS, GROUPS = 260, ["0-9 km", "10-24 km", "25-49 km", "50-99 km", "100+ km", "not recorded"]
CASES = 100_000
HEAD = ["Discharge date", "Late", "Language", "Payer", "Reason"]


def cases(count=CASES):
    """Rows as a hospital's report has them."""
    draw, first = random.Random(count), datetime.date(2024, 9, 2)
    for row in range(count):
        late = draw.random() < 0.3
        yield [(first + datetime.timedelta(days=row * 730 // count)).isoformat(), "yes" if late else "no",
               draw.choice(["English", "English", "English", "Spanish", "Vietnamese"]),
               draw.choice(["Medicare", "Medicaid", "Commercial", "None"]),
               draw.choice(["ride home", "pharmacy", "order late"]) if late else ""]


def csv_file():
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(HEAD)
    rows.writerows(cases())
    return text.getvalue().encode()


def xlsx_file():
    """As a spreadsheet program writes it: shared strings, dates as numbers with a style."""
    strings, numbers = [], {}

    def shared(word):
        if word not in numbers:
            numbers[word] = len(strings)
            strings.append(word)
        return numbers[word]

    epoch = datetime.date(1899, 12, 30)
    lines = ['<row r="1">' + "".join(f'<c r="{"ABCDE"[column]}1" t="s"><v>{shared(word)}</v></c>'
                                     for column, word in enumerate(HEAD)) + "</row>"]
    for number, row in enumerate(cases(), start=2):
        day = (datetime.date.fromisoformat(row[0]) - epoch).days
        words = "".join(f'<c r="{"ABCDE"[column]}{number}" t="s"><v>{shared(word)}</v></c>'
                        for column, word in enumerate(row) if column and word)
        lines.append(f'<row r="{number}"><c r="A{number}" s="1"><v>{day}</v></c>{words}</row>')
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    top = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    parts = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", f'{top}<Types xmlns="{package}/content-types">'
                      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                      '<Default Extension="xml" ContentType="application/xml"/>'
                      f'<Override PartName="/xl/workbook.xml" ContentType="{parts}.sheet.main+xml"/>'
                      f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{parts}.worksheet+xml"/>'
                      f'<Override PartName="/xl/styles.xml" ContentType="{parts}.styles+xml"/>'
                      f'<Override PartName="/xl/sharedStrings.xml" ContentType="{parts}.sharedStrings+xml"/></Types>')
        book.writestr("_rels/.rels", f'{top}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
                      f'Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr("xl/workbook.xml", f'{top}<workbook {space} xmlns:r="{relation}"><sheets><sheet name="Cases" '
                      'sheetId="1" r:id="rId1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", f'{top}<Relationships xmlns="{package}/relationships">'
                      f'<Relationship Id="rId1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/>'
                      f'<Relationship Id="rId2" Type="{relation}/styles" Target="styles.xml"/>'
                      f'<Relationship Id="rId3" Type="{relation}/sharedStrings" Target="sharedStrings.xml"/>'
                      '</Relationships>')
        book.writestr("xl/styles.xml", f'{top}<styleSheet {space}><fonts count="1"><font/></fonts><fills count="1">'
                      '<fill><patternFill/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
                      '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>')
        book.writestr("xl/sharedStrings.xml", f'{top}<sst {space} count="{len(strings)}" uniqueCount="{len(strings)}">'
                      + "".join(f"<si><t>{word}</t></si>" for word in strings) + "</sst>")
        book.writestr("xl/worksheets/sheet1.xml", f'{top}<worksheet {space}><sheetData>' + "".join(lines)
                      + "</sheetData></worksheet>")
    return out.getvalue()


# What a script of twenty lines does with the same file: the peers.
def weekly(rows):
    """Late and all discharges by week, and by week for each language, payer and reason."""
    head = next(rows)
    columns = [head.index(name) for name in HEAD]
    weeks, parts = {}, {}
    for row in rows:
        day, late, language, payer, reason = (row[column] if column < len(row) else None for column in columns)
        if isinstance(day, str):
            day = datetime.date.fromisoformat(day)
        elif isinstance(day, datetime.datetime):
            day = day.date()
        week = day - datetime.timedelta(days=day.weekday())
        event = late == "yes"
        for counts, key in [(weeks, week), (parts, (week, "language", language)), (parts, (week, "payer", payer))]:
            one = counts.setdefault(key, [0, 0])
            one[0] += event
            one[1] += 1
        if event:
            parts.setdefault((week, "reason", reason), [0, 0])[0] += 1
    return weeks, parts


def by_csv(content):
    return weekly(csv.reader(io.StringIO(content.decode())))


def by_openpyxl(content):
    import openpyxl
    sheet = openpyxl.load_workbook(io.BytesIO(content), read_only=True).active
    return weekly(sheet.iter_rows(values_only=True))


def plain(weeks):
    return f"{len(weeks)} weeks, {sum(one[0] for one in weeks.values())} of {sum(one[1] for one in weeks.values())}"


async def project(visitor):
    """Begins a project with five measures of five years of weeks, each divided into six groups."""
    page = await visitor.get("/improve/new-project")
    made = await visitor.send(page, "/improve/new-project", {
        "bother": "Patients wait for the ride home", "place": "4 West", "countable": "late discharges"})
    path, measures, draw = made.headers["location"], [], random.Random(5)
    for number, role in enumerate(["outcome", "process", "process", "balancing", "balancing"]):
        page = await visitor.get(f"{path}/new-measure")
        made = await visitor.send(page, f"{path}/new-measure", {
            "name": f"Measure {number + 1}", "role": role, "kind": "proportion", "numerator": "discharges that left late",
            "denominator": "discharges", "better": "down", "period": "week"})
        measures.append(made.headers["location"])
        rows = ["day,numerator,denominator,division,group"]
        for week in range(WEEKS):
            day = datetime.date(2021, 9, 6) + datetime.timedelta(weeks=week)
            parts = [(draw.randint(2, 9), draw.randint(12, 30)) for _ in GROUPS]
            rows.append(f"{day},{sum(one[0] for one in parts)},{sum(one[1] for one in parts)},,")
            rows += [f"{day},{late},{of},distance,{group}" for group, (late, of) in zip(GROUPS, parts)]
        page = await visitor.get(f"{measures[-1]}/import")
        await visitor.send(page, f"{measures[-1]}/counts", {"counts": "\n".join(rows), "left-out": ""})
    return path, measures


async def read(visitor, path, name, content):
    """One file read to its preview, as the form sends it."""
    page = await visitor.get(f"{path}/import")
    edge = "edge-of-a-part"
    body = (f'--{edge}\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n{page.field("form-token")}\r\n'
            f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n').encode()
    return await visitor.request(
        "POST", f"{path}/import", body + content + f"\r\n--{edge}--\r\n".encode(),
        f"multipart/form-data; boundary={edge}")


async def keep(visitor, path, preview):
    """The counts of a preview confirmed."""
    text = html.unescape(re.search(r"<textarea[^>]*name=\"counts\"[^>]*>(.*?)</textarea>", preview.text, re.S)[1])
    form = {"form-token": preview.field("form-token"), "counts": text, "left-out": preview.field("left-out") or "",
            "without": "yes"}
    answer = await visitor.request("POST", f"{path}/counts", urllib.parse.urlencode(form).encode())
    return answer, len(text)


async def measure(server, visitor, figure, repeated):
    """Every figure of Improve."""
    path, measures = await project(visitor)

    def shown(name, times, target, note):
        times = sorted(times)
        figure(name, times, target, f"{note}; 99th percentile {times[int(len(times) * 0.99) - 1]:.1f} ms")

    what = f"{WEEKS} weeks, five measures, six groups"
    for address, name, target in [
        (path, f"pages/project, {what}", 40), (measures[0], "pages/its outcome", 40),
        (f"{measures[0]}/groups", "pages/its outcome by group, as an editor sees it", 40),
        ("/improve/department", "pages/all projects by evidence", 40),
    ]:
        page = await visitor.get(address)
        before, began = server.seconds(), len(visitor.times)
        times = await repeated(visitor, address, 200)
        work = (server.seconds() - before) / 201 * 1000
        shown(name, times, target, f"{len(page.body)} bytes, {work:.1f} ms of processor")

    for suffix, content, peer, words in [
        ("csv", csv_file(), by_csv, "Python's csv, read and added up"),
        ("xlsx", xlsx_file(), by_openpyxl, "openpyxl, read and added up"),
    ]:
        times, work, preview = [], [], None
        for _ in range(7):
            before = server.seconds()
            preview = await read(visitor, measures[1], f"cases.{suffix}", content)
            times.append(preview.milliseconds)
            work.append(server.seconds() - before)
        answer, length = await keep(visitor, measures[1], preview)
        told = re.search(r"([\d,]+) of ([\d,]+) rows make ([\d,]+) weeks", preview.text)
        figure(f"pages/import of {CASES:,} cases as {suffix.upper()}, the whole request", times, 1000,
               f"{len(content):,} bytes, {told[0] if told else 'NOT READ'}, {sorted(work)[3] * 1000:.0f} ms of processor; "
               f"{length:,} characters of counts kept in {answer.milliseconds:.0f} ms")
        try:
            times, result = [], None
            for _ in range(3):
                begun = time.perf_counter()
                result = peer(content)
                times.append((time.perf_counter() - begun) * 1000)
            figure(f"pages/the same {suffix.upper()} by {words}", times, note=f"the peer: {plain(result[0])}")
        except ImportError:
            figure(f"pages/the same {suffix.upper()} by {words}", note="the peer: openpyxl is not installed")
