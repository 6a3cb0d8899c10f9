"""Content encodings undone, whole or not at all, and never into more than agreed."""

import zlib
from collections.abc import Generator, Iterator
from typing import Any, Final

import brotli

try:
    from compression import zstd  # type: ignore[import-not-found,unused-ignore]
except ImportError:
    from backports import zstd  # type: ignore[no-redef,unused-ignore]

CHUNK: Final = 64 * 1024  # bytes
RATIO_MAX: Final = 500  # decoded bytes for one that came; pages have 3 to 30
RATIO_FROM: Final = 4 * 1024 * 1024  # decoded bytes: what is smaller does no harm


class BrokenError(ValueError):
    """What came is cut off, or is not what it is said to be."""


class TooLargeError(ValueError):
    """It would become too large."""


def decode(body: bytes, encoding: str, most: int) -> bytes:
    """*body* without *encoding* (gzip, deflate, br, zstd); raises :class:`BrokenError` and :class:`TooLargeError`.

    >>> decode(zlib.compress(b"Cook" * 9), "deflate", 36)[:8]
    b'CookCook'
    >>> decode(zlib.compress(b"Cook" * 9), "deflate", 35)
    Traceback (most recent call last):
    crawler.guard.decoding.TooLargeError: it has more than 35 bytes when it is decompressed
    >>> decode(zlib.compress(b"Cook" * 9)[:-3], "deflate", 36)
    Traceback (most recent call last):
    crawler.guard.decoding.BrokenError: its deflate is cut off
    """
    whole = bytearray()
    try:
        for piece in DECODERS[encoding](body):
            whole += piece
            if most and len(whole) > most:
                raise TooLargeError(f"it has more than {most} bytes when it is decompressed")
            if len(whole) > RATIO_FROM and len(whole) > RATIO_MAX * len(body):
                raise TooLargeError(f"it grows to more than {RATIO_MAX} times its size when it is decompressed")
    except (zlib.error, brotli.error, zstd.ZstdError, EOFError) as error:
        raise BrokenError(f"its {encoding} is broken: {error}") from error
    return bytes(whole)


def gunzip(body: bytes) -> Iterator[bytes]:
    left = body
    while left.startswith(b"\x1f\x8b") or left is body:  # one member after another; then what some servers fill up with
        left = yield from inflate(left, zlib.MAX_WBITS | 16, "gzip")


def undeflate(body: bytes) -> Iterator[bytes]:
    """RFC 9110's deflate is zlib's format; some servers send it bare."""
    bare = len(body) < 2 or body[0] & 0x0F != 8 or int.from_bytes(body[:2], "big") % 31
    yield from inflate(body, -zlib.MAX_WBITS if bare else zlib.MAX_WBITS, "deflate")


def inflate(body: bytes, window: int, name: str) -> Generator[bytes, None, bytes]:
    """Give out what *body* holds, and return what stands behind it."""
    stream = zlib.decompressobj(window)
    left = body
    while not stream.eof:
        piece = stream.decompress(left, CHUNK)
        left = stream.unconsumed_tail
        if not piece and not left and not stream.eof:
            raise BrokenError(f"its {name} is cut off")
        yield piece
    return stream.unused_data


def unbrotli(body: bytes) -> Iterator[bytes]:
    stream: Any = brotli.Decompressor()
    piece = stream.process(body, output_buffer_limit=CHUNK)
    while not stream.is_finished():
        if not piece:
            raise BrokenError("its br is cut off")
        yield piece
        piece = stream.process(b"", output_buffer_limit=CHUNK)
    yield piece


def unzstd(body: bytes) -> Iterator[bytes]:
    left = body
    while left:
        stream: Any = zstd.ZstdDecompressor()
        while not stream.eof:
            piece = stream.decompress(left, CHUNK)
            left = b""
            if not piece and stream.needs_input:
                raise BrokenError("its zstd is cut off")
            yield piece
        left = stream.unused_data


DECODERS: Final = {"gzip": gunzip, "x-gzip": gunzip, "deflate": undeflate, "br": unbrotli, "zstd": unzstd}
