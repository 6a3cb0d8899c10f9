"""What the crawl is measured against: Scrapy with an item loader and a JSONL feed, and nothing else."""

import json

from itemloaders.processors import Identity, MapCompose, TakeFirst
from scrapy import Spider
from scrapy.loader import ItemLoader
from w3lib.html import replace_entities


class RowLoader(ItemLoader):
    default_item_class = dict
    default_input_processor = MapCompose(str)
    default_output_processor = TakeFirst()
    description_in = MapCompose(replace_entities)
    departments_out = Identity()


class BareSpider(Spider):
    name = "bare"

    def __init__(self, start_urls: str, **kwargs):
        super().__init__(**kwargs)
        self.start_urls = [start_urls]

    def parse(self, response):
        for row in json.loads(response.body)["jobs"]:
            loader = RowLoader()
            loader.add_value("id", row["id"])
            loader.add_value("url", row["absolute_url"])
            loader.add_value("title", row["title"])
            loader.add_value("company", row["company_name"])
            loader.add_value("location", row["location"]["name"])
            loader.add_value("date_posted", row["first_published"])
            loader.add_value("description", row["content"])
            yield loader.load_item()
