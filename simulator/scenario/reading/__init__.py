"""How a script is read: from the text of a file to the model, or to every problem that stands in the way.

Each step knows only those above it: `source` (characters), `tree` (YAML events to `nodes`; `traps` knows the parser's
errors), `names` (what the script defines), `fields` and the single values (`texts`, `numbers`, `references`), then the
parts (`conditions`, `cases`, `customers`, `turns`, `plot`), which `simulator.scenario.reader` puts together.
"""
