"""XML from strangers: whether it may be read, and whether all of it came."""

import re
from typing import Final

from lxml import etree
from scrapy.http import Response, TextResponse, XmlResponse

from crawler.verdicts import Failure

HEAD: Final = 4096  # characters in which a feed's root begins
_ROOT: Final = re.compile(r"<(?![?!])([\w:.-]{1,100})")
_DOCTYPE: Final = re.compile(r"<!DOCTYPE\s+([\w:.-]{1,100})[^>\[]{0,500}(\[?)", re.IGNORECASE)
_ENTITY: Final = re.compile(r"<!ENTITY\b", re.IGNORECASE)


def xml_problem(response: Response) -> Failure | None:
    """Why an XML feed is not to be read, or is not whole; ``None`` for what is sound, for XHTML and what is no XML.

    ``refused``: it has a document type, by which files and other hosts could be drawn in, and a few bytes become gigabytes.
    ``partial``: it ends in the middle, or is not well-formed.
    """
    if not isinstance(response, TextResponse):
        return None
    is_feed = isinstance(response, XmlResponse)
    if not is_feed and response.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:5] != b"<?xml" and b"<!ENTITY" not in response.body[:HEAD]:
        return None
    head = response.text[:HEAD]
    doctype = _DOCTYPE.search(head)
    is_html = doctype is not None and doctype[1].lower() == "html"
    if (doctype is not None and (not is_html or doctype[2])) or _ENTITY.search(head):
        return Failure("refused", f"{response.url} is XML with a document type (DOCTYPE), which is not read")
    root = _ROOT.search(head)
    if is_html or not is_feed or root is None or root[1].lower() == "html":
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, encoding="utf-8")
    try:
        etree.fromstring(response.text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        return Failure("partial", f"{response.url} is no whole XML: {error}"[:300])
    except ValueError:
        return None
    return None
