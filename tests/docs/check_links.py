"""Follow every link inside the built manual: each page, file and place that it names must be there.

python tests/docs/check_links.py docs/_build/html
"""

import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """What a page links to, and the places that it names."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: set[str] = {""}
        self.feed(text)

    def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Keep links, sources and names."""
        given = {name: value or "" for name, value in attributes}
        self.links += [given[name] for name in ("href", "src") if name in given]
        self.places |= {given[name] for name in ("id", "name") if name in given}


@cache
def read(path: Path) -> Page:
    """Read a page once."""
    return Page(path.read_text(encoding="utf-8"))


def broken(page: Path) -> list[str]:
    """Give the links of a page that lead nowhere."""
    found = []
    for link in read(page).links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        is_page = target.suffix == ".html" and target.is_file()
        if not target.exists() or (is_page and unquote(parts.fragment) not in read(target).places):
            found.append(link)
    return found


def main() -> None:
    """Print the broken links of all pages; any ends it with an error."""
    pages = sorted(Path(sys.argv[1]).resolve().rglob("*.html"))
    wrong = [f"{page}: {link}" for page in pages for link in broken(page)]
    print(*wrong, f"{sum(len(read(page).links) for page in pages):,} links on {len(pages)} pages", sep="\n")
    if wrong or not pages:
        sys.exit(1)


if __name__ == "__main__":
    main()
