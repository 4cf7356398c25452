"""A person at the site: links and buttons by their words, fields by the name they are sent under."""

import datetime
import urllib.parse


class Desk:
    """A person at a desk, with a mouse."""

    LOOKS = ((1280, "light"), (1280, "dark"))

    def __init__(self, v):
        self.v, self.page = v, self.opened(v)

    @staticmethod
    def opened(v):
        return v.open()

    @staticmethod
    def touch(target):
        target.click()

    def go(self, path):
        self.page.goto(self.v.at(path))

    @property
    def path(self):
        return urllib.parse.urlsplit(self.page.url).path

    @property
    def words(self):
        """What the page says."""
        return self.page.locator("main").inner_text()

    def says(self, sentence, *parts):
        """Checks that the page says each of these."""
        words = " ".join(self.words.split())
        missing = [part for part in parts if part not in words]
        self.v.check(sentence, not missing, f"{missing} not in: {words[:900]}")

    def follow(self, words, within="main"):
        self._leave(self.page.locator(within).get_by_role("link", name=words).first)

    def press(self, words):
        self._leave(self.page.locator("main").get_by_role("button", name=words, exact=True).first)

    def _leave(self, target):
        # A click waits for the page to which it leads; a tap does not.
        with self.page.expect_navigation():
            self.touch(target)

    def unfold(self, words):
        """Opens what is folded away, if it is."""
        summary = self.page.locator("main summary").filter(has_text=words).first
        if not summary.evaluate("summary => summary.parentElement.open"):
            self.touch(summary)

    def write(self, **fields):
        """Fills what is typed or picked; `answer_by` is the field `answer-by`, a date is written as the field wants it."""
        for name, value in fields.items():
            value = value.isoformat() if isinstance(value, datetime.date) else str(value)
            field = self.page.locator(f"main [name={name.replace('_', '-')}]:not([type=hidden])").first
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    def choose(self, name, *values):
        """Ticks answers by what they are sent as; the whole tile is the target."""
        for value in values:
            self.page.locator(f"main input[name='{name}'][value='{value}']:not([type=hidden])").check()

    def tick(self, *words):
        """Ticks answers by their words."""
        for line in words:
            self.touch(self.page.locator("main label").filter(has_text=line).first)

    def looks(self, what):
        """Holds the page to what every page must be, as it looks to this person."""
        self.v.sound(self.page, what, looks=self.LOOKS)


class Phone(Desk):
    """A person with a phone in one hand: 375 px, touch."""

    LOOKS = ((375, "light"), (375, "dark"))

    @staticmethod
    def opened(v):
        return v.open(width=375, touch=True)

    @staticmethod
    def touch(target):
        target.tap()
