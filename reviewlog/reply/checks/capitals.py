"""Words that are written in capitals to be loud, not because they are always written so."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from reviewlog.domain.redacting.folding import Span
from reviewlog.domain.reply.lettering import plain_words
from reviewlog.reply.case import Case
from reviewlog.reply.tongues import common_words
from reviewlog.reply.words import Text, Word

_LOUD = 4
"""Letters from which a single word in capitals is loud."""
_KNOWN = """aa abs abta ac adac adhd agb ai aids am api app asap ascii asos atm atol bbb bbc bbq bic bmw
    bst byob cbd ce cest cet ceo cfo cma coo covid cpr cpu cqc csv ctc cv dbs din diy dhl dna     dpd dsgvo dsl dvd dvla ecg ecu edt edv eea ehic epos est eta etc eu ev faq fbi fca fda fedex
    fifa finra fifo fmcg fsa ftc fyi gb gcse gdpr ghz gmbh gmt gp gps gpu haccp hdd hdmi hgv
    hipaa hiv hmo hmrc hr html http https hvac iata iban icu id ikea ios irs isbn iso isp it iva
    ivf jpeg jpg kfc kfz kg khz kia km kpi kw kwh lcd led lga lgbt lgbtq lkw lpg ltd llc llp mdf
    mg mhz ml mm mmr mot mp mpv mri ms msds mwst nasa nato nb nfc nhs nsf nvme nyc ocd ocr ofcom
    ofgem ofsted ok osha otc oz pa pat pc pci pcie pcr pdf pin pkw pm png po ppe pr ps pst ptsd
    pvc qa qc qr ram rgb rgpd rip rom rrp rsvp sa sas sarl sata sco sd sepa seo siret sla sms
    sncf sos spf sql srl ssd suv sv swift tba tc tbc tnt tsa ttc tuv tv ufo uk ulez umts
    un unesco unicef upc upvc ups url us usa usb usd usps utc uv vat vhs viii vin vip visa vpn
    voip wc wifi wlan www xiii xiv xix xl xvi xvii xviii xs xxi xxl xxs xxxl ymca oled qled
    lte gsm dvb wpa nfl nba uefa ieee ansi astm rohs ul tiktok whatsapp paypal gbp eur chf
    ppi apr isa ira tefl toefl ielts pgce nvq btec ba bsc msc mba phd md rn dds dvm cpa
    reit hoa epc eicr gsr fensa rics ciphe riba hsa coshh hse loler brc aoc docg igp dop
    icao faa caa raf rac aaa abv ipa bpa bpm rpm mph kph mpg psi hp bhp awd fwd rwd dpf egr abs
    esp airbnb ebay asda lego bosch smeg aeg asus lidl aldi"""
_SHORT = frozenset(_KNOWN.split())
"""Abbreviations, units and names that are written in capitals by everybody."""
_UNSPOKEN = re.compile(
    "[b-df-hj-np-tv-xz]+|(?=..)m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})"
)
"""What nobody says as a word: no vowel stands in it, or it is a Roman number."""
_CHUNK = re.compile(r"\S+")
_CODE = re.compile(r"[0-9][A-Z-]|[A-Z-][0-9]|@|://|(?i:www\.)")
_NAME = 2
"""Words of a name at most."""
_CALLED = {("ask", "for"), ("name", "is"), ("asking", "for"), ("asked", "for"), ("i", "am")}
"""Words before a name."""
_CLOSING = frozenset(("best", "regards", "yours", "sincerely", "thanks", "wishes", "cheers"))
_ROLES = frozenset(("owner", "manager", "chef", "director", "founder"))
"""What follows a name, and is what they are in the shop."""
_OWN = frozenset("i")
"""A word of one letter that English writes so everywhere."""


def shouted(text: Text, case: Case) -> Iterator[Span]:
    """Yield each loud stretch of a text: a long word, or several in a row."""
    quiet = _SHORT | _names(case)
    common = _spoken(text.language or case.first, case)
    codes = _codes(text)
    for run in _runs(text):
        if _is_signed(text, run, common):
            continue
        if spaced := _spaced(text, run):
            yield spaced
            continue
        loud = [word for word in _loud(text, run, quiet, common) if word not in codes]
        is_long = any(len(word.text) >= _LOUD for word in loud)
        if (
            len(loud) > 1
            or is_long
            or (loud and _is_sentence(text, run) and loud[0].text in common)
        ):
            yield Span(loud[0].start, loud[-1].end)


def _spaced(text: Text, run: range) -> Span | None:
    """Return a word with a gap between its letters, `N E V E R`; None where there is none."""
    words = [text.words[n] for n in run]
    gaps = {text.original[a.end : b.start] for a, b in pairwise(words)}
    is_drawn = len(words) >= _LOUD and all(len(word.text) == 1 for word in words)
    return Span(words[0].start, words[-1].end) if is_drawn and len(gaps) == 1 else None


def _is_signed(text: Text, run: range, common: frozenset[str]) -> bool:
    """Whether one or two words are a name: nobody's everyday words, where names stand."""
    words = [text.words[n] for n in run]
    if len(words) > _NAME or any(word.text in common for word in words):
        return False
    before = tuple(word.text for word in text.words[max(0, run.start - 2) : run.start])
    after = text.words[run.stop].text if run.stop < len(text.words) else ""
    is_last = run.stop == len(text.words)
    return (
        before in _CALLED
        or (bool(before) and is_last and before[-1] in _CLOSING)
        or (len(words) == _NAME and after in _ROLES)
    )


def _codes(text: Text) -> set[Word]:
    """Return the words of part numbers and addresses: a digit or an at-sign stands in them."""
    chunks = (chunk for chunk in _CHUNK.finditer(text.original) if _CODE.search(chunk[0]))
    starts = [word.start for word in text.words]
    return {
        word
        for chunk in chunks
        for word in text.words[
            bisect_left(starts, chunk.start()) : bisect_left(starts, chunk.end())
        ]
    }


def _runs(text: Text) -> Iterator[range]:
    """Yield the numbers of the words in capitals that follow each other in a sentence."""
    start = 0
    words = text.words
    for n, word in enumerate(words):
        is_on = _in_capitals(text.original[word.start : word.end])
        if start < n and not (is_on and word.sentence == words[start].sentence):
            yield range(start, n)
            start = n
        start = start if is_on else n + 1
    if start < len(words):
        yield range(start, len(words))


def _in_capitals(piece: str) -> bool:
    """Whether all letters are capitals, of a script that has small ones."""
    letters = [char for char in piece if char.isalpha()]
    return bool(letters) and all(char.isupper() for char in letters)


def _loud(text: Text, run: range, quiet: frozenset[str], common: frozenset[str]) -> list[Word]:
    """Return the words of a run that are usually written small; one with a digit is a part's.

    `IT` and `US` may be either: they are what the words beside them are.
    """
    spoken = [text.words[n] for n in run if _is_spoken(text, n, common)]
    if all(word.text in quiet or len(word.text) == 1 for word in spoken):
        return []
    return [word for word in spoken if word.text not in quiet or word.text in common]


def _is_spoken(text: Text, number: int, common: frozenset[str]) -> bool:
    """Whether a word is no number or single letter, but for an `A` inside a sentence."""
    word = text.words[number]
    if len(word.text) == 1:
        is_first = number == 0 or text.words[number - 1].sentence != word.sentence
        return word.text in common - _OWN and not is_first
    return word.text.isalpha() and not _UNSPOKEN.fullmatch(word.text)


def _is_sentence(text: Text, run: range) -> bool:
    """Whether words in capitals are all that a sentence says."""
    around = (run.start - 1, run.stop)
    beside = [text.words[n].sentence for n in around if 0 <= n < len(text.words)]
    return text.words[run.start].sentence not in beside


def _names(case: Case) -> frozenset[str]:
    """Return the words of names that somebody may write in capitals."""
    ours = (*case.ours, case.voice.name, case.voice.role, case.voice.sign_off)
    named = (*ours, case.site, case.nick, *case.customers)
    return frozenset(word for name in named for word in plain_words(name))


def _spoken(language: str, case: Case) -> frozenset[str]:
    return frozenset(plain_words(" ".join(common_words(language, case.tongues))))
