"""The token that lets somebody write: shown once, kept as a salted digest, read by its owner only."""

import stat

import pytest

from headwater.api.tokens import TokenKey, key_from, make_token, new_token, token_file
from headwater.errors import UsageError


def kept(file):
    key = key_from(file)
    assert key is not None
    return key


def test_a_token_is_random_and_long():
    tokens = {new_token() for _ in range(50)}
    assert len(tokens) == 50
    assert all(token.startswith("hw_") and len(token) >= 43 for token in tokens)


def test_the_file_keeps_no_token(tmp_path):
    file = token_file(tmp_path / "news.desk")
    token = make_token(file)
    assert token not in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    key = kept(file)
    assert key.opens(token)
    assert not key.opens(token[:-1])
    assert not key.opens("")
    assert not key.opens("\ud800é")


def test_a_new_token_ends_the_old_one(tmp_path):
    file = tmp_path / "news.desk-token"
    old = make_token(file)
    new = make_token(file)
    assert kept(file).opens(new)
    assert not kept(file).opens(old)


def test_the_same_token_is_kept_in_different_digests():
    token = new_token()
    assert TokenKey.of(token).written() != TokenKey.of(token).written()


@pytest.mark.parametrize("held", ["", "hw_plain", "sha256$00$11", "md5$" + "0" * 32 + "$" + "1" * 64])
def test_a_file_that_holds_no_key_is_told(tmp_path, held):
    file = tmp_path / "token"
    file.write_text(held)
    with pytest.raises(UsageError, match="token file"):
        key_from(file)


def test_a_missing_file_is_no_key(tmp_path):
    assert key_from(tmp_path / "none") is None


@pytest.mark.parametrize("weak", ["", "secret", "x" * 31, "with space " * 4])
def test_weak_tokens_are_refused(weak):
    with pytest.raises(UsageError, match="32"):
        TokenKey.of(weak)


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(UsageError, match="cannot be written"):
        make_token(tmp_path / "gone" / "token")
