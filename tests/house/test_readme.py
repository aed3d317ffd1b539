"""What the README promises is there."""

from __future__ import annotations

import re

import pytest

from simulator.cli import ExitCode, coolhead
from tests.house.checkout import ROOT, text_of

COMMANDS = ("python3 run.py", "python3 run.py test")

PAPERS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/scripts.md",
    "docs/rules.md",
    "docs/drills.md",
    "docs/scenarios.md",
)


def code_blocks(text: str) -> list[str]:
    return [line.strip() for block in re.findall(r"```\w*\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]


def test_the_readme_gives_the_two_commands_that_do_all_the_set_up() -> None:
    given = [line.split("#")[0].strip() for line in code_blocks(text_of("README.md"))]
    for command in COMMANDS:
        assert command in given


def test_ci_passes_the_tests_by_the_readmes_own_command() -> None:
    run = [line.strip() for line in text_of(".ci/run").splitlines()]
    assert any(line.split(" 2>&1")[0] == COMMANDS[1] for line in run)


@pytest.mark.parametrize("tool", ['ruff" check', 'ruff" format --check', 'mypy" --strict', "lint-imports"])
def test_ci_runs_every_check(tool: str) -> None:
    assert tool in text_of(".ci/run")


@pytest.mark.parametrize("paper", PAPERS)
def test_every_link_in_the_papers_leads_to_a_file(paper: str) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text_of(paper))
    for target in targets:
        if not target.startswith(("http:", "https:", "mailto:")):
            assert ((ROOT / paper).parent / target).exists(), f"{paper} links to {target}"


@pytest.mark.parametrize("paper", PAPERS)
def test_every_link_within_a_paper_leads_to_a_heading(paper: str) -> None:
    for name, anchor in re.findall(r"\]\(([^)#\s]*)#([^)]+)\)", text_of(paper)):
        target = (ROOT / paper).parent / name if name else ROOT / paper
        headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
        anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
        assert anchor in anchors, f"{paper} links to {target.name}#{anchor}"


@pytest.mark.parametrize("command", sorted(coolhead.commands))
def test_every_command_has_a_row_in_the_readme(command: str) -> None:
    assert re.search(rf"^\| `coolhead {command}\b", text_of("README.md"), re.MULTILINE)


def test_every_option_is_named_in_the_readme() -> None:
    options = {
        max(parameter.opts, key=len)
        for command in (coolhead, *coolhead.commands.values())
        for parameter in command.params
        if parameter.param_type_name == "option"
    }
    readme = text_of("README.md")
    assert {option for option in options if f"`{option}" not in readme} == set()


@pytest.mark.parametrize("code", ExitCode)
def test_every_exit_code_has_a_row_in_the_readme(code: ExitCode) -> None:
    assert re.search(rf"^\| {code.value} \|", text_of("README.md"), re.MULTILINE)
