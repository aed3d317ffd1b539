"""What is kept: the database, its migrations, people, attempts, scripts, solutions.

Each function takes the open Database first, and a time as an aware `datetime` where something is kept: nothing here
reads a clock. Whatever goes wrong is a RecordsError whose text says what to do; the tree is in `errors`.

    from simulator.records.database import open_database
    with open_database(path) as database: ...        threads may share it; DatabaseError, exit code 4

people      enrol(database, name, team=None, at=) -> Person(id, name, team)     found or added, whatever the case
            find_person(name), everybody(), rename(person, name), teams()
            acting(name=, team=, login=, at=) -> Person         who plays; looking(name=, login=) adds nobody
            profile(login) -> Person | None, save_profile(login, person)
names       clean_name(text, what="name") -> str    NameRefused for control and bidi characters, empty, over 60
scripts     keep_script(KeptScript(digest, title, kind, difficulty, source), at=), kept_script(digest)
attempts    begin(person=, scenario=, script=, rules=, seed=, mode="practice"|"record", at=) -> AttemptKept
            for_the_record(person, scenario) -> AttemptKept | None       resume it rather than begin
            append_response(attempt, after=, turn=, response=, at=)      durable when it returns
            append_rewind(attempt, after=, to=, at=)                     practice only
            finish(attempt, after=, result=Result(ending, outcome, points, par, worst, score), rules=, at=)
            keep_score(attempt, par=, worst=, score=)                    when the solver answers after the end
            branch(attempt, to=, at=)            a new practice from a moment of an old one, which stays as it was
            set_aside(attempt, at=)              an interrupted practice is no longer offered
            load_attempt(attempt), load_events(attempt) -> tuple[ResponseKept | RewindKept, ...]
            standing_responses(events)           what still stands after the rewinds
history     attempts(Filter(person, team, scenario, kind, mode, finished), limit=, offset=), count_attempts(Filter)
            unfinished(person), unscored()
            best_scores(person) -> {scenario: Best(practice, unaided, record, practices)}
boards      recorded_results(practised=None|True|False), practice_results()  for scoring.standing
            mean_scores(practised=None|True|False) -> {scenario: Fraction}
reviews     mark_review_seen(person, scenario, at=), has_seen_review(person, scenario)
drills      waiting(person, at=) -> DrillsWaiting(due, later, next_day), due_drills(person, at=) -> list[Drill]
            load_drill(drill), answer_drill(drill, response=, judgement=, cost=, at=) -> Drill with its new day
            keep_miss(...), set_drill_aside(drill, at=)
spacing     due_day(missed, answers) -> date        pure; RATINGS by judgement
solutions   store_solution(Key(script, rules, start), engine=, data=, at=), fetch_solution(Key, engine=, at=)

These files join the plain values to the rooms below, and so import them:
open_attempt     start_attempt, resume_attempt -> OpenAttempt: played on with every response kept before it counts
known_solutions  known_solution, keep_solution: the cache by game and start
open_drill       open_drill -> OpenDrill: a drill at its moment, answered once
lessons          keep_review(opened, reviewer, at=): score, marks by principle and missed moments of a reviewed attempt
                 unlearned(person=None) -> those still to be reviewed, profile_over_all(person) -> {principle: Mark}

`after` is how many events the caller knows an attempt to have. Where there are others by now, AttemptMovedOn is raised
and nothing is written.
"""
