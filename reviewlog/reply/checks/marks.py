"""The marks of a page, by their names: other words in angle brackets are none."""

import re

_NAMES = (
    "a|abbr|b|big|blockquote|body|br|button|center|cite|code|dd|del|details|div|dl|dt|em|embed"
    "|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main"
    "|mark|meta|nav|ol|p|pre|q|s|script|section|select|small|span|strike|strong|style|sub|summary"
    "|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|video|wbr"
)
TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]{{0,400}})?/?>", re.IGNORECASE)
"""One tag, with what stands in it."""
