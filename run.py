#!/usr/bin/env python3
"""Open the simulator or pass its tests from a checkout, with nothing but Python 3.11 and its venv module.

    python3 run.py                  open the simulator
    python3 run.py list             any other command of `coolhead`
    python3 run.py test             pass the tests; what follows `test` goes to pytest

The first start installs what `constraints.txt` pins into `.venv` beside this file. Later starts compare a note of what
was installed with what is there, and add a few milliseconds. A `.venv` that is half made or broken is made anew.
"""

import os
import sys

NEEDED = (3, 11)

ROOT = os.path.dirname(os.path.realpath(__file__))
VENV = os.path.join(ROOT, ".venv")
NOTE = os.path.join(VENV, "coolhead-setup.txt")
WINDOWS = os.name == "nt"
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if WINDOWS else ("bin", "python")))
COOLHEAD = os.path.join(VENV, *(("Scripts", "coolhead.exe") if WINDOWS else ("bin", "coolhead")))


def start_with_a_newer_python() -> None:
    """Hand over to a newer Python of this machine, or say that there is none. Must run on Python 3.6."""
    import subprocess
    from shutil import which

    for minor in range(19, NEEDED[1] - 1, -1):
        python = which(f"python3.{minor}")
        # Found is not enough: a version manager leaves a stand-in for each Python that it could switch to.
        if python and subprocess.call([python, "-c", ""], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
            command = [python, os.path.join(ROOT, "run.py"), *sys.argv[1:]]
            if not WINDOWS:
                os.execv(python, command)
            sys.exit(subprocess.call(command))
    needed, found = (".".join(map(str, version)) for version in (NEEDED, sys.version_info[:2]))
    sys.exit(
        f"Coolhead needs Python {needed} or newer, and this is Python {found} ({sys.executable}).\n"
        f"Install a newer Python and start with it, for example: python{needed} run.py"
    )


if sys.version_info < NEEDED:
    start_with_a_newer_python()


class SetUpError(Exception):
    """The environment could not be made; the message says why, and what to do."""


def main(arguments: list[str]) -> int:
    """Make sure of the environment, then run what was asked for in it, and give back its exit status."""
    testing = arguments[:1] == ["test"]
    try:
        if not is_ready(testing):
            set_up(testing)
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return 130
    except SetUpError as failure:
        print(failure, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Coolhead could not be set up in {VENV}: {error}", file=sys.stderr)
        return 1
    if testing:
        os.chdir(ROOT)
        return run([PYTHON, "-m", "pytest", *on_all_cores(arguments[1:]), *arguments[1:]])
    return run([COOLHEAD, *arguments] if WINDOWS else [PYTHON, COOLHEAD, *arguments])


def on_all_cores(arguments: list[str]) -> list[str]:
    """The options that spread the tests, unless the caller says how or wants to watch or step through them."""
    own = ("-n", "--numprocesses", "--dist", "--pdb", "--trace", "-s", "--capture")
    return [] if any(argument.startswith(own) for argument in arguments) else ["-n", "auto"]


def run(command: list[str]) -> int:
    """Become the command where the system allows it, so that signals and the terminal are the command's own."""
    if not WINDOWS:
        os.execve(command[0], command, surroundings())
    import subprocess

    process = subprocess.Popen(command, env=surroundings())
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # it reached the command too, which answers in its own way
            continue


def surroundings() -> dict[str, str]:
    """The environment variables, less those that lead a Python to packages outside its own environment."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}


def recipe() -> str:
    """All that an installation depends on, kept as text so that comparing it needs no import."""
    parts = [made_for()]
    for name in ("pyproject.toml", "constraints.txt"):
        with open(os.path.join(ROOT, name), encoding="utf-8") as file:
            parts.append(file.read())
    return "\n".join(parts)


def made_for() -> str:
    """The Python and the place that a `.venv` belongs to: under another of either it is made anew."""
    return f"Python {sys.version_info[0]}.{sys.version_info[1]} on {sys.platform} in {ROOT}\n"


def is_ready(testing: bool) -> bool:
    """Whether `.venv` has what the recipe asks for, as far as a look at its folders tells."""
    note = read_note()
    if note is None:
        return False
    purpose, made_by = note
    return made_by == recipe() and (purpose == "testing" or not testing)


def read_note() -> tuple[str, str] | None:
    """What the last set-up installed for and by which recipe; None where it left no note or something went missing."""
    try:
        with open(NOTE, encoding="utf-8") as file:
            purpose, packages, installed, made_by = file.read().split("\n", 3)
        present = set(os.listdir(os.path.join(VENV, packages)))
    except (OSError, ValueError):
        return None
    whole = present.issuperset(installed.split("/")) and all(
        os.path.exists(path) for path in (PYTHON, COOLHEAD, os.path.join(VENV, "pyvenv.cfg"))
    )
    return (purpose, made_by) if whole else None


def write_note(testing: bool) -> None:
    """Note what is installed, for later starts to compare."""
    packages = answer_of(PYTHON, "import sysconfig; print(sysconfig.get_path('purelib'))")
    installed = sorted(name for name in os.listdir(packages) if name != "__pycache__")
    purpose = "testing" if testing else "playing"
    fresh = NOTE + ".new"
    with open(fresh, "w", encoding="utf-8") as file:
        file.write("\n".join([purpose, os.path.relpath(packages, VENV), "/".join(installed), recipe()]))
    os.replace(fresh, NOTE)


def set_up(testing: bool) -> None:
    """Bring `.venv` to what the recipe asks for, one process at a time."""
    lock = taken_lock()
    try:
        if is_ready(testing):
            return
        print("Setting Coolhead up in .venv. This takes about a minute; later starts do without it.", file=sys.stderr)
        if not is_sound():
            make_venv()
        # Emptied before pip starts and written when it has ended: an interrupted set-up is known by it.
        open(NOTE, "w").close()
        install(testing)
        write_note(testing)
    finally:
        if lock is not None:
            os.close(lock)


def taken_lock() -> int | None:
    """A descriptor that keeps other set-ups of this checkout waiting while open; None where the system has no such."""
    try:
        import fcntl

        folder = os.open(ROOT, os.O_RDONLY)
        fcntl.flock(folder, fcntl.LOCK_EX)
    except (ImportError, OSError):
        return None
    return folder


def is_sound() -> bool:
    """Whether pip can go on with the `.venv` that is there: finished, nothing lost, for this Python and this place.

    One without a note was made by hand. It is kept if its Python works and has pip.
    """
    if os.path.exists(NOTE):
        note = read_note()
        if note is None or not note[1].startswith(made_for()):
            return False
    version = answer_of(PYTHON, "import sys, pip; print(sys.version_info[:2], sys.prefix)")
    return version == f"{sys.version_info[:2]} {VENV}"


def answer_of(python: str, program: str) -> str:
    """What a Python prints for a program; nothing where there is no such Python or the program fails."""
    import subprocess

    try:
        done = subprocess.run(
            [python, "-c", program], stdin=subprocess.DEVNULL, capture_output=True, text=True, env=surroundings()
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def make_venv() -> None:
    """Make `.venv` anew."""
    import shutil

    if os.path.islink(VENV) or os.path.isfile(VENV):
        os.remove(VENV)
    elif os.path.isdir(VENV):
        shutil.rmtree(VENV)
    # Started from `.venv` itself, this process's own Python has just been removed.
    python = getattr(sys, "_base_executable", None) or sys.executable
    status, said = output_of([python, "-m", "venv", VENV])
    if status != 0:
        raise SetUpError(
            f"{said}\nPython could not make the environment {VENV}. "
            "On Debian and Ubuntu the venv module is a package of its own: apt install python3-venv"
        )


def install(testing: bool) -> None:
    """Install the checkout and what it needs into `.venv`, in the pinned versions."""
    command = [PYTHON, "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    status, said = output_of([*command, "-c", "constraints.txt", "-e", ".[dev]" if testing else ".[measure]"])
    if status != 0:
        raise SetUpError(
            f"{said}\nCoolhead could not be installed: pip ended with status {status}, after what it says above.\n"
            "The first start needs the network (or an index or proxy set up for pip); later starts don't.\n"
            "The same command tries again. Should it go on failing, delete the folder .venv first."
        )


def output_of(command: list[str]) -> tuple[int, str]:
    """The exit status of a command and all it printed; on a terminal its latest line shows meanwhile."""
    import shutil
    import subprocess

    environment = surroundings()
    # A setting that sends packages elsewhere must not keep them from `.venv`; the build takes pinned tools too.
    for name in ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"):
        environment.pop(name, None)
    environment["PIP_USER"] = "0"
    for name in ("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT"):
        environment.setdefault(name, "constraints.txt")
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    assert process.stdout is not None
    width = shutil.get_terminal_size().columns - 1 if sys.stderr.isatty() else 0
    said = []
    try:
        for line in process.stdout:
            said.append(line)
            if width:
                print("\r" + line.strip()[:width].ljust(width), end="", file=sys.stderr, flush=True)
        status = process.wait()
    except BaseException:
        process.kill()
        process.wait()
        raise
    finally:
        if width:
            print("\r" + " " * width + "\r", end="", file=sys.stderr, flush=True)
    return status, "".join(said).rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
