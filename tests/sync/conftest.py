import pytest

from tests.tsa import Authority


@pytest.fixture
def tsa(tmp_path):
    """A time-stamping service that stamps, until a test sets another mode."""
    with Authority(tmp_path) as authority:
        yield authority
