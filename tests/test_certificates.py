"""Certificates: of a server on this machine that signs its own."""

import contextlib
import datetime
import ssl

import pytest
from badserver import Hostile, posting, reply
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

FAST = ("-s", "DOWNLOAD_DELAY=0", "-s", "RETRY_TIMES=0")


def signed(folder, host, days=30):
    """A certificate for *host*, signed by itself, and its key, as a file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    end = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=days)
    build = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), end - datetime.timedelta(days=90), end)
    build = build.add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
    build = build.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    path = folder / f"{host}.pem"
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(private + build.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return path


class Encrypted(Hostile):
    def __init__(self, certificate):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate)
        super().__init__()
        self.url = f"https://localhost:{self.port}"
        self.pages["/jobs"] = reply(posting())

    def _serve(self, connection):
        with contextlib.suppress(OSError), connection:
            super()._serve(self.context.wrap_socket(connection, server_side=True))


@pytest.mark.parametrize(
    ("host", "days", "trusted", "word"),
    [
        ("localhost", 30, False, "nobody who is trusted signed it"),
        ("localhost", -1, True, "has expired"),
        ("other.example", 30, True, "another name"),
    ],
)
def test_a_certificate_that_is_not_valid_is_refused_and_excepted_by_name(crawl, tmp_path, monkeypatch, host, days, trusted, word):
    certificate = signed(tmp_path, host, days)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    allowed = ("-s", "ALLOW_PRIVATE=127.0.0.1,localhost")
    with Encrypted(certificate) as site:
        refused = crawl("-a", f"url={site.url}/jobs", *FAST, *allowed)
        assert (refused.boards[0]["verdict"], refused.postings, site.asked) == ("refused", [], [])
        assert word in refused.boards[0]["why"]
        excepted = crawl("-a", f"url={site.url}/jobs", *FAST, *allowed, "-s", "ALLOW_CERTIFICATES=localhost")
    assert (excepted.code, len(excepted.postings)) == (0, 1)
    assert "the certificate of localhost was not checked" in excepted.boards[0]["why"]


def test_a_certificate_that_is_valid_is_accepted(crawl, tmp_path, monkeypatch):
    certificate = signed(tmp_path, "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with Encrypted(certificate) as site:
        done = crawl("-a", f"url={site.url}/jobs", *FAST, "-s", "ALLOW_PRIVATE=127.0.0.1,localhost")
    assert (done.code, done.boards[0]["why"]) == (0, None)
