"""Telling a conversation: what was seen and said at each moment, as paragraphs for a page.

The conversation screen and the review tell it alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from textual.content import Content

from simulator.analysis.review import Move
from simulator.app.judgements import cost_in_words, judged
from simulator.app.prose import Paragraph
from simulator.app.text import content, one_line
from simulator.conversation.conversation import Conversation
from simulator.scenario.model import Script

YOU = "You"
LONGEST_NAME = 12
SEEN = "italic $foreground-muted"
"""The style of what is seen, not said."""


def opening(conversation: Conversation) -> Iterator[Paragraph]:
    """The setting, the first contact, and what the customer begins with."""
    first = conversation.rewound(0)
    for number, text in enumerate(_parts(filled_in(first.game.script.setting, first.game.script))):
        yield Paragraph(content(text, SEEN), above=min(number, 1))
    yield _contact(first)
    yield from moment(first)


def moment(conversation: Conversation) -> Iterator[Paragraph]:
    """What is said, asked or planned at a turn, and what can be seen."""
    if conversation.turn is None:
        return
    hanging = column(conversation)
    if conversation.turn.script.kind == "says":
        yield from _said(_called(conversation), "bold $accent", conversation.line, hanging, above=1)
    else:
        for number, text in enumerate(conversation.line.split("\n\n")):
            yield Paragraph(content(text, "italic"), above=1 - min(number, 1), bar="$secondary")
    for text in _parts(conversation.cue):
        yield Paragraph(content(text, SEEN), indent=hanging)


def given(after: Conversation) -> Iterator[Paragraph]:
    """The response that led to a moment."""
    if after.given is not None:
        yield from _said(YOU, "bold $primary", after.given.response.script.say, column(after), above=1)


def reply(after: Conversation) -> Iterator[Paragraph]:
    """What the customer said to it."""
    if after.reply:
        yield from _said(_called(after), "bold $accent", after.reply, column(after))


def mark(move: Move, *, cost: bool = True) -> Paragraph:
    """How a response was judged, in a line beneath it."""
    text = judged(move.judgement)
    if cost:
        text = Content.assemble(text, (f", {cost_in_words(move.cost)}", "$foreground-muted"))
    return Paragraph(text, indent=column(move.after))


def onward(after: Conversation) -> Iterator[Paragraph]:
    """What comes next: perhaps another contact, then the next turn; or how it ends."""
    if after.ended:
        yield from ending(after)
        return
    if after.previous is not None and after.contact is not after.previous.contact:
        yield _contact(after)
    yield from moment(after)


def ending(after: Conversation) -> Iterator[Paragraph]:
    """How it ends, as the trainee sees it happen."""
    if after.given is not None and after.given.answer.apart:
        yield Paragraph(content(days_later(after.given.answer.days), "$foreground-muted"), above=1, rule="$accent 60%")
    for number, text in enumerate(_parts(after.ending_text)):
        yield Paragraph(content(text, "italic"), above=1 - min(number, 1), bar="$accent")


def whole(
    conversation: Conversation, note: Callable[[Conversation], Iterable[Paragraph]] = lambda after: ()
) -> Iterator[Paragraph]:
    """A conversation from its beginning to this moment; `note` is what to add beneath each answer."""
    yield from opening(conversation)
    for after in conversation.path[1:]:
        yield from given(after)
        yield from reply(after)
        yield from note(after)
        yield from onward(after)


def filled_in(text: str, script: Script) -> str:
    """A text of the script itself, with the customer's name in it."""
    return text.replace("{customer}", script.customer.called)


def days_later(days: int) -> str:
    """How long after the contact before."""
    if days == 0:
        return "the same day"
    if days % 7 == 0 and days >= 14:
        return f"{days // 7} weeks later"
    return "a day later" if days == 1 else f"{days} days later"


def column(conversation: Conversation) -> int:
    """How far what is said is indented, for the names to stand before it."""
    return max(len(YOU), Content(_called(conversation)).cell_length) + 2


def _contact(conversation: Conversation) -> Paragraph:
    channel = one_line(conversation.contact.script.channel)
    text = f"{days_later(conversation.given.answer.days)}, {channel}" if conversation.given else channel
    return Paragraph(content(text, "$foreground-muted"), above=1, rule="$accent 60%")


def _said(name: str, style: str, text: str, hanging: int, *, above: int = 0) -> Iterator[Paragraph]:
    for number, part in enumerate(_parts(text)):
        marker = content(name, style).pad_right(hanging - Content(name).cell_length) if number == 0 else Content("")
        yield Paragraph(
            content(part), marker=marker, above=above if number == 0 else 0, indent=0 if number == 0 else hanging
        )


def _called(conversation: Conversation) -> str:
    """The customer's name before what they say; of a long one that begins with a title, title and surname."""
    name = one_line(conversation.game.script.customer.called)
    words = name.split()
    if len(name) > LONGEST_NAME and len(words) > 2:
        name = f"{words[0]} {words[-1]}"
    return content(name).truncate(LONGEST_NAME, ellipsis=True).plain


def _parts(text: str) -> list[str]:
    return text.split("\n\n") if text else []
