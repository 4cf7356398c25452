"""What every page must be, whatever it says: accessible, no wider than the screen, one heading, nothing refused."""

import importlib.util
import pathlib

axe = (pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).parent / "axe.min.js").read_text("utf-8")

# Everything of WCAG 2.2 A and AA; a finding is a fault if it is serious or critical.
ALL = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}
# What a change of colors alone can break.
COLORS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"]}

FINDINGS = """async options => (await axe.run(document, options)).violations
  .filter(found => found.impact === 'serious' || found.impact === 'critical')
  .map(found => found.id + ' (' + found.impact + ', ' + found.nodes.length + '): ' + found.help + '; '
    + found.nodes.slice(0, 2).map(node => node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')).join(' | '))"""

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return null
  const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 0.5)
  const leaf = wide.find(e => ![...e.children].some(child => wide.includes(child))) ?? wide[0]
  return document.documentElement.scrollWidth + ' px; ' + (leaf?.outerHTML ?? '').slice(0, 160)
}"""


def axe_findings(page, options):
    if not page.evaluate("() => typeof axe === 'object'"):
        # Evaluated by the debugger, so that the page's own policy stays as strict as it is.
        page.evaluate(axe)
    return page.evaluate(FINDINGS, options)


def faults(page, looks=((1280, "light"), (1280, "dark"), (375, "light"), (375, "dark")), widths=(375, 320)):
    """Every fault of the page that is open, in words."""
    found = []
    before = page.viewport_size
    headings = page.locator("h1").count()
    if headings != 1:
        found.append(f"{headings} h1, not one")
    if not page.title().strip():
        found.append("no title")
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate(OVERFLOW)
        if wide:
            found.append(f"scrolls sideways at {width}: {wide}")
    # What is folded away must be as good as what is open.
    page.evaluate("() => document.querySelectorAll('details:not(.dialog)').forEach(e => e.open = true)")
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate(OVERFLOW)
        if wide:
            found.append(f"scrolls sideways at {width} when all is unfolded: {wide}")
    done = set()
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found += [f"{width} {scheme}: {finding}" for finding in axe_findings(page, COLORS if width in done else ALL)]
        done.add(width)
    page.set_viewport_size(before)
    return found
