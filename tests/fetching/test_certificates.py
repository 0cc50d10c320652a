"""https: the connection goes to the address that was checked, and the name alone decides whom to trust."""

import shutil
import ssl
import subprocess
from contextlib import suppress

import pytest

from headwater.model import Page
from tests.fetching.serving import page, redirecting

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="the openssl command makes the certificate")
NAME = "valepost.example"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for one name, and its key, made for this run."""
    place = tmp_path_factory.mktemp("certificate")
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    files = ["-keyout", str(place / "key.pem"), "-out", str(place / "cert.pem")]
    names = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    subprocess.run([*command.split(), *files, *names], check=True, capture_output=True)
    return place


@pytest.fixture
def serve_securely(serve, certificate):
    def start(routes):
        server = serve(routes)
        server.named = []
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
        context.sni_callback = lambda _socket, name, _context: server.named.append(name)
        accept = server.get_request

        def get_request():
            connection, address = accept()
            connection.settimeout(5)
            with suppress(OSError):
                connection = context.wrap_socket(connection, server_side=True)
            return connection, address

        server.get_request = get_request
        return server

    return start


@pytest.fixture
def trusted(certificate):
    return ssl.create_default_context(cafile=certificate / "cert.pem")


def secure(server, path, host=NAME):
    return server.url(path, host=host).replace("http:", "https:")


def test_the_name_is_shown_and_checked_though_the_address_is_connected_to(
    serve_securely, look, trusted, internet, names
):
    server = serve_securely({"/a": page("Rain.")})
    internet[0]["93.184.215.14"] = server.port
    names.answers[NAME] = ["93.184.215.14"]
    [found] = look(secure(server, "/a"), certificates=trusted, allow_private=False)
    assert isinstance(found, Page)
    assert set(server.named) == {NAME}, "SNI is the name"
    assert {asked.headers["host"] for asked in server.asked} == {f"{NAME}:{server.port}"}
    assert set(internet[1]) == {"93.184.215.14"}


def test_a_certificate_for_another_name_is_refused(serve_securely, look, trusted):
    server = serve_securely({"/a": page("Rain.")})
    [found] = look(secure(server, "/a", host="lowmark.example"), certificates=trusted)
    assert "no valid certificate" in found.detail
    assert server.asked == []


def test_a_certificate_that_nobody_vouches_for_is_refused(serve_securely, look):
    server = serve_securely({"/a": page("Rain.")})
    [found] = look(secure(server, "/a"))
    assert "no valid certificate" in found.detail


def test_a_redirect_from_https_to_http_is_refused(serve, serve_securely, look, trusted):
    plain = serve({"/a": page("Rain.")})
    server = serve_securely({"/a": redirecting(plain.url("/a"))})
    [found] = look(secure(server, "/a"), certificates=trusted)
    assert "from https to http" in found.detail
    assert plain.asked == []


def test_a_redirect_from_http_to_https_is_followed(serve, serve_securely, look, trusted):
    server = serve_securely({"/a": page("Rain.")})
    plain = serve({"/a": redirecting(secure(server, "/a"))})
    [found] = look(plain.url("/a"), certificates=trusted)
    assert found.place.url == secure(server, "/a")


def test_a_server_that_speaks_no_tls_is_rejected(serve, look, trusted):
    server = serve({"/a": page("Rain.")})
    [found] = look(secure(server, "/a"), certificates=trusted, read_seconds=0.5, connect_seconds=0.5)
    assert found.reason == "unreadable"
