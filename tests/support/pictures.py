"""Looks at pictures as a reader does: what is written where, and whether it can be read."""

from itertools import combinations

from matplotlib.backends.backend_agg import FigureCanvasAgg


def written(ax):
    """Give every text that is seen on some axes."""
    texts = [
        *ax.texts,
        *ax.get_xticklabels(),
        *ax.get_yticklabels(),
        ax.xaxis.label,
        ax.title,
        ax.yaxis.label,
    ]
    if ax.get_legend():
        texts += ax.get_legend().get_texts()
    texts.append(ax._left_title)
    return [text for text in texts if text.get_text() and text.get_visible()]


def flaws(ax):
    """Give what spoils the reading: texts that touch each other, and texts that leave the picture."""
    figure = ax.figure
    FigureCanvasAgg(figure).draw()
    low, high = sorted(ax.get_xlim())
    outside = [label for label in ax.get_xticklabels() if not low <= label.get_position()[0] <= high]
    boxes = {
        text: text.get_window_extent() for text in written(ax) if not any(text is label for label in outside)
    }
    frame = figure.bbox.padded(0.5)
    found = [
        f"outside: {text.get_text()}"
        for text, box in boxes.items()
        if not (frame.contains(box.x0, box.y0) and frame.contains(box.x1, box.y1))
    ]
    found += [
        f"touching: {one.get_text()} | {other.get_text()}"
        for (one, first), (other, second) in combinations(boxes.items(), 2)
        if first.overlaps(second)
    ]
    return found


def labels(ax):
    """Give the names of the rows, each on one line."""
    return [" ".join(label.get_text().split()) for label in ax.get_yticklabels()]


def luminance(colour):
    """Give the relative luminance of a colour, as the Web Content Accessibility Guidelines define it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Give the contrast of two colours, from 1 to 21."""
    dark, bright = sorted([luminance(one), luminance(other)])
    return (bright + 0.05) / (dark + 0.05)
