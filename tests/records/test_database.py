"""The database file: made, reopened, shared, and what happens when it can't be used."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from simulator.records import database as module
from simulator.records import errors, schema
from simulator.records.attempts import append_response, load_events
from simulator.records.database import open_database
from simulator.records.people import enrol, everybody
from simulator.records.translation import database_error, may_write


def beside(path: Path) -> dict[str, bytes]:
    """Every file of the folder and what is in it."""
    return {file.name: file.read_bytes() for file in path.parent.iterdir()}


@contextmanager
def as_nobody() -> Iterator[Path]:
    """A database of ours, among whose files we are then somebody whom permissions hold back."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions are otherwise here")
    with TemporaryDirectory() as name:
        path = Path(name) / "coolhead.db"
        open_database(path).close()
        if os.geteuid() != 0:
            yield path
            path.parent.chmod(0o700)
            return
        nobody = 65534
        for file in (path, path.parent):
            os.chown(file, nobody, nobody)
        try:
            os.seteuid(nobody)
        except PermissionError:
            pytest.skip("this root may not become somebody else")
        try:
            if not may_write(path):
                pytest.skip("nobody else may come near the temporary folder")
            yield path
        finally:
            os.seteuid(0)


class TestMaking:
    def test_folders_are_made_for_their_owner_only(self, tmp_path):
        path = tmp_path / "not yet" / "there" / "coolhead.db"
        open_database(path).close()
        if os.name == "posix":
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700

    def test_what_keeps_a_response_through_a_crash_is_switched_on(self, database):
        assert database.row("PRAGMA journal_mode") == ("wal",)
        assert database.row("PRAGMA synchronous") == (2,)
        assert database.row("PRAGMA foreign_keys") == (1,)
        assert database.row("PRAGMA application_id") == (schema.APPLICATION_ID,)
        assert database.row("PRAGMA user_version") == (schema.LATEST,)

    def test_every_table_is_strict(self, database):
        tables = database.rows("SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
        ours = {name: strict for name, strict in tables if not name.startswith("sqlite_")}
        assert ours
        assert all(ours.values())

    def test_the_file_says_whose_it_is_before_anything_else_is_kept(self, path, database):
        assert path.read_bytes()[68:72] == b"Cool"

    def test_an_empty_file_becomes_a_database(self, tmp_path):
        path = tmp_path / "coolhead.db"
        path.touch()
        open_database(path).close()
        assert path.read_bytes()[68:72] == b"Cool"

    def test_a_path_is_a_path_whatever_it_looks_like(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        for name in (":memory:", "file:x?mode=ro", "a%20b #1.db", "dätä.db"):
            open_database(name).close()
            assert (tmp_path / name).exists()

    def test_what_was_kept_is_there_when_opened_again(self, path, database, ann):
        database.close()
        with open_database(path) as reopened:
            assert everybody(reopened) == [ann]

    def test_several_programs_may_make_it_at_once(self, path):
        program = "import sys; from simulator.records.database import open_database; open_database(sys.argv[1]).close()"
        started = [subprocess.Popen([sys.executable, "-c", program, str(path)]) for _ in range(6)]
        assert [process.wait(60) for process in started] == [0] * 6
        open_database(path).close()


class TestMigrations:
    def test_they_are_numbered_without_gaps_up_to_the_latest(self):
        assert [number for number, _ in schema.migrations()] == list(range(1, schema.LATEST + 1))

    def test_an_older_database_is_brought_up_to_date_with_all_in_it(self, path, database, ann, monkeypatch):
        database.close()
        add_a_column = (
            "-- Which way the wind blows.\nALTER TABLE people ADD COLUMN motto TEXT NOT NULL DEFAULT 'calm';\n"
        )
        later = [*schema.migrations(), (schema.LATEST + 1, add_a_column)]
        monkeypatch.setattr(schema, "migrations", lambda: later)
        monkeypatch.setattr(schema, "LATEST", schema.LATEST + 1)
        with open_database(path) as migrated:
            assert migrated.row("SELECT name, motto FROM people") == ("Ann", "calm")
            assert migrated.row("PRAGMA user_version") == (schema.LATEST,)

    @pytest.mark.parametrize("flaw", ["NONSENSE;", "INSERT INTO profiles VALUES ('login', 99);"])
    def test_one_that_fails_changes_nothing(self, path, database, ann, monkeypatch, flaw):
        database.close()
        with monkeypatch.context() as patched:
            later = [*schema.migrations(), (schema.LATEST + 1, f"CREATE TABLE half (made TEXT);\n{flaw}\n")]
            patched.setattr(schema, "migrations", lambda: later)
            patched.setattr(schema, "LATEST", schema.LATEST + 1)
            with pytest.raises(errors.DatabaseError):
                open_database(path)
        with open_database(path) as unchanged:
            assert everybody(unchanged) == [ann]
            assert not unchanged.rows("SELECT 1 FROM sqlite_schema WHERE name = 'half'")

    def test_a_script_is_parted_into_its_statements_triggers_and_all(self):
        sql = "-- one; two\nCREATE TABLE a (b);\nCREATE TRIGGER c BEFORE UPDATE ON a BEGIN\n SELECT 1;\n END;\n"
        assert [part.split()[-1] for part in schema.statements(sql)] == ["(b);", "END;"]
        with pytest.raises(ValueError, match="middle"):
            list(schema.statements("SELECT 1"))


class TestRefusing:
    """What is not ours to use is left as it is, to the byte."""

    def refuse(self, path: Path, error: type[errors.DatabaseError]) -> errors.DatabaseError:
        before = beside(path)
        with pytest.raises(error) as refused:
            open_database(path)
        assert beside(path) == before
        assert str(path) in str(refused.value)
        return refused.value

    def test_a_newer_database(self, path, database):
        database.close()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {schema.LATEST + 1}")
        error = self.refuse(path, errors.DatabaseTooNew)
        assert "Install the later Coolhead" in error.advice

    def test_a_database_made_newer_while_its_log_is_still_apart(self, path, database):
        with closing(sqlite3.connect(path)) as later:
            later.execute(f"PRAGMA user_version = {schema.LATEST + 1}")
            with pytest.raises(errors.DatabaseTooNew):
                open_database(path)

    @pytest.mark.parametrize("log", ["DELETE", "WAL"])
    def test_a_database_of_another_program(self, tmp_path, log):
        path = tmp_path / "theirs.db"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA journal_mode = {log}")
            connection.execute("CREATE TABLE theirs (a)")
            connection.commit()
        self.refuse(path, errors.NotOurs)

    @pytest.mark.parametrize("content", [b"Dear diary", b"SQLite format 3\0", b"\0" * 8192, b"\0" * 50])
    def test_a_file_that_is_no_database(self, tmp_path, content):
        path = tmp_path / "diary.txt"
        path.write_bytes(content)
        self.refuse(path, errors.NotOurs)

    def test_a_folder(self, tmp_path):
        (tmp_path / "folder").mkdir()
        with pytest.raises(errors.CannotOpen, match="is a folder"):
            open_database(tmp_path / "folder")

    @pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices here")
    def test_a_device(self):
        with pytest.raises(errors.CannotOpen, match="not a plain file"):
            open_database("/dev/null")

    def test_a_folder_that_cannot_be_made(self, tmp_path):
        (tmp_path / "file").write_text("in the way")
        with pytest.raises(errors.CannotOpen, match="folder of the database cannot be made"):
            open_database(tmp_path / "file" / "coolhead.db")

    def test_a_python_with_too_old_a_sqlite(self, path, monkeypatch):
        monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
        with pytest.raises(errors.CannotOpen, match="too old"):
            open_database(path)
        assert not path.exists()


class TestReadOnly:
    def test_a_file_that_may_only_be_read_is_told_at_once(self):
        with as_nobody() as path:
            path.chmod(0o444)
            with pytest.raises(errors.DatabaseReadOnly, match="can only be read"):
                open_database(path)

    def test_so_is_a_folder_that_takes_no_log(self):
        with as_nobody() as path:
            path.parent.chmod(0o555)
            with pytest.raises(errors.DatabaseReadOnly):
                open_database(path)

    def test_a_file_that_may_not_even_be_read_cannot_be_opened(self):
        with as_nobody() as path:
            path.chmod(0)
            with pytest.raises(errors.CannotOpen, match="cannot be read"):
                open_database(path)

    def test_a_folder_that_takes_no_file_cannot_hold_a_new_one(self):
        with as_nobody() as path:
            path.parent.chmod(0o555)
            with pytest.raises(errors.CannotOpen, match="cannot be opened"):
                open_database(path.with_name("another.db"))

    def test_it_is_found_out_where_the_system_says_that_all_is_well(self, path, database, monkeypatch):
        database.close()
        connect = sqlite3.connect
        monkeypatch.setattr(sqlite3, "connect", lambda path, **how: connect(f"file:{path}?mode=ro", uri=True, **how))
        with pytest.raises(errors.DatabaseReadOnly):
            open_database(path)

    def test_made_so_while_it_is_open_it_keeps_all_up_to_then(self, database, ann, clock):
        database.row("PRAGMA query_only = ON")
        with pytest.raises(errors.DatabaseReadOnly):
            enrol(database, "Ben", at=clock())
        assert everybody(database) == [ann]


class TestTrouble:
    def test_a_full_disk_keeps_all_before_it_and_goes_on_when_there_is_room(self, database, play, clock):
        attempt = play()
        kept = append_response(database, attempt.id, after=0, turn="t", response="r", at=clock())
        (pages,) = database.row("PRAGMA page_count")
        database.row(f"PRAGMA max_page_count = {pages}")
        long = "x" * 100_000
        with pytest.raises(errors.DatabaseFull, match="disk is full") as full:
            append_response(database, attempt.id, after=1, turn=long, response="r", at=clock())
        assert "resume where you were" in full.value.advice
        assert load_events(database, attempt.id) == (kept,)
        database.row("PRAGMA max_page_count = 1000000")
        append_response(database, attempt.id, after=1, turn=long, response="r", at=clock())
        assert len(load_events(database, attempt.id)) == 2

    def test_a_damaged_file_is_told_and_not_made_worse(self, path, database, play, clock):
        attempt = play()
        for after in range(100):
            append_response(database, attempt.id, after=after, turn="turn", response="response" * 20, at=clock())
        database.close()
        content = path.read_bytes()
        path.write_bytes(content[:8192] + b"\xa5" * (len(content) - 8192))
        damaged = path.read_bytes()
        with pytest.raises(errors.DatabaseCorrupt, match="damaged") as corrupt, open_database(path) as opened:
            load_events(opened, attempt.id)
        assert "Keep a copy" in corrupt.value.advice
        assert path.read_bytes() == damaged

    def test_a_file_cut_short_is_told(self, path, database, ann):
        database.close()
        path.write_bytes(path.read_bytes()[:5000])
        with pytest.raises(errors.DatabaseCorrupt), open_database(path) as opened:
            everybody(opened)

    def test_a_database_held_by_another_program_is_busy_after_a_while(self, path, database, clock):
        with open_database(path, patience=0.05) as waiting, database.transaction():
            with pytest.raises(errors.DatabaseBusy, match="Another program"):
                enrol(waiting, "Ann", at=clock())
            assert everybody(waiting) == []

    def test_one_that_another_program_writes_to_may_still_be_opened(self, path, database, clock):
        with database.transaction():
            enrol(database, "Ann", at=clock())
            with open_database(path) as reading:
                assert everybody(reading) == []
        with open_database(path) as reading:
            assert len(everybody(reading)) == 1

    @pytest.mark.skipif(os.name != "posix", reason="an open file cannot be deleted here")
    @pytest.mark.parametrize("replaced", [False, True])
    def test_a_file_deleted_while_it_is_open_is_told_rather_than_written_into_nothing(
        self, path, database, clock, replaced
    ):
        path.rename(path.with_suffix(".away"))
        if replaced:
            path.write_bytes(b"")
        with pytest.raises(errors.DatabaseMoved):
            enrol(database, "Ann", at=clock())

    def test_a_closed_database_says_so_in_our_words(self, database):
        database.close()
        database.close()
        with pytest.raises(errors.DatabaseError, match="could not be used"):
            everybody(database)

    def test_what_sqlite_has_no_place_for_is_refused_in_our_words(self, database, play):
        with pytest.raises(errors.ConstraintBroken, match="too large"):
            play(seed=2**63)
        with pytest.raises(errors.ConstraintBroken, match="half a character"):
            play(scenario="sofa\udcff")
        assert database.row("SELECT count(*) FROM attempts") == (0,)

    @pytest.mark.parametrize(
        ("name", "error"),
        [
            ("SQLITE_IOERR_SHMMAP", errors.NetworkShare),
            ("SQLITE_IOERR_LOCK", errors.NetworkShare),
            ("SQLITE_PROTOCOL", errors.NetworkShare),
            ("SQLITE_IOERR_WRITE", errors.DiskFailed),
            ("SQLITE_READONLY_DBMOVED", errors.DatabaseMoved),
            ("SQLITE_READONLY_DIRECTORY", errors.DatabaseReadOnly),
            ("SQLITE_BUSY_SNAPSHOT", errors.DatabaseBusy),
            ("SQLITE_CORRUPT_INDEX", errors.DatabaseCorrupt),
            ("SQLITE_TOOBIG", errors.DatabaseError),
        ],
    )
    def test_every_code_of_sqlite_is_one_of_ours(self, path, name, error):
        raised = sqlite3.OperationalError("as SQLite puts it")
        raised.sqlite_errorcode = getattr(sqlite3, name)
        raised.sqlite_errorname = name
        translated = database_error(raised, path)
        assert type(translated) is error
        assert translated.what.endswith(".")
        assert translated.advice.endswith(".")


class TestNetworkShares:
    def test_a_disk_without_a_shared_log_is_refused(self, path, database):
        database.close()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        # This way of locking, made for network shares, answers as they do.
        dotfile = sqlite3.connect(f"file:{path}?vfs=unix-dotfile", uri=True)
        with closing(dotfile), pytest.raises(errors.NetworkShare, match="network share"):
            module._switch_on_log(path, dotfile, 0.1)

    def test_a_folder_known_to_be_one_is_refused_before_a_file_is_made(self, path, monkeypatch):
        monkeypatch.setattr(module, "network_filesystem", lambda folder: "nfs4")
        with pytest.raises(errors.NetworkShare, match="nfs4"):
            open_database(path)
        assert not path.exists()


class TestTransactions:
    @pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt])
    def test_an_error_inside_undoes_all_of_it_and_of_those_within(self, database, ann, clock, error):
        def fail_halfway() -> None:
            with database.transaction():
                with database.transaction():
                    enrol(database, "Ben", at=clock())
                raise error

        with pytest.raises(error):
            fail_halfway()
        assert everybody(database) == [ann]
        enrol(database, "Cem", at=clock())

    def test_threads_may_share_a_database(self, database, ann, play, clock):
        attempt = play()
        moved_on: list[int] = []

        at = clock()

        def append_all() -> None:
            for after in range(20):
                try:
                    append_response(database, attempt.id, after=after, turn="t", response="r", at=at)
                except errors.AttemptMovedOn:
                    moved_on.append(after)

        threads = [threading.Thread(target=append_all) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        kept = len(load_events(database, attempt.id))
        assert kept + len(moved_on) == 80
        assert 20 >= kept > 0


def test_a_killed_program_loses_no_response_that_it_was_told_is_kept(path, database, play):
    attempt = play()
    program = textwrap.dedent(
        """
        import sys
        from datetime import UTC, datetime
        from simulator.records.attempts import append_response
        from simulator.records.database import open_database

        database = open_database(sys.argv[1])
        for after in range(100_000):
            append_response(database, 1, after=after, turn="t", response=f"r{after}", at=datetime.now(UTC))
            print(after, flush=True)
        """
    )
    process = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True)
    told = [process.stdout.readline() for _ in range(25)]
    process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    told += process.communicate()[0].split()
    with open_database(path) as reopened:
        kept = [event.response for event in load_events(reopened, attempt.id)]
    assert len(kept) >= len(told)
    assert kept == [f"r{number}" for number in range(len(kept))]


def test_one_of_two_programs_that_open_for_the_record_at_once_gets_it(path, database, play, ann):
    play()
    program = textwrap.dedent(
        """
        import sys
        from datetime import UTC, datetime
        from simulator.records.attempts import begin
        from simulator.records.database import open_database
        from simulator.records.errors import AlreadyForTheRecord

        with open_database(sys.argv[1]) as database:
            try:
                begin(database, person=1, scenario="sofa", script="digest", rules="r", seed=1, mode="record",
                      at=datetime.now(UTC))
            except AlreadyForTheRecord:
                sys.exit(7)
        """
    )
    started = [subprocess.Popen([sys.executable, "-c", program, str(path)]) for _ in range(4)]
    assert sorted(process.wait(60) for process in started) == [0, 7, 7, 7]


def test_importing_the_records_imports_nothing_heavy():
    rooms = "attempts boards database history names people reviews scripts solutions times"
    program = (
        "import sys\n"
        + "".join(f"import simulator.records.{room}\n" for room in rooms.split())
        + "print(*sorted({name.split('.')[0] for name in sys.modules}"
        " & {'yaml', 'textual', 'rich', 'click', 'platformdirs', 'tempfile'}))\n"
        "print(*[name for name in sys.modules if name.startswith(('simulator.', 'scoring.'))])"
    )
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    heavy, ours = out.splitlines()
    assert heavy == ""
    assert all(name.startswith(("simulator.records", "scoring.standing")) for name in ours.split())
