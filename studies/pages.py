"""Write the pages that tell results: ``python studies/pages.py``; with ``--check``, say which are stale.

Their text is written by hand in ``studies/pages/``; every figure in it is a name in double braces, filled
from ``data/`` and from the model.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import external_page
import model_card
import question_page
import reader_page
import study_page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parents[1]
TEMPLATES = Path(__file__).parent / "pages"
PAGES: dict[str, tuple[str, Callable[[], Mapping[str, str]]]] = {
    "docs/explanation/study.md": ("study.md", study_page.values),
    "docs/explanation/external-checks.md": ("external-checks.md", external_page.values),
    "docs/explanation/questions.md": ("questions.md", question_page.values),
    "docs/explanation/reading.md": ("reading.md", reader_page.values),
    "docs/model-card.md": ("model-card.md", model_card.values),
}
_NAME = re.compile(r"\{\{([a-z0-9_]+)\}\}")


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put values where their names stand; a name without a value, or a value without a place, is an error."""
    wanted = set(_NAME.findall(template))
    if wanted != set(values):
        missing, idle = sorted(wanted - set(values)), sorted(set(values) - wanted)
        message = f"without a value: {missing}; without a place: {idle}"
        raise ValueError(message)
    return _NAME.sub(lambda found: values[found[1]], template)


def made(page: str) -> str:
    """Make a page."""
    template, values = PAGES[page]
    text = fill((TEMPLATES / template).read_text(encoding="utf-8"), values())
    return f"<!-- Made by studies/pages.py from studies/pages/{template}: change it there. -->\n\n{text}"


def main(arguments: list[str]) -> int:
    """Write all pages, or name those that are stale."""
    stale = [
        page
        for page in PAGES
        if not (ROOT / page).exists() or (ROOT / page).read_text(encoding="utf-8") != made(page)
    ]
    if arguments == ["--check"]:
        print(f"stale: {', '.join(stale)}" if stale else "every page tells the stored results")
        return 1 if stale else 0
    for page in stale:
        (ROOT / page).write_text(made(page), encoding="utf-8")
    print(f"written: {', '.join(stale)}" if stale else "every page tells the stored results already")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
