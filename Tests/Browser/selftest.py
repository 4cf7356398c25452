"""The checks themselves must find what is wrong: a page with planted faults, each of which has to be named."""

import soundness

PLANTED = """<!doctype html><html><head><title></title><style>
p{color:#aaa;background:#fff} .wide{width:500px}
@media(prefers-color-scheme:dark){b{color:#444;background:#222}}
</style></head><body><main><h1>One</h1><h1>Two</h1><p>Pale words.</p><b>Dark words.</b>
<details><summary>More</summary><div class="wide">Wide when open</div><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></details>
<input><script>console.error('planted')</script></main></body></html>"""


def journey(v):
    page = v.open()  # without the site's policy, which would refuse the style
    page.set_content(PLANTED)
    found = "\n".join(soundness.faults(page) + page.complaints)
    for what, sign in [
        ("two headings", "2 h1"), ("a missing title", "no title"), ("a missing language", "html-has-lang"),
        ("pale words", "1280 light: color-contrast"), ("words that are pale in the dark only", "1280 dark: color-contrast"),
        ("a field without a label", "label (critical"), ("a picture without words", "image-alt"),
        ("a page too wide when unfolded", "sideways at 375 when all is unfolded"),
    ]:
        v.check(f"{what} is found", sign in found, found)
    v.check("an error in the console is found", "console: planted" in found, found)
    # The policy, on a page of the site.
    page = v.open("/")
    page.evaluate("() => { const e = document.createElement('p'); e.setAttribute('style', 'color:red'); document.body.append(e);"
                  " document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>') }")
    page.wait_for_timeout(100)
    v.check("an inline style is refused and noticed", any("style" in complaint for complaint in page.complaints),
            page.complaints)
    page.complaints = []
    page.evaluate("() => fetch('http://127.0.0.1:9/elsewhere').catch(() => 0)")
    v.check("a request to another site is noticed", any("127.0.0.1:9" in c for c in page.complaints), page.complaints)
    page.complaints = []
