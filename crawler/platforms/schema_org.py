"""schema.org/JobPosting in any page: JSON-LD, microdata, RDFa. One way of loading for all three.

Terms: https://schema.org/JobPosting
"""

from typing import Any

from lxml import etree

from crawler.fields.location import country_code
from crawler.general.attributes import MICRODATA, RDFA, postings_in_attributes
from crawler.general.jsonld import postings_in_scripts
from crawler.general.structured import posting_rows
from crawler.loaders import PostingLoader
from crawler.platforms.base import Ask, Form, Page, Platform


class Structured(Form):
    """What the three syntaxes have in common. Most pages have none of them and are told by a look at their text."""

    def nodes(self, root: etree._Element) -> list[dict[str, Any]]:
        raise NotImplementedError

    def rows(self, page: Page) -> list[dict[str, Any]]:
        if not page.text or "jobposting" not in page.text.lower():
            return []
        return posting_rows(self.nodes(page.selector.root))

    def reads(self, page: Page) -> bool:
        return bool(self.rows(page))

    def load(self, loader: PostingLoader) -> None:
        loader.add_jmes("url", "url")
        loader.add_jmes("apply_url", "applyUrl")
        loader.add_jmes("requisition_id", "identifier")
        loader.add_jmes("title", "title")
        loader.add_jmes("company", "hiringOrganization.name")
        loader.add_jmes("company_url", "hiringOrganization.url")
        loader.add_jmes("department", "hiringOrganization.department")
        loader.add_jmes("department", "department")
        loader.add_jmes("employment_type", "employmentType")
        loader.add_jmes("experience_years_min", "experienceYears")
        loader.add_jmes("education", "educationRequirements")
        loader.add_jmes("language", "inLanguage")
        loader.add_jmes("location", "jobLocation[].name")
        loader.add_jmes("locations", "jobLocation")
        loader.add_jmes("workplace", "jobLocationType")
        loader.add_jmes("remote_scope", "applicantLocationRequirements", scope)
        loader.add_jmes("salaries", "baseSalary")
        loader.add_jmes("salary_text", "salaryText")
        loader.add_jmes("description_html", "description")
        loader.add_jmes("responsibilities", "responsibilities")
        loader.add_jmes("requirements", "qualifications")
        loader.add_jmes("benefits", "jobBenefits")
        loader.add_jmes("date_posted", "datePosted")
        loader.add_jmes("date_modified", "dateModified")
        loader.add_jmes("valid_through", "validThrough")

    def detail(self, page: Page, row: Any) -> Ask | None:
        """A listing that gives no more than names and addresses leads to the postings' own pages."""
        url = row.get("url")
        return Ask(page.join(url)) if url and not row.get("description") and page.join(url) != page.url else None


def scope(name: str) -> str:
    return country_code(name) or name


class JsonLd(Structured):
    source = "json-ld"

    def nodes(self, root: etree._Element) -> list[dict[str, Any]]:
        return postings_in_scripts(root)


class Microdata(Structured):
    source = "microdata"

    def nodes(self, root: etree._Element) -> list[dict[str, Any]]:
        return postings_in_attributes(root, MICRODATA)


class Rdfa(Structured):
    source = "rdfa"

    def nodes(self, root: etree._Element) -> list[dict[str, Any]]:
        return postings_in_attributes(root, RDFA)


class SchemaOrg(Platform):
    name = "schema_org"
    forms = (JsonLd(), Microdata(), Rdfa())
