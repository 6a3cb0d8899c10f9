"""No line of output breaks the published schema."""

from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from crawler.extensions.ledger import Ledger
from crawler.items import Posting
from crawler.schema import record, validate


class ValidatePipeline:
    """Set aside a posting that breaks ``crawler/schema.json``, with the reason."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        ledger = crawler.get_extension(Ledger)
        assert ledger is not None
        return cls(ledger)

    def process_item(self, item: Posting) -> Posting:
        problem = validate(record(item))
        if problem is not None:
            if (run := self.ledger.of(item)) is not None:
                run.reject(f"breaks the schema: {problem}", item.url, item.title or "")
            raise DropItem(f"{item.id} breaks the schema: {problem}", log_level="DEBUG")
        return item
