"""Shapes of the help: the verbs, the topics, and what is told about one of them."""

from typing import Annotated, TypedDict

from reviewlog.render.promised.words import OneOf


class Row(TypedDict):
    """A name, and what it means."""

    name: str
    text: str


class VerbLine(Row):
    """A verb in short, under what an owner is doing."""

    job: str


class HelpPage(TypedDict):
    """A verb, or an action of one, explained."""

    name: str
    usage: str
    about: list[str]
    examples: list[str]
    words: list[Row]
    actions: list[Row]
    options: list[Row]
    shared: list[Row]


class Block(TypedDict):
    """A part of a topic."""

    kind: Annotated[str, OneOf(("heading", "text", "item", "line"))]
    text: str


class Help(TypedDict):
    """All verbs and topics; `page` for the verb that was named, `topic` for the topic."""

    verbs: list[VerbLine]
    topics: list[Row]
    page: HelpPage | None
    topic: list[Block]


class Man(TypedDict):
    """The manual as roff."""

    version: str
    roff: str


class Completion(TypedDict):
    """What switches the Tab key on."""

    shell: Annotated[str, OneOf(("bash", "zsh", "fish"))]
    script: str
