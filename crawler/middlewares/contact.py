"""Who we say we are."""

import sys
from typing import Final

from scrapy.settings import BaseSettings

from crawler.exits import Exit, StopError

UNSET: Final = "CONTACT is not set: no site's owner can reach you. Put an address of yours into crawler/settings.py, or -s CONTACT=you@example.com"


def user_agent(name: str, contact: str) -> str:
    """The user agent of a crawler *name* whose owner can be reached at *contact*; raises :class:`StopError` where no header can hold it.

    >>> user_agent("careers-crawler/0.1", "bot@careers.example"), user_agent("careers-crawler/0.1", "")
    ('careers-crawler/0.1 (+bot@careers.example)', 'careers-crawler/0.1')
    """
    contact = contact.strip()
    if not contact:
        return name
    if not (contact.isascii() and contact.isprintable() and len(contact) <= 200) or set(contact) & set("()"):
        raise StopError(f"-s CONTACT={contact!r:.100}: write an address as plain text, such as you@example.com or https://example.com/bot.", Exit.REFUSED)
    return f"{name} (+{contact})"


def introduce(settings: BaseSettings) -> None:
    """Put the contact that the user gave into the user agent; a person at a terminal is told when there is none."""
    contact = str(settings.get("CONTACT") or "")
    if not contact and sys.stderr.isatty():
        print(UNSET, file=sys.stderr)
    settings.set("USER_AGENT", user_agent(settings["USER_AGENT"], contact), priority="cmdline")
