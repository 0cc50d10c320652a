"""The reader that the tables of phenomena are held against."""

import pytest

from headwater.statements import read_statements


@pytest.fixture(scope="session")
def reader():
    """Return a function from articles to statements: with whichever reader is the default."""
    return read_statements
