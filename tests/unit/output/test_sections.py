"""Shared files: marked sections are ours, the rest is the user's."""

from __future__ import annotations

from pathlib import Path

from sdkloom.files import OutputFile
from sdkloom.output.changes import Action, compare
from sdkloom.output.sections import keep_text, merge_sections

NEW = (
    "# sdk\n\n<!-- Start Summary [summary] -->\nnew\n<!-- End Summary [summary] -->\n"
    "<!-- Start Retries [retries] -->\nretry\n<!-- End Retries [retries] -->\n"
    "<!-- No Pagination [pagination] -->\n"
)


def test_text_outside_of_sections_is_kept() -> None:
    """The user's own words stay where they are; our section is renewed."""
    old = (
        "# Mine\n\nHello.\n<!-- Start Summary [summary] -->\nold\n"
        "<!-- End Summary [summary] -->\nBye.\n"
    )

    assert merge_sections(old, NEW) == (
        "# Mine\n\nHello.\n<!-- Start Summary [summary] -->\nnew\n"
        "<!-- End Summary [summary] -->\nBye.\n"
    )


def test_a_removed_section_stays_removed() -> None:
    """A section whose markers are gone does not come back."""
    old = "<!-- Start Summary [summary] -->\n<!-- End Summary [summary] -->\n"

    assert "retries" not in merge_sections(old, NEW)


def test_a_section_comes_where_its_place_is_kept() -> None:
    """The comment for an absent section is replaced when there is something to say."""
    old = "before\n<!-- No Retries [retries] -->\nafter\n"

    assert merge_sections(old, NEW) == (
        "before\n<!-- Start Retries [retries] -->\nretry\n"
        "<!-- End Retries [retries] -->\nafter\n"
    )


def test_a_section_that_is_no_longer_needed_leaves_its_place() -> None:
    """What the API cannot do any more is not described any more."""
    old = "<!-- Start Pagination [pagination] -->\nx\n<!-- End Pagination [pagination] -->"

    assert merge_sections(old, NEW) == "<!-- No Pagination [pagination] -->"


def test_a_text_without_marks_is_the_users(tmp_path: Path) -> None:
    """A README of the user's alone is neither merged nor overwritten."""
    (tmp_path / "README.md").write_text("mine\n", encoding="utf-8")
    file = OutputFile(path="README.md", text=NEW, shared=True)

    (kept,) = keep_text([file], tmp_path)
    (change,) = compare([kept], tmp_path, {})

    assert change.action is Action.KEPT


def test_a_readme_with_the_users_words_is_renewed(tmp_path: Path) -> None:
    """It was changed by hand, and is written all the same, as nothing is lost."""
    old = f"Hello.\n{NEW.replace('new', 'old')}"
    (tmp_path / "README.md").write_text(old, encoding="utf-8")
    file = OutputFile(path="README.md", text=NEW, shared=True)

    (kept,) = keep_text([file], tmp_path)
    (change,) = compare([kept], tmp_path, {"README.md": "sha1:other"})

    assert kept.text == f"Hello.\n{NEW}"
    assert change.action is Action.CHANGED


def test_merging_twice_changes_nothing() -> None:
    """A merged text is what the next run would make of it."""
    once = merge_sections(f"Hello.\n{NEW}", NEW)

    assert merge_sections(once, NEW) == once
