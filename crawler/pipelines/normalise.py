"""Drafts become postings."""

from datetime import UTC, datetime

from crawler.items import Posting
from crawler.loaders import Draft
from crawler.normalise import normalise


class NormalisePipeline:
    """Make the finished posting of what a platform printed (:func:`crawler.normalise.normalise`)."""

    def process_item(self, item: Draft) -> Posting:
        return normalise(item, item.read_at or datetime.now(UTC))
