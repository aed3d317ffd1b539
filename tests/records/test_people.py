"""People, teams and profiles."""

from __future__ import annotations

import pytest

from simulator.records.errors import NameRefused
from simulator.records.people import (
    acting,
    enrol,
    everybody,
    find_person,
    looking,
    profile,
    rename,
    save_profile,
    teams,
)


def test_a_person_is_added_once_however_the_name_is_cased_and_spaced(database, clock):
    first = enrol(database, "Ann Lee", "North", at=clock())
    assert enrol(database, "  ann  LEE ", at=clock()) == first
    assert find_person(database, "ANN LEE") == first
    assert everybody(database) == [first]


def test_the_team_stays_unless_another_is_given(database, clock):
    enrol(database, "Ann", "North", at=clock())
    assert enrol(database, "Ann", at=clock()).team == "North"
    assert enrol(database, "Ann", "South", at=clock()).team == "South"
    assert enrol(database, "Ann", "", at=clock()).team == ""


def test_a_team_is_spelt_as_its_members_spell_it(database, clock):
    enrol(database, "Ann", "North", at=clock())
    assert enrol(database, "Ben", "NORTH ", at=clock()).team == "North"
    assert teams(database) == ["North"]


def test_whoever_is_alone_in_a_team_may_spell_it_anew(database, clock):
    enrol(database, "Ann", "north", at=clock())
    assert enrol(database, "Ann", "North", at=clock()).team == "North"


def test_teams_are_listed_by_name_without_the_empty_one(database, clock):
    for name, team in (("Ann", "south"), ("Ben", "North"), ("Cem", "")):
        enrol(database, name, team, at=clock())
    assert teams(database) == ["North", "south"]


def test_a_refused_team_leaves_no_half_made_person(database, clock):
    with pytest.raises(NameRefused):
        enrol(database, "Ann", "\x1b[31mNorth", at=clock())
    assert everybody(database) == []


def test_a_person_may_be_renamed_but_not_to_somebody_else(database, clock):
    ann, ben = enrol(database, "Ann", at=clock()), enrol(database, "Ben", at=clock())
    assert rename(database, ann.id, "ANN").name == "ANN"
    assert rename(database, ann.id, "Anna").id == ann.id
    assert find_person(database, "Ann") is None
    with pytest.raises(NameRefused, match="Somebody else is called Anna"):
        rename(database, ben.id, "anna")


def test_each_login_name_has_its_own_profile(database, clock):
    ann, ben = enrol(database, "Ann", at=clock()), enrol(database, "Ben", at=clock())
    assert profile(database, "till-1") is None
    save_profile(database, "till-1", ann.id)
    save_profile(database, "till-2", ben.id)
    assert (profile(database, "till-1"), profile(database, "till-2")) == (ann, ben)
    save_profile(database, "till-1", ben.id)
    assert profile(database, "till-1") == ben


def test_text_never_becomes_sql(database, clock):
    hostile = "Ann'; DROP TABLE people; --"
    assert enrol(database, hostile, hostile, at=clock()).name == hostile
    assert find_person(database, hostile).team == hostile
    assert find_person(database, "' OR 1=1 --") is None


def test_who_plays_is_whoever_is_named_else_the_profile_else_the_login_name(database, clock):
    assert acting(database, name=None, team=None, login="till-1", at=clock()).name == "till-1"
    ann = enrol(database, "Ann", "North", at=clock())
    save_profile(database, "till-1", ann.id)
    assert acting(database, name=None, team=None, login="till-1", at=clock()) == ann
    assert acting(database, name="Ben", team="South", login="till-1", at=clock()).team == "South"
    assert profile(database, "till-1") == ann


def test_looking_finds_who_plays_and_adds_nobody(database, clock):
    assert looking(database, name=None, login="till-1") is None
    assert looking(database, name="Ann", login="till-1") is None
    assert everybody(database) == []
    till = enrol(database, "till-1", at=clock())
    assert looking(database, name=None, login="till-1") == till
    ann = enrol(database, "Ann", at=clock())
    save_profile(database, "till-1", ann.id)
    assert looking(database, name=None, login="till-1") == ann
    assert looking(database, name=" TILL-1", login="till-1") == till
