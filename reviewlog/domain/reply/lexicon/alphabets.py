"""The languages that can be told apart: how they are called, and what they write with."""

_NAMED = """
    af Afrikaans, ar Arabic, be Belarusian, bg Bulgarian, bn Bengali, ca
    Catalan, cs Czech, da Danish, de German, el Greek, en English, es Spanish, et
    Estonian, fa Persian, fi Finnish, fr French, gl Galician, gu Gujarati, he Hebrew, hi
    Hindi, hr Croatian or Serbian, hu Hungarian, hy Armenian, id Indonesian, it Italian, ja Japanese,
    ka Georgian, km Khmer, kn Kannada, ko Korean, lo Lao, lt Lithuanian, lv Latvian, mk
    Macedonian, ml Malayalam, mr Marathi, ms Malay, my Burmese, nb Norwegian, ne Nepali,
    nl Dutch, pa Punjabi, pl Polish, pt Portuguese, ro Romanian, ru Russian, si Sinhala,
    sk Slovak, sl Slovenian, sr Serbian, sv Swedish, ta Tamil, te Telugu, th Thai, tl
    Tagalog, tr Turkish, uk Ukrainian, ur Urdu, vi Vietnamese, zh Chinese
"""
NAMES = dict(one.split(maxsplit=1) for one in _NAMED.strip().split(","))
"""Croatian stands for its sisters too, which share its letters and nearly all of its small words.

Two letters, as a rule's file names a language; `nb`, since YAML takes `no` for a no."""

_SHARED = "абвгдежзклмнопрстуфхцчш"
LETTERS = {
    "en": "éèçñï",
    "de": "äöüßé",
    "fr": "éèêàçùôîûœëïâ",
    "es": "ñáéíóúü",
    "pt": "ãõçáéêíóúàâôü",
    "it": "àèéìòùí",
    "nl": "ëïéèêüöáó",
    "da": "æøåé",
    "nb": "æøåéòô",
    "sv": "åäöé",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíľňóôŕšťúýž",
    "sl": "čšžć",
    "hr": "čćđšž",
    "ro": "ăâîșțşţ",
    "hu": "áéíóöőúüű",
    "tr": "çğıöşüâîû",
    "fi": "äöåé",
    "et": "äöõüšž",
    "lv": "āčēģīķļņšūž",
    "lt": "ąčęėįšųūž",
    "ca": "àçèéíïòóúü·",
    "gl": "ñáéíóú",
    "af": "êëôéèîïáóûö",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    "ru": _SHARED + "ёъыэщийяюь",
    "uk": _SHARED + "іїєґщийяюь",
    "be": _SHARED + "іўыэёйяюь",
    "bg": _SHARED + "ъщийяюьѝ",
    "mk": _SHARED + "иѓќѕјљњџѐѝ",
    "sr": _SHARED + "ијљњћђџ",
    "id": "é",
    "ms": "é",
    "tl": "ñ",
}
"""Letters beyond a to z that a language writes, those of words that it borrowed among them."""

BY_SCRIPT = {
    "GREEK": "el",
    "HEBREW": "he",
    "THAI": "th",
    "HANGUL": "ko",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "SINHALA": "si",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "KHMER": "km",
    "LAO": "lo",
    "MYANMAR": "my",
}
"""Languages that are known by their letters alone."""
