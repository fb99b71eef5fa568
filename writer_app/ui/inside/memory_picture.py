"""A picture for the help page: what is left of a gradient on its way back through the sentence."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPalette, QPen, QPolygonF

from writer_app.engine.gradient_flow import kept_gradients, longest_keepers
from writer_app.engine.inspector import Inspection
from writer_app.i18n import tr
from writer_app.model.state import Floats
from writer_app.model.worked_example import plain_network_gradient
from writer_app.ui import colour_maps
from writer_app.ui.inside.quantities import shown_token
from writer_app.ui.theme import looks_dark

_WIDTH, _HEIGHT, _SHARPNESS = 580, 262, 2
_LEFT, _TOP, _RIGHT, _BOTTOM = 46, 26, 36, 78
_LONGEST = 10  # characters of a label
_KEEPERS = 5


def memory_picture(inspection: Inspection, layer: int, palette: QPalette, font: QFont) -> QImage:
    """Draw the gradient kept by a few units, by the median one, and by a network without gates."""
    image = QImage(_WIDTH * _SHARPNESS, _HEIGHT * _SHARPNESS, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(_SHARPNESS)
    image.fill(palette.color(QPalette.ColorRole.Base))
    kept = kept_gradients(inspection.layers[layer])
    dark, count = looks_dark(palette), len(inspection)
    quiet = palette.color(QPalette.ColorRole.PlaceholderText)
    strong = colour_maps.colour_at(colour_maps.diverging(dark), 1.0)
    cool = colour_maps.colour_at(colour_maps.diverging(dark), 0.0)
    plain = np.array([plain_network_gradient(0.9, 0.5, count - 1 - token) for token in range(count)])
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        area = QRectF(_LEFT, _TOP, _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        for share in (0.0, 0.5, 1.0):
            y = area.bottom() - share * area.height()
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(quiet)
        for share in (0.0, 0.5, 1.0):
            y = area.bottom() - share * area.height()
            box = QRectF(0, y - 9, _LEFT - 8, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{share:.0%}")
        _label(painter, area, inspection)
        for unit in longest_keepers(kept, _KEEPERS):
            _curve(painter, area, kept[:, unit], QPen(strong, 1.8))
        _curve(painter, area, np.median(kept, axis=1), QPen(cool, 1.8))
        _curve(painter, area, plain, QPen(quiet, 1.4, Qt.PenStyle.DashLine))
        x = area.left()
        for text, colour in (
            (tr("units that keep longest"), strong),
            (tr("median unit"), cool),
            (tr("without gates"), quiet),
        ):
            painter.setPen(colour)
            painter.drawText(QPointF(x, 14), text)
            x += painter.fontMetrics().horizontalAdvance(text) + 22
    return image


def _curve(painter: QPainter, area: QRectF, values: Floats, pen: QPen) -> None:
    step = area.width() / max(1, len(values) - 1)
    points = [
        QPointF(area.left() + i * step, area.bottom() - float(value) * area.height())
        for i, value in enumerate(values)
    ]
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))


def _label(painter: QPainter, area: QRectF, inspection: Inspection) -> None:
    step = area.width() / max(1, len(inspection) - 1)
    for index, token in enumerate(inspection.tokens):
        painter.save()
        painter.translate(area.left() + index * step + 4, area.bottom() + 10)
        painter.rotate(60)
        painter.drawText(QPointF(0, 4), shown_token(token)[:_LONGEST])
        painter.restore()
