"""Which platform and which board an address belongs to: pages, single postings, embeds, APIs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.platforms import PLATFORMS, boards_in, platform_for

ADDRESSES = [
    ("https://boards.greenhouse.io/acmerobotics", "greenhouse", "acmerobotics"),
    ("https://job-boards.greenhouse.io/AcmeRobotics/jobs/4101?gh_src=x", "greenhouse", "acmerobotics"),
    ("https://job-boards.eu.greenhouse.io/acmegmbh?page=2", "greenhouse", "acmegmbh"),
    ("https://boards.eu.greenhouse.io/acmegmbh/jobs/4101", "greenhouse", "acmegmbh"),
    ("https://boards.greenhouse.io/embed/job_board?for=acmerobotics&b=https%3A%2F%2Facme.example", "greenhouse", "acmerobotics"),
    ("https://boards.greenhouse.io/embed/job_board/js?for=acmerobotics", "greenhouse", "acmerobotics"),
    ("https://job-boards.greenhouse.io/embed/job_app?token=4101&for=acmerobotics", "greenhouse", "acmerobotics"),
    ("https://boards-api.greenhouse.io/v1/boards/acmerobotics/jobs?content=true", "greenhouse", "acmerobotics"),
    ("https://boards-api.greenhouse.io/v1/boards/acmerobotics/jobs/4101", "greenhouse", "acmerobotics"),
    ("https://boards.greenhouse.io/embed/job_app?token=4101", None, None),
    ("https://www.greenhouse.io/blog", None, None),
    ("https://job-boards.cdn.greenhouse.io/assets/entry.js", None, None),
    ("https://jobs.lever.co/acme-clocks", "lever", "acme-clocks"),
    ("https://jobs.lever.co/acme-clocks/0a1b2c3d-0000-4000-8000-000000000001/apply?lever-source=x", "lever", "acme-clocks"),
    ("https://jobs.eu.lever.co/Kuckuck", "lever", "Kuckuck@eu"),
    ("https://api.lever.co/v0/postings/acme-clocks?mode=json", "lever", "acme-clocks"),
    ("https://api.eu.lever.co/v0/postings/Kuckuck/0a1b2c3d-0000-4000-8000-000000000001", "lever", "Kuckuck@eu"),
    ("https://www.lever.co/customers", None, None),
    ("https://jobs.ashbyhq.com/LanternQuay", "ashby", "LanternQuay"),
    ("https://jobs.ashbyhq.com/Tidepool%20Robotics/11111111-2222-4333-8444-000000000001/application", "ashby", "Tidepool Robotics"),
    ("https://jobs.ashbyhq.com/LanternQuay/embed?version=2", "ashby", "LanternQuay"),
    ("https://api.ashbyhq.com/posting-api/job-board/arch.example?includeCompensation=true", "ashby", "arch.example"),
    ("https://jobs.ashbyhq.com/api/non-user-graphql?op=ApiJobPosting", None, None),
    ("https://www.ashbyhq.com/", None, None),
    ("https://northmoor.wd3.myworkdayjobs.com/Careers_Site", "workday", "northmoor.wd3/Careers_Site"),
    ("https://Northmoor.wd3.myworkdayjobs.com/en-US/Careers_Site/job/Leeds/Bog-Pilot_R-105", "workday", "northmoor.wd3/Careers_Site"),
    ("https://northmoor.wd3.myworkdayjobs.com/zh-Hans-CN/Careers_Site?q=bog", "workday", "northmoor.wd3/Careers_Site"),
    ("https://northmoor.wd103.myworkdayjobs.com/wday/cxs/northmoor/Careers_Site/jobs", "workday", "northmoor.wd103/Careers_Site"),
    ("https://northmoor.wd3.myworkdayjobs.com/wday/cxs/northmoor/Careers_Site/job/Leeds/Bog-Pilot_R-105", "workday", "northmoor.wd3/Careers_Site"),
    ("https://wd5.myworkdaysite.com/recruiting/skerry/Ferries", "workday", "skerry.wd5/Ferries"),
    ("https://wd5.myworkdaysite.com/en-US/recruiting/skerry/Ferries/job/Remote/Ferry-Clerk_FC-9", "workday", "skerry.wd5/Ferries"),
    ("https://wd5.myworkdaysite.com/wday/cxs/skerry/Ferries/jobs", "workday", "skerry.wd5/Ferries"),
    ("https://northmoor.wd3.myworkdayjobs.com/", None, None),
    ("https://northmoor.wd3.myworkdayjobs.com/en-US", None, None),
    ("https://northmoor.wd3.myworkdayjobs.com/robots.txt", None, None),
    ("https://careers.smartrecruiters.com/AcmeKites", "smartrecruiters", "acmekites"),
    ("https://jobs.smartrecruiters.com/AcmeKites/744000140949875-kite-tester?oga=true", "smartrecruiters", "acmekites"),
    ("https://jobs.smartrecruiters.com/oneclick-ui/company/AcmeKites/publication/7bac11b3", "smartrecruiters", "acmekites"),
    ("https://api.smartrecruiters.com/v1/companies/AcmeKites/postings?limit=100", "smartrecruiters", "acmekites"),
    ("https://www.smartrecruiters.com/product", None, None),
    ("https://apply.workable.com/halfmoon-coffee/", "workable", "halfmoon-coffee"),
    ("https://apply.workable.com/halfmoon-coffee/j/AAAA000001/", "workable", "halfmoon-coffee"),
    ("https://apply.workable.com/api/v1/widget/accounts/halfmoon-coffee?details=true", "workable", "halfmoon-coffee"),
    ("https://apply.workable.com/api/v3/accounts/halfmoon-coffee/jobs", "workable", "halfmoon-coffee"),
    ("https://www.workable.com/api/accounts/halfmoon-coffee?details=true", "workable", "halfmoon-coffee"),
    ("https://halfmoon-coffee.workable.com/jobs/1234", "workable", "halfmoon-coffee"),
    ("https://apply.workable.com/j/AAAA000001", None, None),
    ("https://www.workable.com/assets/embed.js", None, None),
    ("https://oakandash.recruitee.com", "recruitee", "oakandash"),
    ("https://oakandash.recruitee.com/o/wood-turner/c/new", "recruitee", "oakandash"),
    ("https://oakandash.recruitee.com/api/offers/", "recruitee", "oakandash"),
    ("https://docs.recruitee.com/docs/feed", None, None),
    ("https://glocken-hell.jobs.personio.de/?language=en", "personio", "glocken-hell"),
    ("https://glocken-hell.jobs.personio.com/job/31?language=de#apply", "personio", "glocken-hell"),
    ("https://glocken-hell.jobs.personio.de/xml", "personio", "glocken-hell"),
    ("https://www.personio.de/ueber-uns", None, None),
    ("https://www.acme.example/careers?next=https://jobs.lever.co/acme-clocks", None, None),
    ("mailto:jobs@lever.co", None, None),
    ("https://[broken", None, None),
    ("", None, None),
    ("https://fa-abcd-saasfaprod1.fa.ocs.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_2", "oracle", "fa-abcd-saasfaprod1.fa.ocs/CX_2"),
    ("https://abcd.fa.em2.oraclecloud.com/hcmUI/CandidateExperience/fr/sites/cx/requisitions?mode=location", "oracle", "abcd.fa.em2/CX"),
    ("https://abcd.fa.em2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/Canal-Careers/job/3101", "oracle", "abcd.fa.em2/Canal-Careers"),
    ("https://abcdef.fa.ocs.oraclecloud.eu/hcmUI/CandidateExperience/en/sites/CX_1/jobs", "oracle", "abcdef.fa.ocs.oraclecloud.eu/CX_1"),
    ("https://abcd.fa.us2.oraclecloud.com:443/hcmRestApi/resources/latest/recruitingCEJobRequisitions?onlyData=true&finder=findReqs;siteNumber=CX_1,limit=25", "oracle", "abcd.fa.us2/CX_1"),
    ("https://abcd.fa.us2.oraclecloud.com/hcmUI/faces/FuseWelcome", None, None),
    ("https://www.oraclecloud.com/", None, None),
    ("https://ats.rippling.com/lantern-quay/jobs", "rippling", "lantern-quay"),
    ("https://ats.rippling.com/en-GB/Lantern-Quay/jobs/3c36e9c8-1bee-45a2-94fe-09f10ccbe10f?x=1", "rippling", "lantern-quay"),
    ("https://ats.us1.rippling.com/gs/jobs", "rippling", "gs"),
    ("https://ats.rippling.com/embed/lantern-quay/jobs?s=https%3A%2F%2Facme.example", "rippling", "lantern-quay"),
    ("https://ats.rippling.com/lantern-quay", "rippling", "lantern-quay"),
    ("https://api.rippling.com/platform/api/ats/v2/board/lantern-quay/jobs?page=1", "rippling", "lantern-quay"),
    ("https://www.rippling.com/products/ats", None, None),
    ("https://northmoor.eightfold.ai/careers?pid=42000001&domain=northmoor.example", "eightfold", "northmoor"),
    ("https://northmoor.eightfold.ai/careers/job/42000001", "eightfold", "northmoor"),
    ("https://Northmoor.eightfold.ai/api/apply/v2/jobs?domain=northmoor.example&start=10", "eightfold", "northmoor"),
    ("https://eightfold.ai/products/", None, None),
    ("https://static.eightfold.ai/images/logo.png", None, None),
]


@pytest.mark.parametrize(("url", "platform", "key"), ADDRESSES)
def test_an_address_belongs_to_a_board_or_to_none(url, platform, key):
    found = platform_for(url)
    assert (found and (found[0].name, found[1])) == (platform and (platform, key))


@pytest.mark.parametrize(("url", "platform", "key"), [row for row in ADDRESSES if row[1]])
def test_where_a_board_begins_belongs_to_the_board(url, platform, key):
    asks = PLATFORMS[platform].starts(key)
    assert asks
    for address in [*(ask.url for ask in asks), PLATFORMS[platform].board_url(key)]:
        found = platform_for(address)
        assert found is not None
        assert found[0].name == platform
        assert found[1].removesuffix("@eu") == key.removesuffix("@eu")


def test_a_page_names_the_boards_that_it_links_to_once_each():
    html = """<a href="https://jobs.lever.co/acme-clocks/1">One</a> <a href="https://jobs.lever.co/acme-clocks/2">Two</a>
    <iframe src="//boards.greenhouse.io/embed/job_board?for=acmerobotics&amp;b=x"></iframe>
    <script>{"url":"https:\\/\\/northmoor.wd3.myworkdayjobs.com\\/Careers_Site"}</script>"""
    assert [(ref.platform, ref.key) for ref in boards_in(html)] == [
        ("lever", "acme-clocks"), ("greenhouse", "acmerobotics"), ("workday", "northmoor.wd3/Careers_Site"),
    ]  # fmt: skip


@given(st.text(max_size=200))
def test_no_text_breaks_the_search_for_boards(text):
    platform_for(text)
    platform_for(f"https://jobs.lever.co/{text}")
    list(boards_in(f'<a href="https://apply.workable.com/{text}">'))
