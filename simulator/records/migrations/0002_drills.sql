-- A moment that went wrong, to be put to its person again: on the same script, with the same seed, after the same
-- responses. However often it was missed, it is one drill.
CREATE TABLE drills (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    person    INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    scenario  TEXT NOT NULL,
    script    TEXT NOT NULL REFERENCES scripts (digest),
    seed      INTEGER NOT NULL,
    before    TEXT NOT NULL,  -- the ids of the responses before it, in order, a space between two
    turn      TEXT NOT NULL,
    due       TEXT NOT NULL,  -- the day, in UTC; a cache, found anew from misses and answers
    set_aside TEXT,           -- when it turned out that it can't be put any more
    UNIQUE (person, script, seed, before)
) STRICT;

CREATE INDEX drills_by_due ON drills (person, due);

-- In which attempts it was missed; of several times in one attempt the first.
CREATE TABLE drill_misses (
    drill     INTEGER NOT NULL REFERENCES drills (id) ON DELETE CASCADE,
    attempt   INTEGER NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    response  TEXT NOT NULL,
    judgement TEXT NOT NULL,
    cost      INTEGER NOT NULL,
    at        TEXT NOT NULL,
    PRIMARY KEY (drill, attempt)
) STRICT, WITHOUT ROWID;

CREATE INDEX drill_misses_by_attempt ON drill_misses (attempt);

-- What was answered when it was put again: the log from which the spacing is found.
CREATE TABLE drill_answers (
    drill     INTEGER NOT NULL REFERENCES drills (id) ON DELETE CASCADE,
    ordinal   INTEGER NOT NULL CHECK (ordinal >= 1),
    response  TEXT NOT NULL,
    judgement TEXT NOT NULL,
    cost      INTEGER NOT NULL,
    at        TEXT NOT NULL,
    PRIMARY KEY (drill, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER drill_answers_are_never_changed BEFORE UPDATE ON drill_answers
BEGIN
    SELECT raise(ABORT, 'what was said stays said');
END;

-- How each principle fared in an attempt, over everything that was answered in it: a cache, so that a profile over all
-- attempts replays none of them.
CREATE TABLE marks (
    attempt   INTEGER NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    principle TEXT NOT NULL,
    taken     INTEGER NOT NULL,
    chances   INTEGER NOT NULL,
    moments   INTEGER NOT NULL,
    broken    INTEGER NOT NULL,
    PRIMARY KEY (attempt, principle)
) STRICT, WITHOUT ROWID;

-- When an attempt's marks and missed moments were taken from it; none where that is still to be done.
ALTER TABLE attempts ADD COLUMN learned TEXT;
