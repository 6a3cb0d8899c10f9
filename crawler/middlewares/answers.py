"""Answers that are whole, of a size that can be read; the rest ends here with its reason."""

import gc

from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.http import Response

from crawler.failures import NotAskedError, RefusedError
from crawler.guard.decoding import BrokenError, TooLargeError, decode
from crawler.guard.markup import LARGE, too_dear
from crawler.verdicts import Failure

ENCODINGS_MAX = 2  # on top of each other


class WholeCompressionMiddleware(HttpCompressionMiddleware):
    """Scrapy's, with decoders that take nothing that is cut off."""

    def process_response(self, request: Request, response: Response, spider: object = None) -> Request | Response:
        try:
            decoded = super().process_response(request, response)
        except TooLargeError as error:
            raise RefusedError(str(error)) from error
        except BrokenError as error:
            raise NotAskedError(Failure("error", f"{response.url}: {error}")) from error
        if isinstance(decoded, Response) and 200 <= decoded.status < 300 and (left := decoded.headers.get("Content-Encoding")):
            raise NotAskedError(Failure("error", f"{response.url} is encoded as {left[:40].decode('latin-1')!r}, which is not read"))
        return decoded

    def _handle_encoding(self, body: bytes, content_encoding: list[bytes], max_size: int) -> tuple[bytes, list[bytes]]:
        if sum(named.count(b",") + 1 for named in content_encoding) > ENCODINGS_MAX:
            raise TooLargeError(f"it is compressed more than {ENCODINGS_MAX} times")
        return super()._handle_encoding(body, content_encoding, max_size) if body else (body, [])

    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        return decode(body, encoding.decode("ascii"), max_size)


class AnswersMiddleware:
    """Keeps what would cost too much from whoever parses first."""

    def process_response(self, request: Request, response: Response) -> Response:
        if response.status == 206:
            raise NotAskedError(Failure("error", f"{response.url} answered 206, with a part of what was asked for"))
        if (why := too_dear(response)) is not None:
            raise RefusedError(why)
        if len(response.body) > LARGE:
            gc.collect()  # trees of large pages before it, which are in circles, would wait for their turn
        return response
