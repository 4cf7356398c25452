"""What every project lived through in a test has: a clock set by hand, questions, cards, cycles, a survey, what may be said."""

import urllib.parse

from person import Phone


class Life:
    """A project and the person who leads it; `project` and `survey` are the addresses of their pages."""

    def __init__(self, v, person):
        self.v, self.person, self.page = v, person, person.page

    def until(self, date):
        """Lets the days go by."""
        self.v.travel(date)

    def screened(self):
        """Nine questions before any data."""
        me = self.person
        me.go(self.project)
        me.follow("Answer nine questions")
        for question in me.page.locator("main fieldset").all():
            yes = question.locator("input").first.get_attribute("name") in ("local-aim", "anyway", "known")
            question.locator(f"input[value={'yes' if yes else 'no'}]").check()
        me.press("Make the record")
        me.says("it is likely improvement, and says that this decides nothing", "not a determination")

    def cards(self, *cards):
        """Evidence cards: claim, source, year, setting, stance, likeness."""
        me = self.person
        for claim, source, year, setting, stance, likeness in cards:
            me.go(self.project)
            me.follow("Add a card")
            me.write(claim=claim, source=source, year=year, setting=setting)
            me.choose("stance", stance)
            me.choose("likeness", likeness)
            me.press("Save")

    def ask(self, *answers):
        """A round of the survey, by one link for the whole group: for each person, a level for each question."""
        me = self.person
        me.go(self.survey)
        me.press("Open this round")
        me.press("Make a link")
        link = urllib.parse.urlsplit(me.page.locator("#link").input_value()).path
        for levels in answers:
            person = Phone(self.v)
            person.go(link)
            radios = person.page.locator("main input[type=radio]")
            names = dict.fromkeys(radios.evaluate_all("all => all.map(one => one.name)"))
            for name, level in zip(names, levels, strict=True):
                person.choose(name, level)
            person.press("Send")
            person.page.context.close()
        me.go(self.survey)
        me.press("Close this round")

    def cycle(self, change, scale, question, prediction, begun, ended, seen, learned, decision, why, outcome="asPredicted",
              measure=None, follows=False):
        """A PDSA cycle from its plan to its decision, one page after the other."""
        me = self.person
        if follows:
            me.press("Next cycle")
            me.follow("The change and its scale")
            me.write(change=change)
            me.choose("scale", scale)
            me.press("Save")
        else:
            me.go(self.project)
            me.follow("Plan a cycle")
            me.write(change=change)
            me.choose("scale", scale)
            me.press("Plan it")
        me.follow("The question and the prediction")
        me.write(question=question, prediction=prediction)
        me.press("Save")
        if measure:
            me.follow("What is written down")
            me.write(measure=measure)
            me.press("Save")
        self.until(begun)
        me.follow("Begin Do")
        me.press("Lock the prediction and begin")
        self.until(ended)
        me.follow("What happened")
        me.choose("planned", "yes")
        me.write(ended=ended)
        me.press("Save")
        me.follow("Study: against the prediction")
        me.choose("outcome", outcome)
        me.write(seen=seen, learned=learned)
        me.press("Save")
        me.follow("Act: adopt, adapt or abandon")
        me.choose("decision", decision)
        me.write(why=why)
        me.press("Save")

    def said(self):
        """What the project's page allows to be said."""
        self.person.go(self.project)
        return " ".join(self.person.page.locator("section:has(#said)").inner_text().split())
