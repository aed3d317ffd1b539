-- Times are UTC in ISO 8601 with milliseconds and a Z, so that they sort as text.

CREATE TABLE people (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,
    key     TEXT NOT NULL UNIQUE,  -- the name folded, so that Ann and ANN are one person in every script
    team    TEXT NOT NULL DEFAULT '',
    created TEXT NOT NULL
) STRICT;

-- Whom a login name of a machine plays as, so that people who share a database keep their own.
CREATE TABLE profiles (
    login  TEXT PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE
) STRICT;

-- The source is kept so that an attempt replays after its scenario was edited.
CREATE TABLE scripts (
    digest     TEXT PRIMARY KEY,
    title      TEXT NOT NULL,
    kind       TEXT NOT NULL,
    difficulty INTEGER NOT NULL,
    source     TEXT NOT NULL,
    kept       TEXT NOT NULL
) STRICT;

CREATE TABLE attempts (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,  -- a number once told to somebody never means another attempt
    person    INTEGER NOT NULL REFERENCES people (id),
    scenario  TEXT NOT NULL,
    script    TEXT NOT NULL REFERENCES scripts (digest),
    rules     TEXT NOT NULL,
    seed      INTEGER NOT NULL,
    mode      TEXT NOT NULL CHECK (mode IN ('practice', 'record')),
    practised INTEGER NOT NULL DEFAULT 0 CHECK (practised IN (0, 1)),
    started   TEXT NOT NULL,
    played    TEXT NOT NULL,  -- when its last event was appended
    set_aside TEXT,           -- when the person chose not to be offered it again
    finished  TEXT,
    ending    TEXT,
    outcome   TEXT,
    points    INTEGER,
    -- These come from the solver, which may answer after the conversation has ended.
    par       INTEGER,
    worst     INTEGER,
    score     INTEGER CHECK (score BETWEEN 0 AND 100),
    CHECK (mode = 'record' OR practised = 0),
    CHECK (mode = 'practice' OR set_aside IS NULL),
    CHECK ((finished IS NULL) = (ending IS NULL)),
    CHECK ((finished IS NULL) = (outcome IS NULL)),
    CHECK ((finished IS NULL) = (points IS NULL)),
    CHECK ((score IS NULL) = (par IS NULL)),
    CHECK ((score IS NULL) = (worst IS NULL)),
    CHECK (score IS NULL OR finished IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX attempts_one_for_the_record ON attempts (person, scenario) WHERE mode = 'record';
CREATE INDEX attempts_by_person ON attempts (person, scenario);
CREATE INDEX attempts_by_start ON attempts (started);
CREATE INDEX attempts_by_script ON attempts (script);

CREATE TABLE events (
    attempt  INTEGER NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL CHECK (ordinal >= 1),
    kind     TEXT NOT NULL CHECK (kind IN ('response', 'rewind')),
    turn     TEXT,
    response TEXT,
    back_to  INTEGER CHECK (back_to >= 0),  -- how many responses a rewind keeps
    at       TEXT NOT NULL,
    PRIMARY KEY (attempt, ordinal),
    CHECK ((kind = 'response') = (turn IS NOT NULL)),
    CHECK ((kind = 'response') = (response IS NOT NULL)),
    CHECK ((kind = 'rewind') = (back_to IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER events_no_rewind_for_the_record BEFORE INSERT ON events
WHEN new.kind = 'rewind' AND (SELECT mode FROM attempts WHERE id = new.attempt) = 'record'
BEGIN
    SELECT raise(ABORT, 'an attempt for the record is never rewound');
END;

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN
    SELECT raise(ABORT, 'what was said stays said');
END;

-- Whoever has seen a review of a scenario is no longer at first sight of it.
CREATE TABLE reviews_seen (
    person   INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    scenario TEXT NOT NULL,
    at       TEXT NOT NULL,
    PRIMARY KEY (person, scenario)
) STRICT, WITHOUT ROWID;

-- A cache, and nothing but: emptying it loses nothing. Its scripts need not be kept.
CREATE TABLE solutions (
    script TEXT NOT NULL,
    rules  TEXT NOT NULL,
    start  TEXT NOT NULL,
    engine INTEGER NOT NULL,
    data   BLOB NOT NULL,
    used   TEXT NOT NULL,
    PRIMARY KEY (script, rules, start)
) STRICT;
