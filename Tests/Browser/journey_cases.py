"""The two worked cases of the example: their projects, measures, groups, associations and declarations are looked at."""

CASES = (
    ("example-checklist", "example-checklist-days", "example-checklist-lines-completion"),
    ("example-telehealth", "example-telehealth-no-shows", "example-telehealth-no-shows"),
)


def journey(v):
    page = v.demo()
    page.goto(v.at("/"))
    door = page.get_by_role("region", name="Improve")
    v.check("the home page opens the door of Improve", door.get_by_role("link", name="My projects").count() == 1)
    door.get_by_role("link", name="My projects").click()
    for project, outcome, grouped in CASES:
        page.goto(v.at(f"/improve/project/{project}"))
        words = page.locator("main").inner_text()
        v.check(f"{project} says what to press next", "Press next" in words)
        v.check(f"{project} says that it is invented", "(invented data)" in words)
        v.check(f"{project} says only what was earned",
                ("No change beyond chance" in words) == (project == "example-telehealth"))
        v.check(f"{project} has its sentence if it was earned",
                (page.locator(".earned").count() == 1) == (project == "example-checklist"))
        v.sound(page, f"the project {project}")
        for name, path in (
            ("measure", f"/improve/measure/{outcome}"),
            ("groups", f"/improve/measure/{grouped}/groups"),
            ("declaration", f"/improve/project/{project}/declaration"),
        ):
            page.goto(v.at(path))
            v.sound(page, f"{project}: {name}")
    page.goto(v.at("/improve/association/example-telehealth-association-1"))
    v.check("no-shows by distance are not called confounded", "confounded" not in page.locator("main").inner_text())
    v.sound(page, "no-shows by distance")
