"""Kinds of problem that lie in a file as a whole: that it can't be read, its size, its characters."""

from simulator.scenario.problems.problem import Example, ProblemKind, Situation

CANNOT_READ = ProblemKind(
    "cannot-read",
    "This file can't be read: {reason}.",
    "Check that the path is right, that it is a plain file and that you may read it.",
    Situation("A folder is given where a script is expected."),
)
NO_FOLDER = ProblemKind(
    "no-folder",
    "There is no folder {name} to look for scenarios in.",
    "Make the folder, or take it out of COOLHEAD_SCENARIOS or the settings.",
    Situation("A library is opened over a folder that isn't there."),
)
ID_TAKEN = ProblemKind(
    "id-taken",
    "There is a scenario {id} already, in {path}; this one is left out.",
    "A scenario's id is its file's name: rename this file.",
    Situation("Two folders of a library hold files of the same name."),
)
BAD_FILE_NAME = ProblemKind(
    "bad-file-name",
    "The name of this file has characters that can't be shown: {name}.",
    "Rename it, for example to {mended}.",
    Situation("A file is named with a control character."),
)
TOO_LARGE = ProblemKind(
    "too-large",
    "A script is at most 1 MiB; this one is larger, so none of it was read.",
    "Split it into several scenarios.",
    Example(mended="# A complete script", faulty="▸# A complete script", repeated="# padding №\n", times=80_000),
)
TOO_MANY_PARTS = ProblemKind(
    "too-many-parts",
    "A script holds at most {most} values and brackets; the reading stopped there.",
    "Split it into several scenarios.",
    Example(mended="# A complete script", faulty="▸[", repeated="[],", times=100_000),
)
NOT_UTF8 = ProblemKind(
    "not-utf8",
    "This is not text in UTF-8, so none of it was read.",
    "Save the file with the encoding UTF-8.",
    Situation("A file holds a byte that UTF-8 doesn't know."),
)
CONTROL_CHARACTER = ProblemKind(
    "control-character",
    "There is a character here that can't be shown: {name}.",
    "Delete it; retyping the line leaves it out.",
    Example(mended="title: The third late sofa", faulty="title: The third▸\x1b[31m late sofa"),
)
DIRECTION_CHARACTER = ProblemKind(
    "direction-character",
    "There is an invisible character here that turns the direction of the text: {name}.",
    "Delete it; retyping the line leaves it out.",
    Example(mended="title: The third late sofa", faulty="title: The third ▸\u202elate sofa"),
)
EMPTY_FILE = ProblemKind(
    "empty-file",
    "There is no script in this file.",
    "Begin with a title: `title: The third late sofa`.",
    Situation("A file holds nothing but comments."),
)
TOO_MANY_PROBLEMS = ProblemKind(
    "too-many-problems",
    "There are more than {most} problems; the first {most} found are listed.",
    "Mend those and read the script again.",
    Example(
        mended="# A complete script",
        faulty="▸# A complete script\n",
        repeated="wrong-№: no\n",
        times=201,
        along_with=("unknown-key", "yaml-syntax", "no-colon"),
    ),
)
