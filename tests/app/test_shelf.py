"""Which scenarios the library shows, and in which order."""

from __future__ import annotations

import pytest

from simulator.app.shelf import ORDERS, about, shelved
from simulator.records.history import Best
from simulator.scenario.library import Library


@pytest.fixture
def summaries(tmp_path):
    (tmp_path / "broken.yaml").write_text("title: A broken one\nkind: agnry\n")
    return tuple(Library([tmp_path]).summaries())


def ids(summaries):
    return [summary.entry.id for summary in summaries]


def test_easy_first_and_what_cannot_be_read_last(summaries):
    assert ids(shelved(summaries, {})) == ["wrong-key", "quiet-table", "leaking-tap", "broken"]


def test_orders(summaries):
    bests = {"leaking-tap": Best(20, 20, None, 1), "wrong-key": Best(90, 90, 60, 1)}
    by = {order: ids(shelved(summaries, bests, order=order))[:3] for order in ORDERS}
    assert by["kind"] == ["wrong-key", "quiet-table", "leaking-tap"]
    assert by["title"] == ["quiet-table", "leaking-tap", "wrong-key"]
    assert by["own best score"] == ["quiet-table", "leaking-tap", "wrong-key"]


def test_a_kind_leaves_out_the_others(summaries):
    assert ids(shelved(summaries, {}, kind=2)) == ["quiet-table"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("KEY", ["wrong-key"]),
        ("oduya", ["quiet-table"]),
        ("hear what", ["quiet-table"]),
        ("tap lena", ["leaking-tap"]),
        ("tap oduya", []),
        ("locksmith ida", ["wrong-key"]),
        ("brok", ["broken"]),
    ],
)
def test_a_search_looks_at_title_customer_trade_kind_and_principles(summaries, wanted, found):
    assert ids(shelved(summaries, {}, wanted=wanted)) == found


def test_about_a_scenario(summaries):
    by_id = {summary.entry.id: summary for summary in summaries}
    text = about(by_id["wrong-key"], Best(90, 90, 60, 2)).plain
    for part in (
        "The wrong key",
        "Ida Brand · locksmith · angry",
        "A locksmith's counter",
        "Own the problem",
        "twice",
        "record",
    ):
        assert part in text


def test_about_one_that_cannot_be_read_says_where_and_how_to_mend_it(summaries):
    broken = next(summary for summary in summaries if summary.broken)
    text = about(broken, None).plain
    assert "broken.yaml" in text
    assert "Line 1" in text or "Line 2" in text
    assert broken.problem is not None
    assert broken.problem.hint in text
