"""The manual's page on settings says what the code says."""

from pathlib import Path

from unplug.settings.section import about
from unplug.settings.sections import section_types, settings_of
from unplug.settings.writing import written

PAGE = Path(__file__).parents[3] / "docs" / "settings.md"
BEGIN, END = "<!-- tables: begin -->\n", "<!-- tables: end -->\n"


def tables() -> str:
    lines = []
    for name, section in section_types().items():
        lines += [f"## `[{name}]`", "", f"{section.__doc__}", ""]
        lines += ["| name | as shipped | what fits | what it does |"]
        lines += ["|---|---|---|---|"]
        for each in settings_of(section):
            known = about(each)
            default = f"`{written(each.default)}`"
            cells = f"`{each.name}`", default, known.kind.bounds(), known.comment
            lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    return "\n".join(lines) + "\n"


def test_the_page_lists_every_setting_as_it_is() -> None:
    page = PAGE.read_text("utf-8")
    shown = page.partition(BEGIN)[2].partition(END)[0]
    assert shown.strip() == tables().strip()
