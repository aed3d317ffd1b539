"""What goes wrong is told on a screen with what to do about it."""

from __future__ import annotations

import sqlite3

from simulator.app.problems import exit_code, is_problem, told
from simulator.app.screens.home import HomeScreen
from simulator.app.screens.problem import ProblemScreen
from simulator.conversation.errors import ReplayError
from simulator.records.errors import DatabaseBusy, NoSuchAttempt
from simulator.scenario.errors import ScenarioNotFound
from simulator.settings import SettingsError


def text(app):
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


async def until_told(pilot):
    for _ in range(500):
        await pilot.pause(0.01)
        if isinstance(pilot.app.screen, ProblemScreen) and pilot.app.screen.is_active:
            await pilot.pause()
            await pilot.pause()
            return
    raise AssertionError("nothing was told")


def test_what_a_person_can_act_on_is_told_and_faults_of_the_program_are_not(tmp_path):
    errors = (
        NoSuchAttempt(3),
        ScenarioNotFound("sofa"),
        DatabaseBusy(tmp_path, "Busy.", "Wait."),
        SettingsError(tmp_path, "odd."),
        ReplayError("altered"),
    )
    assert all(is_problem(error) for error in errors)
    assert not is_problem(KeyError("x"))
    assert [exit_code(error) for error in errors] == [1, 1, 4, 1, 1]
    assert told(errors[2]) == ("The records can't be used", f"Busy.\n{tmp_path}", "Wait.", True)


async def test_records_that_cannot_be_opened_are_told_at_the_start(app, tmp_path):
    path = tmp_path / "not-ours.db"
    path.write_text("A letter to my mother, which is not a database. " * 9)
    async with app(database_path=path).run_test(size=(80, 24)) as pilot:
        await until_told(pilot)
        shown = text(pilot.app)
        assert "The records can't be used" in shown
        assert "Traceback" not in shown
        await pilot.press("q")
        await pilot.pause()
    assert pilot.app.return_code == 4
    assert path.read_text().startswith("A letter to my mother")


async def test_trying_again_goes_on_once_the_cause_is_gone(app, settled, tmp_path):
    path = tmp_path / "not-ours.db"
    path.write_text("In the way. " * 20)
    async with app(database_path=path).run_test(size=(80, 24)) as pilot:
        await until_told(pilot)
        await pilot.press("enter")
        await until_told(pilot)
        path.unlink()
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        await pilot.press("q")
        await pilot.pause()
    assert pilot.app.return_code == 0


async def test_records_that_fail_later_are_told_over_any_screen(app, settled, database_path):
    async with app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        with sqlite3.connect(database_path) as other:
            other.execute("DROP TABLE events")
            other.execute("DROP TABLE attempts")
        await pilot.press("a")
        await until_told(pilot)
        assert len(pilot.app.screen_stack) > 2
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ProblemScreen)


async def test_other_problems_lead_back_to_where_one_was(app, settled):
    async with app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        pilot.app.show_problem(NoSuchAttempt(9))
        await until_told(pilot)
        assert "There is no attempt 9" in text(pilot.app)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_library_that_cannot_be_made_is_told(app, tmp_path):
    def broken():
        raise SettingsError(tmp_path / "settings.toml", "line 3 is odd.")

    async with app(library=broken).run_test(size=(80, 24)) as pilot:
        await until_told(pilot)
        assert "line 3 is odd" in text(pilot.app)
        await pilot.press("q")
        await pilot.pause()
    assert pilot.app.return_code == 1


async def test_a_scenario_that_there_is_not_is_told(app, settled):
    async with app(open_scenario="no-such-scenario").run_test(size=(80, 24)) as pilot:
        await until_told(pilot)
        assert "no-such-scenario" in text(pilot.app)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
