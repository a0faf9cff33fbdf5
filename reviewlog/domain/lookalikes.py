"""Letters that look like a Latin one, or are written as one where a keyboard has no other.

Drawn from the confusable characters of Unicode (UTS 39) and from the names of letters; what
Unicode itself takes apart (accents, full width, mathematical letters) need not stand here.
"""
# ruff: noqa: RUF001


def _table(alike: dict[str, str]) -> dict[int, str]:
    """Return a table for `str.translate` out of the letters that look like each Latin one."""
    return {ord(char): latin for latin, chars in alike.items() for char in chars}


def _alphabets(*firsts: int) -> dict[int, str]:
    """Return a table of alphabets that stand in Unicode one after the other."""
    return {first + n: chr(ord("a") + n) for first in firsts for n in range(26)}


LATIN = _table(
    {
        "a": "ɐɑᴀᶏⱥ",
        "b": "ƀƃƄɓʙᵬᶀꞗꞴ",
        "c": "ƈȼɕᴄↄꜿꞓꞔ𝼝",
        "d": "đƌȡɖɗᴅᵭᶁᶑꝺꟈ",
        "e": "ǝɇɘɛᴇᶒᶓⱸⱻꬲꬴ",
        "f": "ƒᵮᶂẝꜰꝼꞙꬵ",
        "g": "ƍǥɠɡɢʛᵷᵹᶃꞡꬶ𝼂",
        "h": "ħɥɦʜʮʯⱨꞕ",
        "i": "ıɨɩɪᴉᶖ𝼚",
        "j": "ȷɉɟʄʝᴊ",
        "k": "ƙʞᴋᶄⱪꝁꝃꝅꞣ𝼃𝼐",
        "l": "łƖƚǀȴɫɬɭʟᴌᶅⱡꝉꞁꞎꬷꬸꬹ𝼄𝼑𝼓",
        "m": "ɯɰɱᴍᵯᶆꟺꬺ",
        "n": "ƞȵɲɳɴᴎᵰᶇꞑꞥꬻ",
        "o": "øƟǿɔᴏᴑᴓᶗⱺꝋꝍꬽꬿ𝼛",
        "p": "ƥᴘᵱᵽᶈꝑꝓꝕ",
        "q": "ɋʠꝗꝙꞯ",
        "r": "ɍɹɺɻɼɽɾɿʀʁᴙᴚᵲᵳᶉⱹꞃꞧꭆꭇꭈꭉꭋꭌꭨ𝼈𝼕𝼖",
        "s": "ƨƽȿʂᵴᶊꜱꞅꞩꟊ𝼞",
        "t": "ŧƫƭȶʇʈᴛᵵⱦꞇ𝼉𝼍",
        "u": "ᴜᴝᶙꞟꞹꭎꭒ",
        "v": "ʋʌᴠᶌⱱⱴꝟ",
        "w": "ʍᴡⱳ",
        "x": "ᶍꞳꭖꭗꭘꭙ",
        "y": "ƴɏɣʎʏỿꭚ𝼆",
        "z": "ƶȥɀʐʑᴢᵶᶎⱬ",
    }
)
"""Latin letters that are a plain one in another shape: small capitals, strokes, hooks."""
FOREIGN = _table(
    {
        "a": "αаᎪᗅꓮ𐊠𖽀",
        "b": "βбвьᏏᏴᑲᖯᗷꓐ𐊂𐊡𐌁",
        "c": "сᏟⲥꓚ𐊢𐌂𐐽𐔜",
        "d": "ԁᎠᏧᑯᗞᗪꓒꓓ",
        "e": "εеєҽᎬⴹꓰ𐊆𑢦𑢮",
        "f": "Ϝքᖴꓝ𐊇𐊥𐔥𑣂",
        "g": "ԌցᏀᏳꓖ",
        "h": "ΗнһհᎻᏂᕼⲎꓧ𐋏",
        "i": "ιіӏᎥⲒꙇ𑣃",
        "j": "ϳјᎫᒍꓙ",
        "k": "κкᏦᛕⲔꓗ𐔘",
        "l": "ᏞᒪᛁⳐⵏꓡꓲ𐊊𐌉𐐛𐔦𑢣𑢲𖼖𖼨",
        "m": "ΜϺмᎷᗰᛖⲘꓟ𐊰𐌑",
        "n": "ΝηπпոռⲚꓠ𐔓",
        "o": "οσоօଠഠჿዐⲟⵔꓳ𐊒𐊫𐐬𐓪𐔖𑢵𑣈𑣗",
        "p": "ρрᏢᑭⲣꓑ𐊕",
        "q": "ԛգզⵕ",
        "r": "гᎡᏒᖇᴦⲅꓣꮁ𐒴𖼵",
        "s": "ѕՏᏕᏚꓢ𐊖𐑈𑣁𖼺",
        "t": "τтᎢⲦꓔ𐊗𐊱𐌕𑢼𖼊",
        "u": "μυиսሀᑌꓴ𐓶𑣘𖽂",
        "v": "νѵᏙᐯⴸꓦꛟ𐔝𑜆𑣀𖼈",
        "w": "ωшѡԝաᎳᏔꓪ𑜊𑜎𑜏",
        "x": "ΧхᕁᕽᚷⲬⵝꓫ𐊐𐊴𐌗𐔧",
        "y": "ΥγуүყᎩᎽⲨꓬ𐊲𑢤𑣜𖽃",
        "z": "ΖᏃꓜ𑢩𑣄",
    }
)
"""Letters of other scripts that a reader takes for a Latin one."""
SIGNS = _alphabets(0x1F150, 0x1F170, 0x1F1E6)
"""Signs with a Latin letter in them, each by itself: in dark circles and squares, and of flags."""
