"""A conversation in plain lines: what is said, asked and seen at a turn, what was answered, how time goes by."""

from __future__ import annotations

from simulator.app.plain.printer import Printer
from simulator.conversation.conversation import Conversation


def print_line(printer: Printer, moment: Conversation) -> None:
    """What is said or asked at a turn, and what can be seen."""
    if moment.turn is None:
        return
    says = moment.turn.script.kind == "says"
    printer.say(moment.line, f"{moment.game.script.customer.called}: " if says else "")
    if moment.cue:
        printer.say(moment.cue)


def print_given(printer: Printer, moment: Conversation) -> None:
    """The response that led to a moment, and the reply to it."""
    if moment.given is None:
        return
    printer.say(moment.given.response.script.say, "You: ")
    if moment.reply:
        printer.say(moment.reply, f"{moment.game.script.customer.called}: ")


def print_exchange(printer: Printer, moment: Conversation) -> None:
    """A turn that was played, from what was said there to the reply; before it, that time went by."""
    before = moment.previous
    if before is None:
        return
    if before.previous is None or before.contact is not before.previous.contact:
        printer.say(contact_in_words(before))
    print_line(printer, before)
    print_given(printer, moment)


def contact_in_words(moment: Conversation) -> str:
    """How long after the one before a contact is, and by which channel."""
    channel = moment.contact.script.channel
    days = moment.given.answer.days if moment.given else 0
    later = "A day later, " if days == 1 else f"{days} days later, " if days else ""
    return f"{later}{channel}." if later else f"{channel[:1].upper()}{channel[1:]}."


def mood_in_words(moment: Conversation) -> str:
    """What can be seen of the feelings: the mask while it is on."""
    anger, trust, openness = shown = moment.shown_feelings
    name = moment.game.script.customer.called
    seems = "seems" if moment.masked else "is"
    return f"{name} {seems} {shown.mood}. Anger {anger}, trust {trust}, openness {openness}."
