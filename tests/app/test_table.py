"""The table of rows to choose from."""

from __future__ import annotations

import pytest
from textual.app import App

from simulator.app.themes import DARK, THEMES
from simulator.app.widgets.table import Column, Row, Table

COLUMNS = (Column("Name"), Column("Long", 12, needs=60), Column("Score", 5, right=True))


class TableApp(App[None]):
    """A table and what it said."""

    def __init__(self, rows):
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK
        self.rows = rows
        self.highlighted = []
        self.chosen = []

    def compose(self):
        yield Table(COLUMNS, empty="Nothing here.")

    def on_mount(self):
        self.query_one(Table).fill(self.rows)

    def on_table_highlighted(self, event):
        self.highlighted.append(event.row.value)

    def on_table_chosen(self, event):
        self.chosen.append(event.row.value)

    @property
    def lines(self):
        return ["".join(segment.text for segment in strip) for strip in self.screen._compositor.render_strips()]


def rows(number):
    return [Row(place, (f"row {place}", "more", str(place))) for place in range(number)]


async def test_columns_stand_under_their_titles_and_fit_the_width():
    async with TableApp(rows(2)).run_test(size=(40, 5)) as pilot:
        heading, first, second, *_ = pilot.app.lines
        assert heading == "  Name                             Score"
        assert first == "› row 0                                0"
        assert second == "  row 1                                1"
        await pilot.resize_terminal(70, 5)
        await pilot.pause()
        assert "Long" in pilot.app.lines[0]
        assert all(len(line) == 70 for line in pilot.app.lines)


async def test_what_does_not_fit_is_cut_with_an_ellipsis_also_where_signs_are_wide():
    wide = [Row(0, ("佐藤" * 20, "", "1")), Row(1, ("[/]\x1b[31m\u202e" + "x" * 50, "", "2"))]
    async with TableApp(wide).run_test(size=(30, 4)) as pilot:
        _, first, second, _ = pilot.app.lines
        assert "…" in first
        assert first.endswith("    1")
        assert "\x1b" not in second
        assert "\u202e" not in second
        assert "[/]�[31m" in second


async def test_keys_move_the_cursor_and_it_stays_in_sight():
    async with TableApp(rows(100)).run_test(size=(40, 11)) as pilot:
        table = pilot.app.query_one(Table)
        await pilot.press("up")
        assert table.cursor == 0
        await pilot.press("down", "down")
        assert table.cursor == 2
        await pilot.press("pagedown")
        assert table.cursor == 11
        await pilot.press("end")
        await pilot.pause()
        assert table.cursor == 99
        assert pilot.app.lines[-1].startswith("› row 99")
        await pilot.press("home", "enter")
        await pilot.pause()
        assert pilot.app.lines[1].startswith("› row 0")
        assert pilot.app.chosen == [0]
        assert pilot.app.highlighted[:4] == [0, 1, 2, 11]


async def test_a_click_takes_the_cursor_and_a_second_one_opens():
    async with TableApp(rows(3)).run_test(size=(40, 6)) as pilot:
        await pilot.click(Table, offset=(3, 3))
        assert pilot.app.query_one(Table).cursor == 2
        assert pilot.app.chosen == []
        await pilot.click(Table, offset=(3, 3))
        assert pilot.app.chosen == [2]
        await pilot.click(Table, offset=(3, 0))
        await pilot.click(Table, offset=(3, 5))
        assert pilot.app.chosen == [2]


@pytest.mark.parametrize("key", ["enter", "down", "end", "pagedown"])
async def test_an_empty_table_says_so_and_keys_do_nothing(key):
    async with TableApp([]).run_test(size=(40, 5)) as pilot:
        await pilot.press(key)
        assert "Nothing here." in "".join(pilot.app.lines)
        assert pilot.app.chosen == []


async def test_filling_again_keeps_to_the_rows_there_are():
    async with TableApp(rows(50)).run_test(size=(40, 8)) as pilot:
        await pilot.press("end")
        table = pilot.app.query_one(Table)
        table.fill(rows(3), at=7)
        await pilot.pause()
        assert table.cursor == 2
        assert pilot.app.lines[3].startswith("› row 2")


async def test_ten_thousand_rows_are_no_matter():
    async with TableApp(rows(10_000)).run_test(size=(40, 8)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        assert pilot.app.lines[-1].startswith("› row 9999")
