"""A conversation in plain lines: what is said, asked and seen at a turn, what was answered, how time goes by."""

from __future__ import annotations

from simulator.app.plain.printer import Printer
from simulator.conversation.conversation import Conversation
from simulator.conversation.promises import pledges


def print_line(printer: Printer, moment: Conversation) -> None:
    """What is said or asked at a turn, and what can be seen."""
    if moment.turn is None:
        return
    says = moment.turn.script.kind == "says"
    printer.say(moment.line, f"{moment.game.script.customer.called}: " if says else "")
    if moment.cue:
        printer.say(moment.cue)


def print_reply(printer: Printer, moment: Conversation) -> None:
    """What the customer said to the response that led to a moment."""
    if moment.reply:
        printer.say(moment.reply, f"{moment.game.script.customer.called}: ")


def print_given(printer: Printer, moment: Conversation) -> None:
    """The response that led to a moment, and the reply to it."""
    if moment.given is not None:
        printer.say(moment.given.response.script.say, "You: ")
        print_reply(printer, moment)


def print_asked(printer: Printer, moment: Conversation) -> None:
    """What is said at a turn; before it, that time went by."""
    if moment.previous is None or moment.contact is not moment.previous.contact:
        printer.say(contact_in_words(moment))
    print_line(printer, moment)


def print_exchange(printer: Printer, moment: Conversation) -> None:
    """A turn that was played, from what was said there to the reply."""
    if moment.previous is not None:
        print_asked(printer, moment.previous)
        print_given(printer, moment)


def print_turn(printer: Printer, moment: Conversation) -> None:
    """A turn to be answered: what is said, what shows of the feelings, and the answers by number."""
    print_line(printer, moment)
    printer.say(mood_in_words(moment))
    printer.say()
    for number, response in enumerate(moment.responses, start=1):
        printer.say(response.script.say, f"{number}. ")


def print_known(printer: Printer, moment: Conversation) -> None:
    """What the trainee knows by now, and has promised."""
    made = pledges(moment)
    for fact in moment.facts:
        printer.say(fact, "You know: ")
    for pledge in made:
        printer.say(pledge.text, f"You promised, {pledge.status}: ")
    if not moment.facts and not made:
        printer.say("You have learned nothing yet, and promised nothing.")


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
