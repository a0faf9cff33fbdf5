"""What went out in an incident, by its words: new texts are compared with it."""

from reviewlog.domain.facts.facts import Facts
from reviewlog.domain.reply.drafts import sent_texts
from reviewlog.reply.similarity import words_of
from reviewlog.store.projections import Projections


def put_texts(projections: Projections, facts: Facts) -> None:
    """Keep the words of every text of an incident that was posted or sent."""
    projections.put_replies(
        facts.incident,
        [
            (entry.id, medium, words_of(str(entry.fields["text"])))
            for entry, medium in sent_texts(facts.entries)
        ],
    )
