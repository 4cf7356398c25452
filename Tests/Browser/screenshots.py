"""The pictures of docs/pictures: few, of what is on one screen, from the example with its invented person."""

import sys

from playwright.sync_api import sync_playwright

import visit

# The name of the picture, the page, its width and height, and whether it is dark.
PICTURES = [
    ("list", "/list", 1280, 1000, False),
    ("list-dark", "/list", 1280, 1000, True),
    ("list-phone", "/list", 375, 812, False),
    ("plan", "/plan", 1280, 800, False),
    ("project", "/improve/project/example-telehealth", 1280, 1500, False),
]


def main():
    server = visit.Server(sys.argv[1])
    folder = visit.root / "docs/pictures"
    chromium = (visit.root / ".build/browser-venv/chromium").read_text("utf-8").strip()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"])
            way = visit.Visit("pictures", server, browser, visit.Results())
            page = way.demo()
            page.goto(way.at("/list"))
            way.ready(page)
            for name, path, width, height, dark in PICTURES:
                page.set_viewport_size({"width": width, "height": height})
                page.emulate_media(color_scheme="dark" if dark else "light")
                page.goto(way.at(path))
                way.ready(page)
                page.screenshot(path=folder / f"{name}.png")
                print(f"{name}.png")
            way.close()
            browser.close()
    finally:
        server.stop()


main()
