"""The page of settings says what the schema says."""

from writer_app.paths import project_root
from writer_app.settings.reference import page
from writer_app.settings.schema import SETTINGS


def test_the_page_is_current_and_else_make_docs_makes_it_so() -> None:
    assert (project_root() / "docs" / "settings.md").read_text(encoding="utf-8") == page()


def test_every_setting_is_on_the_page() -> None:
    assert all(f"`{setting.key}`" in page() for setting in SETTINGS)
