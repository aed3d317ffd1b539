// Plays an ink story with inkjs: some plays choice by choice, then at random for so many seconds, once for each number.
//
//     node ink_player.cjs STORY.ink PLAYS.json SECONDS...
//
// PLAYS.json holds a list of plays, each a list of the places of its choices. Prints one JSON object: the points of
// those plays, and of each random run how many plays it took and the most points of any.

"use strict";

const fs = require("fs");
const { Compiler } = require("inkjs/full");

function played(story, choose) {
  story.ResetState();
  for (;;) {
    while (story.canContinue) story.Continue();
    const choices = story.currentChoices.length;
    if (choices === 0) return story.variablesState["points"];
    story.ChooseChoiceIndex(choose(choices));
  }
}

function atRandom(story, seconds) {
  const until = process.hrtime.bigint() + BigInt(Math.round(seconds * 1e9));
  let plays = 0;
  let answers = 0;
  let best = -Infinity;
  do {
    const points = played(story, (choices) => {
      answers += 1;
      return Math.floor(Math.random() * choices);
    });
    plays += 1;
    best = Math.max(best, points);
  } while (process.hrtime.bigint() < until);
  return { seconds, plays, answers, best };
}

const [source, plays, ...seconds] = process.argv.slice(2);
const errors = [];
const options = { errorHandler: (message) => errors.push(message) };
let story;
try {
  story = new Compiler(fs.readFileSync(source, "utf8"), options).Compile();
} catch {
  console.error(errors.slice(0, 5).join("\n"));
  process.exit(1);
}
const points = JSON.parse(fs.readFileSync(plays, "utf8")).map((places) => {
  let next = 0;
  return played(story, () => places[next++]);
});
console.log(JSON.stringify({ points, runs: seconds.map((each) => atRandom(story, Number(each))) }));
