"""What kind of file it is, by its first bytes; names lie."""

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfa", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),
    (b"\xff\xf9", "audio/aac"),
    (b"ADIF", "audio/aac"),
    (b"#!AMR", "audio/amr"),
    (b"fLaC", "audio/flac"),
    (b"caff\x00\x01", "audio/x-caf"),
    (b".snd\x00", "audio/basic"),
    (b"wvpk", "audio/x-wavpack"),
    (b"#!SILK_V3", "audio/x-silk"),
    (b"\x02#!SILK_V3", "audio/x-silk"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)
"""Whether there is a picture in a webm cannot be told by its beginning."""
_INSIDE = (
    (b"RIFF", b"WEBP", "image/webp"),
    (b"RIFF", b"WAVE", "audio/wav"),
    (b"RF64", b"WAVE", "audio/wav"),
    (b"RIFF", b"AVI ", "video/x-msvideo"),
    (b"FORM", b"AIFF", "audio/aiff"),
    (b"FORM", b"AIFC", "audio/aiff"),
)
"""Containers that name their content from the ninth byte on."""
_BRANDS = (
    (b"heic", "image/heic"),
    (b"heix", "image/heic"),
    (b"mif1", "image/heic"),
    (b"avif", "image/avif"),
    (b"M4A", "audio/mp4"),
    (b"M4B", "audio/mp4"),
    (b"3g", "video/3gpp"),
    (b"", "video/mp4"),
)
"""Kinds of ISO media by how their brand begins; the tracks tell whether there is a picture."""
SOUND_ONLY = {
    "video/mp4": "audio/mp4",
    "video/3gpp": "audio/3gpp",
    "video/ogg": "audio/ogg",
    "video/x-ms-asf": "audio/x-ms-wma",
}
"""What a container is when it has no track with a picture."""
_ASF = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_ASF_PICTURE = bytes.fromhex("c0ef19bc4d5bcf11a8fd00805f5c442b")
_OGG_PICTURES = (b"\x80theora", b"\x01video", b"BBCD\x00", b"\x80kate", b"OVP80")
_MAIL_STARTS = (b"from:", b"received:", b"return-path:", b"delivered-to:", b"message-id:", b"to:",
                b"subject:", b"date:", b"mime-version:", b"x-")  # fmt: skip
EXTENSIONS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/webp": "webp",
    "image/heic": "heic",
    "image/avif": "avif",
    "application/pdf": "pdf",
    "application/zip": "zip",
    "audio/mpeg": "mp3",
    "audio/aac": "aac",
    "audio/amr": "amr",
    "audio/ogg": "ogg",
    "audio/flac": "flac",
    "audio/wav": "wav",
    "audio/aiff": "aiff",
    "audio/basic": "au",
    "audio/x-caf": "caf",
    "audio/x-wavpack": "wv",
    "audio/x-silk": "silk",
    "audio/x-ms-wma": "wma",
    "audio/mp4": "m4a",
    "audio/3gpp": "3gp",
    "video/mp4": "mp4",
    "video/3gpp": "3gp",
    "video/ogg": "ogv",
    "video/webm": "webm",
    "video/x-msvideo": "avi",
    "video/x-ms-asf": "asf",
    "text/html": "html",
    "message/rfc822": "eml",
    "text/plain": "txt",
}
"""The ending a file gets in a bundle."""


def sniff(head: bytes) -> str:
    """Return the media type of a file by its first bytes (up to 4 KiB)."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    for begin, inside, kind in _INSIDE:
        if head.startswith(begin) and head[8:12] == inside:
            return kind
    if head[4:8] == b"ftyp":
        return next(kind for brand, kind in _BRANDS if head[8:12].startswith(brand))
    if head.startswith(b"OggS"):
        return _sounding("video/ogg", any(mark in head for mark in _OGG_PICTURES))
    if head.startswith(_ASF):
        return _sounding("video/x-ms-asf", _ASF_PICTURE in head)
    return _text_type(head)


def _sounding(kind: str, has_picture: bool) -> str:  # noqa: FBT001
    return kind if has_picture else SOUND_ONLY[kind]


def _text_type(head: bytes) -> str:
    if b"\x00" in head:
        return "application/octet-stream"
    start = head.lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "text/html"
    if start.startswith(_MAIL_STARTS) and b"\n" in start:
        return "message/rfc822"
    try:
        head[:-4].decode() if len(head) > 4 else head.decode()
    except UnicodeDecodeError as error:
        if error.start < len(head) - 8:
            return "application/octet-stream"
    return "text/plain"
