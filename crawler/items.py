"""A posting in schema.org/JobPosting terms; one item is one line of output."""

from dataclasses import dataclass, field

SCHEMA_VERSION = 1


@dataclass(slots=True)
class Posting:
    """One posting, flat, so that many of them are a table.

    ``None`` (in lists: empty) means that the source does not say, never "no". Dates are
    ISO 8601, a date or a date and time with its zone. Every key is in every line of
    output, and the published JSON Schema (``crawler/schema.json``) says the same as this class.
    Terms: https://schema.org/JobPosting
    """

    # Identity
    id: str | None = None  # <platform>:<board>:<native id>; page:<hash of the canonical URL> where a page has none
    url: str | None = None  # where a person reads it
    apply_url: str | None = None
    requisition_id: str | None = None  # the employer's own number
    platform: str | None = None
    board: str | None = None  # the platform's key of the board

    # Who, what
    company: str | None = None  # display name, not the key
    company_url: str | None = None
    title: str | None = None
    department: str | None = None
    team: str | None = None
    employment_type: list[str] = field(default_factory=list)  # FULL_TIME, PART_TIME, CONTRACTOR, TEMPORARY, INTERN, VOLUNTEER, PER_DIEM, OTHER
    seniority: str | None = None  # INTERN, ENTRY, MID, SENIOR, LEAD, MANAGER, DIRECTOR, EXECUTIVE
    experience_years_min: float | None = None  # years
    education: str | None = None  # HIGH_SCHOOL, VOCATIONAL, ASSOCIATE, BACHELOR, MASTER, DOCTORATE: the least that is asked for
    language: str | None = None  # of the text, BCP 47

    # Where
    location: str | None = None  # as printed; several places separated by "; "
    locations: list[dict[str, str | None]] = field(default_factory=list)  # {city, region, country}; country ISO 3166-1 alpha-2
    workplace: str | None = None  # remote (offered at all), hybrid, onsite
    remote_scope: list[str] = field(default_factory=list)  # where a remote worker may live: country codes, US-CA, EMEA, ...

    # Pay, in salary_currency per salary_period; an open end is None
    salary_min: float | None = None
    salary_max: float | None = None
    salary_currency: str | None = None  # ISO 4217
    salary_period: str | None = None  # HOUR, DAY, WEEK, MONTH, YEAR
    salary_basis: str | None = None  # base, total, ote
    salary_annual_min: float | None = None  # same currency; rule: crawler.fields.salary.ANNUAL
    salary_annual_max: float | None = None
    salary_text: str | None = None  # the words that the pay was read from
    salaries: list[dict[str, str | float | None]] = field(default_factory=list)  # every range {min, max, currency, period, basis, label, text}
    equity: bool | None = None  # True where the text offers it
    bonus: bool | None = None

    # Text
    description: str | None = None  # plain text, paragraphs and bullets kept
    description_html: str | None = None  # sanitised
    responsibilities: str | None = None
    requirements: str | None = None
    benefits: str | None = None
    attributes: list[dict[str, str]] = field(default_factory=list)  # the employer's own fields {name, value}, as printed

    # When
    date_posted: str | None = None
    date_posted_bound: str | None = None  # exact, on_or_before ("30+ days ago")
    date_modified: str | None = None
    valid_through: str | None = None

    # Life, written by the store
    status: str | None = None  # open, closed
    first_seen: str | None = None
    last_seen: str | None = None
    changed_at: str | None = None
    closed_at: str | None = None
    content_hash: str | None = None
    duplicate_of: str | None = None  # id of the leading posting
    duplicate_rule: str | None = None
    repost_of: str | None = None  # id of the posting that this one continues: first_seen is that one's

    # Trust
    sources: dict[str, str] = field(default_factory=dict)  # field -> api, json-ld, microdata, rdfa, html, text, board
    flags: list[str] = field(default_factory=list)  # short codes: what is odd about the posting

    schema_version: int = SCHEMA_VERSION
