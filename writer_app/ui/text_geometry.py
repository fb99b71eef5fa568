"""Where a piece of a paragraph is on the page, whatever is shown at the caret."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtGui import QTextBlock, QTextLine


def pieces(block: QTextBlock, start: int, end: int) -> Iterator[tuple[QTextLine, float, float]]:
    """Yield each line that holds some of the characters, with the left and right edge of these.

    Columns are Qt's own. A suggestion or a composition in the layout moves what stands behind it.
    """
    layout = block.layout()
    shown_at, shown = layout.preeditAreaPosition(), len(layout.preeditAreaText().encode("utf-16-le")) // 2
    start += shown if shown and start >= shown_at else 0
    end += shown if shown and end > shown_at else 0
    while start < end:
        line = layout.lineForTextPosition(start)
        if not line.isValid():
            return
        stop = min(end, line.textStart() + line.textLength())
        left, right = sorted((_x(line, start), _x(line, stop)))
        yield line, left, right
        start = max(stop, start + 1)


def _x(line: QTextLine, column: int) -> float:
    found: Any = line.cursorToX(column)  # PySide returns the column too, which its types do not say
    return float(found[0])
