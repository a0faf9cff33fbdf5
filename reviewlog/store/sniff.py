"""What kind of file it is, by its first bytes; names lie."""

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
)
_INSIDE = (
    (8, b"WEBP", "image/webp"),
    (8, b"WAVE", "audio/wav"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypM4A", "audio/mp4"),
    (4, b"ftyp", "video/mp4"),
)
_MAIL_STARTS = (b"from:", b"received:", b"return-path:", b"delivered-to:", b"message-id:", b"to:",
                b"subject:", b"date:", b"mime-version:", b"x-")  # fmt: skip
EXTENSIONS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/webp": "webp",
    "image/heic": "heic",
    "application/pdf": "pdf",
    "application/zip": "zip",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/flac": "flac",
    "audio/wav": "wav",
    "audio/mp4": "m4a",
    "video/mp4": "mp4",
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
    for offset, magic, kind in _INSIDE:
        if head[offset : offset + len(magic)] == magic:
            return kind
    return _text_type(head)


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
