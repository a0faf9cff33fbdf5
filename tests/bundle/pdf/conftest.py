"""Here the extra [pdf] is installed."""

import sys

import pytest
import typst


@pytest.fixture(autouse=True, scope="module")
def with_pdf():
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "typst", typst)
        yield
