"""What tells one language from another: its alphabet and its most frequent words."""

from reviewlog.domain.reply.lexicon.eastern import EASTERN
from reviewlog.domain.reply.lexicon.others import OTHERS
from reviewlog.domain.reply.lexicon.western import WESTERN

KNOWN = WESTERN | EASTERN | OTHERS
"""The frequent words of each language; behind the bar what people say of shops, meals and rooms."""
