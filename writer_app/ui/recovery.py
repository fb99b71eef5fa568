"""Offers the text that a crash left behind."""

from functools import partial
from pathlib import Path

from writer_app.documents.autosave import Draft, abandoned_drafts
from writer_app.i18n import tr
from writer_app.ui.document_controller import DocumentController
from writer_app.ui.notices import Notices

_EXCERPT = 60  # characters of a found draft that its notice shows


def offer_drafts(folder: Path, notices: Notices, documents: DocumentController) -> None:
    """Offer each draft of a program that is gone; several of them in one notice at first."""
    drafts = []
    for draft in abandoned_drafts(folder):
        if draft.text.strip():
            drafts.append(draft)
        else:
            draft.discard()
    if len(drafts) > 1:
        notices.add(
            tr(
                "Unsaved text of {number} documents was found: {names}.",
                number=len(drafts),
                names=", ".join(_name(draft) for draft in drafts),
            ),
            (tr("Restore all"), partial(_restore, drafts, documents)),
            (tr("One by one"), partial(_offer, drafts, notices, documents)),
        )
    else:
        _offer(drafts, notices, documents)


def _offer(drafts: list[Draft], notices: Notices, documents: DocumentController) -> None:
    for draft in drafts:
        excerpt = " ".join(draft.text[-_EXCERPT:].split())
        notices.add(
            tr("Unsaved text of “{name}” was found: “…{excerpt}”", name=_name(draft), excerpt=excerpt),
            (tr("Restore"), partial(_restore, [draft], documents)),
            (tr("Discard"), draft.discard),
        )


def _restore(drafts: list[Draft], documents: DocumentController) -> None:
    for draft in drafts:
        documents.restore(draft).autosaver.write(then=draft.discard)


def _name(draft: Draft) -> str:
    path = draft.document.path or draft.document.suggested
    return path.name if path else tr("Untitled")
