"""Trades that must not even confirm that somebody was a customer."""

import re

HEALTH, LAW, THERAPY = STRICT = ("health", "law", "therapy")
TRADES = {
    HEALTH: "Health: doctor, dentist, pharmacy, care, optician",
    LAW: "Law: lawyer, notary, tax adviser, accountant",
    THERAPY: "Therapy or counselling",
    "food": "Food and drink",
    "shop": "A shop",
    "craft": "Repairs, building, a craft",
    "lodging": "A place to stay",
    "beauty": "Hair, beauty, fitness",
    "other": "Something else",
}
"""What is asked, and the word for each that config.yaml keeps."""
NOT_SAID = "not said"
"""The answer of somebody who would rather not say: it is asked once only."""
_WORD = re.compile(r"[^\W\d_]++")
_WORDS = frozenset(
    (
        "health", "healthcare", "law", "legal", "lawyers", "gp", "dr", "clinic", "clinics", "clinica",
        "clinique", "klinik", "hospital", "hospice", "surgery", "surgeon", "doctor", "doctors",
        "physician", "medic", "nurse", "nurses", "nursing", "midwife", "midwives", "pharmacy",
        "chemist", "apotheke", "dental", "dentist", "dentists", "dentistry", "orthodontist",
        "orthodontics", "optician", "opticians", "optometrist", "optometry", "audiologist",
        "chiropractor", "chiropractic", "osteopath", "osteopathy", "podiatrist", "podiatry",
        "dermatologist", "dermatology", "gynaecologist", "gynecologist", "paediatrician",
        "pediatrician", "radiology", "caregiver", "carehome", "physio", "attorney", "attorneys",
        "lawyer", "solicitor", "solicitors", "barrister", "barristers", "notary", "paralegal",
        "counsel", "therapist", "therapists", "therapy", "counsellor", "counselling", "counselor",
        "counseling", "psychologist", "psychology", "psychiatrist", "psychiatry", "rehab",
        "rechtsanwalt", "anwalt", "arzt", "praxis", "avocat", "notaire", "abogado", "abogados",
        "medico", "medecin", "avvocato", "accountant", "accountants", "accountancy", "accounting",
        "bookkeeper", "bookkeepers", "bookkeeping", "auditor", "auditors", "pastor", "pastors",
        "pastoral", "priest", "priests", "vicar", "chaplain", "chaplaincy", "parish", "rabbi", "imam",
        "nursery", "nurseries", "kindergarten", "creche", "childcare", "childminder", "childminders",
        "daycare", "counsellors", "counselors", "gps", "paramedic", "dietitian", "dietician",
        "denturist", "hygienist", "commercialista",
    )
)  # fmt: skip
_STEMS = (
    "medic", "médic", "psycho", "physio", "therap", "thérap", "terap", "dentist", "zahnarz",
    "anwalt", "rechts", "kanzlei", "clínic", "klinik", "arzt", "ärzt", "pharma", "apothek",
    "steuerber", "kindergart", "kindertages", "seelsorg", "pfarr",
)  # fmt: skip
_PAIRS = (
    "care home", "home care", "tax adviser", "tax advisor", "eye care", "elder care", "social care",
    "social work", "social service", "foster care", "day care", "child care", "tax consult",
)  # fmt: skip
_BESIDES = re.compile(
    r"\b(?:tree surg\w*+|(?:plant|tree|garden|rose) nurser\w*+"
    r"|(?:vet|veterinary|dog|dogs|doggy|doggie|cat|cats|pet|pets|animal) \w*+"
    r"|(?:computer|phone|laptop|car|shoe|doll) (?:doctor|clinic|hospital|surgery))\b"
)
"""Words that sound like it in trades whose customers are animals, plants or things."""


def is_strict(trade: str | None) -> bool:
    """Whether a trade keeps silent about its customers; one that was not said is taken for such."""
    said = " ".join(_WORD.findall((trade or "").casefold()))
    if not said or said == NOT_SAID:
        return True
    rest = _BESIDES.sub(" ", said)
    by_word = any(word in _WORDS or word.startswith(_STEMS) for word in rest.split())
    return by_word or any(pair in rest for pair in _PAIRS)
