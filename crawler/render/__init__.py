"""Pages drawn by script: which they are, and how a browser is asked for them.

Nothing here needs a browser or its libraries (``crawler/requirements-render.txt``); :mod:`crawler.render.renderer`
loads them when the first page is to be drawn.
"""

import importlib.util
import shutil
from typing import Final

from scrapy import Request
from scrapy.http import HtmlResponse, Response

from crawler.general.shell import is_shell
from crawler.reader import Parsed
from crawler.verdicts import Failure

# A header of our own tells a drawn page from the one that the server sent, also in an archive. Its value says what it lacks.
DRAWN: Final = "X-Careers-Drawn"
WHOLE: Final = "whole"
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")


def is_drawn(response: Response) -> bool:
    return DRAWN in response.headers


def undrawn(response: Response, parsed: Parsed, render: bool, posting: bool = False) -> bool:
    """Whether *response*, a page of a company's own site, has to be drawn before it can be read.

    *render*: the user's list says so of its board; then every page is, but those of single *posting*s that are
    read as they are. Otherwise only a page that is an empty shell and holds nothing is.
    """
    if is_drawn(response) or not isinstance(response, HtmlResponse) or response.status != 200 or not response.url.startswith("http"):
        return False
    if render:
        return not (posting and parsed.found)
    nothing = not (parsed.found or parsed.posting_asks or parsed.next_asks or parsed.boards or parsed.says_empty or parsed.rejected)
    return nothing and is_shell(response.selector.root, response.text)


def drawing_of(response: Response) -> Request:
    """The request of *response* once more, to be answered with the page as a browser draws it.

    The page itself is not fetched again: the browser gets *response*, and fetches what the page asks for.
    """
    request = response.request
    assert request is not None
    meta = {"draw": response, "drawn": request.meta.get("drawn", 0) + 1, "max_retry_times": 1}
    return request.replace(url=response.url, meta=meta, dont_filter=True)


def missing(browser: str | None = None) -> str | None:
    """What has to be done before pages can be drawn; ``None`` when they can."""
    if importlib.util.find_spec("scrapy_playwright") is None:
        return "install crawler/requirements-render.txt and set render"
    if browser_path(browser) is None:
        return "install Chromium (on Debian: apt-get install chromium), or name a browser of its kind with RENDER_BROWSER"
    return None


def browser_path(browser: str | None = None) -> str | None:
    """Where the browser is: *browser* itself, else the first of its kind in the search path."""
    return next((path for name in ([browser] if browser else BROWSERS) if (path := shutil.which(name))), None)


def lack_of(response: Response) -> Failure | None:
    """What a drawn page could not be drawn without, ``None`` when it has everything or was not drawn."""
    value = (response.headers.get(DRAWN) or b"").decode("latin-1")
    if not value or value == WHOLE:
        return None
    return Failure("robots", f"{response.url} is drawn by script from what robots.txt forbids ({value})")
