"""Certificates are checked, but for hosts that the user excepts by name."""

from typing import Any

from scrapy.core.downloader.contextfactory import _ScrapyClientContextFactory
from scrapy.crawler import Crawler
from twisted.web.iweb import IPolicyForHTTPS
from zope.interface import implementer


@implementer(IPolicyForHTTPS)
class Certificates:
    """*checked* is Scrapy's own; ``excepted`` names the hosts of ``ALLOW_CERTIFICATES`` that were connected to."""

    def __init__(self, checked: Any, crawler: Crawler) -> None:
        self.checked = checked
        self.unchecked = _ScrapyClientContextFactory.from_crawler(crawler)
        self.unchecked._verify_certificates = False
        self.hosts = {host.strip().lower() for host in crawler.settings.getlist("ALLOW_CERTIFICATES")}

    def creatorForNetloc(self, hostname: bytes, port: int) -> Any:  # noqa: N802 - the interface's name
        factory = self.unchecked if hostname.decode("ascii").lower() in self.hosts else self.checked
        return factory.creatorForNetloc(hostname, port)
