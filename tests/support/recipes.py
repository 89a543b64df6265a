"""The Python of the documentation, to be run as it stands."""

import re
from pathlib import Path

_DOCS = Path(__file__).parents[2] / "docs"


def code_of(page, heading=None):
    """Give the Python blocks of a page, or of one section of it."""
    text = (_DOCS / page).read_text(encoding="utf-8")
    if heading is not None:
        text = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return "\n".join(re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL))
