"""A conversation: the immutable state of one play, with its history and its words."""

from __future__ import annotations

from typing import NamedTuple

from simulator.conversation import rules
from simulator.conversation.errors import NotAvailable
from simulator.conversation.feelings import Feelings
from simulator.conversation.game import Game, GameContact, GameEnding, GameResponse, GameTurn
from simulator.conversation.rules import Answer
from simulator.conversation.state import State
from simulator.scenario.model import Outcome

LINE, CUE, REPLY, TEXT, AFTERMATH = range(5)
"""The kinds of words of one moment; together with its number they tell one pick of the seed from another."""


class Given(NamedTuple):
    """A response that was given, and what it did."""

    turn: GameTurn
    response: GameResponse
    answer: Answer


class Conversation(NamedTuple):
    """One play at one moment. `respond` gives the next; nothing is ever altered."""

    game: Game
    seed: int
    state: State
    ending_place: int | None
    points: int
    """The points of all responses so far, and of the ending once it is reached."""
    day: int
    """Days since the conversation began."""
    number: int
    """How many responses were given."""
    given: Given | None
    """The response that led here; None at the beginning."""
    previous: Conversation | None

    @classmethod
    def begin(cls, game: Game, seed: int, start: Feelings | None = None) -> Conversation:
        """The conversation of this seed before its first response. `start` overrides the feelings drawn."""
        state, ending = rules.begin(game, start or game.drawn_start(seed))
        points = 0 if ending is None else rules.ending_points(game, ending)
        return cls(game, seed, state, ending, points, 0, 0, None, None)

    def respond(self, response_id: str) -> Conversation:
        """The conversation after this response. Raises NotAvailable if it can't be given now."""
        for response in self.responses:
            if response.id == response_id:
                return self.after(response)
        turn = None if self.turn is None else self.turn.id
        raise NotAvailable(response_id, turn, tuple(response.id for response in self.responses))

    def after(self, response: GameResponse) -> Conversation:
        """The conversation after one of the available `responses`."""
        game, state = self.game, self.state
        answer = rules.answer(game, state, response)
        points = self.points + answer.points
        if answer.ending is not None:
            points += rules.ending_points(game, answer.ending)
        given = rules.new_tuple(Given, (game.turns[state.turn], response, answer))
        return rules.new_tuple(
            Conversation,
            (
                game,
                self.seed,
                answer.state,
                answer.ending,
                points,
                self.day + answer.days,
                self.number + 1,
                given,
                self,
            ),
        )

    @property
    def ended(self) -> bool:
        """Whether an ending is reached."""
        return self.ending_place is not None

    @property
    def ending(self) -> GameEnding | None:
        """The ending that is reached."""
        return None if self.ending_place is None else self.game.endings[self.ending_place]

    @property
    def outcome(self) -> Outcome | None:
        """How the relationship ended."""
        return None if self.ending is None else self.ending.script.outcome

    @property
    def turn(self) -> GameTurn | None:
        """The turn that waits for a response; None once the conversation has ended."""
        return self.game.turns[self.state.turn] if self.ending_place is None else None

    @property
    def responses(self) -> tuple[GameResponse, ...]:
        """What can be answered now, in order; none once the conversation has ended."""
        return rules.available(self.game, self.state) if self.ending_place is None else ()

    @property
    def contact(self) -> GameContact:
        """The contact that is open."""
        return self.game.contacts[self.state.contact]

    @property
    def feelings(self) -> Feelings:
        """The customer's true feelings."""
        return self.state.feelings

    @property
    def masked(self) -> bool:
        """Whether the customer shows something else than they feel."""
        return self.game.masked is not None and not self.state.memory & self.game.memory.unmasked

    @property
    def shown_feelings(self) -> Feelings:
        """What panel and face may show: the mask while it is on, the feelings otherwise."""
        return self.game.masked if self.masked and self.game.masked else self.feelings

    @property
    def line(self) -> str:
        """What is said, asked or planned at this turn; empty once the conversation has ended."""
        turn = self.turn
        return turn.line.said(self.state, self.seed, self._moment(LINE)) if turn else ""

    @property
    def cue(self) -> str:
        """What a watchful trainee sees at this turn; may be empty."""
        turn = self.turn
        return turn.cue.said(self.state, self.seed, self._moment(CUE)) if turn else ""

    @property
    def reply(self) -> str:
        """What the customer said to the response that led here; may be empty."""
        if self.given is None:
            return ""
        return self.given.response.reply.said(self.given.answer.said, self.seed, self._moment(REPLY))

    @property
    def ending_text(self) -> str:
        """How it ends, as the trainee sees it happen."""
        ending = self.ending
        return ending.text.said(self.state, self.seed, self._moment(TEXT)) if ending else ""

    @property
    def aftermath(self) -> str:
        """What came of it."""
        ending = self.ending
        return ending.aftermath.said(self.state, self.seed, self._moment(AFTERMATH)) if ending else ""

    @property
    def facts(self) -> tuple[str, ...]:
        """The texts of the facts that the customer has let slip."""
        known = self.game.memory.knows
        return tuple(text for name, text in self.game.script.facts.items() if self.state.memory & known[name])

    @property
    def path(self) -> tuple[Conversation, ...]:
        """Every moment of this conversation, from the beginning to this one."""
        moments = [self]
        while moments[-1].previous is not None:
            moments.append(moments[-1].previous)
        return tuple(reversed(moments))

    @property
    def response_ids(self) -> tuple[str, ...]:
        """The responses that were given, in order."""
        return tuple(moment.given.response.id for moment in self.path if moment.given)

    def rewound(self, number: int) -> Conversation:
        """This conversation as it was after `number` responses. Raises IndexError if there were never so many."""
        if not 0 <= number <= self.number:
            raise IndexError(f"can't go back to {number} of {self.number} responses")
        moment = self
        while moment.number > number and moment.previous is not None:
            moment = moment.previous
        return moment

    def _moment(self, words: int) -> int:
        return 8 * self.number + words
