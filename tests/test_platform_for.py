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
    ("https://larkspurmills.bamboohr.com/careers", "bamboohr", "larkspurmills"),
    ("https://LarkspurMills.bamboohr.com/careers/41/detail", "bamboohr", "larkspurmills"),
    ("https://larkspurmills.bamboohr.com/jobs/view.php?id=41", "bamboohr", "larkspurmills"),
    ("https://larkspurmills.bamboohr.com/jobs/embed2.php", "bamboohr", "larkspurmills"),
    ("https://larkspurmills.bamboohr.com/js/embed.js", "bamboohr", "larkspurmills"),
    ("https://larkspurmills.bamboohr.com/login.php", None, None),
    ("https://www.bamboohr.com/careers/", None, None),
    ("https://fjordkaffe.teamtailor.com", "teamtailor", "fjordkaffe"),
    ("https://fjordkaffe.teamtailor.com/jobs/501-roaster-nights?utm_source=x", "teamtailor", "fjordkaffe"),
    ("https://fjordkaffe.na.teamtailor.com/jobs.rss", "teamtailor", "fjordkaffe.na"),
    ("https://www.teamtailor.com/?utm_campaign=poweredby", None, None),
    ("https://tin-and-copper.breezy.hr/p/aa01aa01aa01-tinsmith/apply", "breezy", "tin-and-copper"),
    ("https://tin-and-copper.breezy.hr/json", "breezy", "tin-and-copper"),
    ("https://assets-cdn.breezy.hr/breezy-portal/site.css", None, None),
    ("https://breezy.hr/", None, None),
    ("https://harbourlights.pinpointhq.com/en/postings/0a00", "pinpoint", "harbourlights"),
    ("https://harbourlights.pinpointhq.com/fr/postings.json", "pinpoint", "harbourlights"),
    ("https://www.pinpointhq.com/", None, None),
    ("https://birchbindery.applytojob.com/apply/Kx01abCDeF/Book-Binder", "jazzhr", "birchbindery"),
    ("https://birchbindery.applytojob.com", "jazzhr", "birchbindery"),
    ("https://app.jazz.co/widgets/basic/create/birchbindery", "jazzhr", "birchbindery"),
    ("https://app.jazz.co/feeds/export/jobs/birchbindery", "jazzhr", "birchbindery"),
    ("https://app.jazz.co/login", None, None),
    ("https://jobs.jobvite.com/quarrystone", "jobvite", "quarrystone"),
    ("https://jobs.jobvite.com/careers/QuarryStone/jobs?q=mason", "jobvite", "quarrystone"),
    ("https://jobs.jobvite.com/quarrystone/job/oA1bcdef/apply", "jobvite", "quarrystone"),
    ("https://jobs.jobvite.com/__assets__/scripts/careersite/public/iframe.js", None, None),
    ("https://www.jobvite.com/support/job-seeker-support/?invalid=1", None, None),
    ("https://uscareers-saltmarsh.icims.com", "icims", "uscareers-saltmarsh"),
    ("https://uscareers-saltmarsh.icims.com/jobs/4101/salt-raker/job?in_iframe=1", "icims", "uscareers-saltmarsh"),
    ("https://uscareers-saltmarsh.icims.com/jobs/intro?hashed=-435", "icims", "uscareers-saltmarsh"),
    ("https://cdn02.icims.com/icims/themes/x.css", None, None),
    ("https://www.icims.com/products/", None, None),
    ("https://saltmarsh.jibeapply.com/jobs/89608?lang=en-us", "jibe", "saltmarsh"),
    ("https://career5.successfactors.eu/career?company=IronWharf", "successfactors", "IronWharf@career5.successfactors.eu"),
    ("https://Career44.sapsf.com/career?career_ns=job_listing&company=ironwharf&career_job_req_id=7", "successfactors", "ironwharf@career44.sapsf.com"),
    ("https://career5.successfactors.eu/sfcareer/jobreqcareer?jobId=456251&company=IronWharf", "successfactors", "IronWharf@career5.successfactors.eu"),
    ("https://IronWharf.jobs.hr.cloud.sap/search/?q=", "successfactors", "ironwharf.jobs.hr.cloud.sap"),
    ("https://ironwharf.jobs2web.com", "successfactors", "ironwharf.jobs2web.com"),
    ("https://rmkcdn.successfactors.com/a/b.css", None, None),
    ("https://career5.successfactors.eu/login", None, None),
    ("https://phe.tbe.taleo.net/phe01/ats/careers/v2/searchResults?org=REEDBANK&cws=41", "taleo", "phe01/REEDBANK/41"),
    ("https://phe.tbe.taleo.net/phe01/ats/careers/v2/viewRequisition?cws=41&org=reedbank&rid=17", "taleo", "phe01/REEDBANK/41"),
    ("https://phe.tbe.taleo.net/phe01/ats/careers/requisition.jsp?org=REEDBANK&rid=17", None, None),
    ("https://ReedBank.taleo.net/careersection/ex/jobdetail.ftl?job=R-1&lang=en", "taleo", "reedbank/ex"),
    ("https://reedbank.taleo.net/careersection/2/jobsearch.ftl", "taleo", "reedbank/2"),
    ("https://reedbank.taleo.net/careersection/rest/jobboard/searchjobs?lang=en&portal=101430233", None, None),
    ("https://recruiting.paylocity.com/recruiting/jobs/All/0b7e6f1e-5a64-4c4e-9d0e-3d3f6a2c9a10/Northmoor-Press", "paylocity", "0b7e6f1e-5a64-4c4e-9d0e-3d3f6a2c9a10"),
    ("https://recruiting.paylocity.com/Recruiting/Jobs/All/0B7E6F1E-5A64-4C4E-9D0E-3D3F6A2C9A10", "paylocity", "0b7e6f1e-5a64-4c4e-9d0e-3d3f6a2c9a10"),
    ("https://recruiting.paylocity.com/recruiting/v2/api/feed/jobs/0b7e6f1e-5a64-4c4e-9d0e-3d3f6a2c9a10", "paylocity", "0b7e6f1e-5a64-4c4e-9d0e-3d3f6a2c9a10"),
    ("https://recruiting.paylocity.com/Recruiting/Jobs/Details/4100001/Northmoor-Press/Bookbinder", None, None),
    ("https://recruiting2.ultipro.com/NOR1000NMOOR/JobBoard/0A1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d/?q=&o=postedDateDesc", "ukg", "recruiting2/NOR1000NMOOR/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"),
    ("https://recruiting.ultipro.ca/NOR1000NMOOR/JobBoard/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d/OpportunityDetail?opportunityId=173a7329-3e04-4b96-ba18-bf372d2d7671", "ukg", "recruiting.ultipro.ca/NOR1000NMOOR/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"),
    ("https://northmoor.rec.pro.ukg.net/NOR1000NMOOR/JobBoard/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d", "ukg", "northmoor.rec.pro.ukg.net/NOR1000NMOOR/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"),
    ("https://n22.ultipro.com/login.aspx", None, None),
    ("https://workforcenow.adp.com/mascsr/default/mdf/recruitment/recruitment.html?cid=7d58836c-11dd-4415-9de0-0000000000aa&ccId=9201199024304_2&lang=en_US&selectedMenuKey=CareerCenter", "adp", "7d58836c-11dd-4415-9de0-0000000000aa/9201199024304_2"),
    ("https://workforcenow.adp.com/mascsr/default/mdf/recruitment/recruitment.html?ccId=9201199024304_2&jobId=570001&cid=7d58836c-11dd-4415-9de0-0000000000aa", "adp", "7d58836c-11dd-4415-9de0-0000000000aa/9201199024304_2"),
    ("https://workforcenow.adp.com/mascsr/default/mdf/recruitment/recruitment.html?cid=7d58836c-11dd-4415-9de0-0000000000aa", "adp", "7d58836c-11dd-4415-9de0-0000000000aa/19000101_000001"),
    ("https://workforcenow.adp.com/mascsr/default/careercenter/public/events/staffing/v1/job-requisitions?cid=7d58836c-11dd-4415-9de0-0000000000aa&ccId=9201199024304_2&lang=en_CA", "adp", "7d58836c-11dd-4415-9de0-0000000000aa/9201199024304_2"),
    ("https://workforcenow.adp.com/theme/index.html", None, None),
    ("https://jobs.dayforcehcm.com/en-CA/Northmoor/CANDIDATEPORTAL/jobs/3612", "dayforce", "northmoor/CANDIDATEPORTAL"),
    ("https://jobs.dayforcehcm.com/northmoor/candidateportal", "dayforce", "northmoor/CANDIDATEPORTAL"),
    ("https://www.dayforcehcm.com/api/northmoor/V1/JobFeeds?includeActivePostingOnly=true&internalJobBoardCode=HARBOUR", "dayforce", "northmoor/HARBOUR"),
    ("https://us232.dayforcehcm.com/CandidatePortal/en-US/northmoor/Site/HARBOUR", "dayforce", "northmoor/HARBOUR"),
    ("https://can242.dayforcehcm.com/CandidatePortal/fr-CA/northmoor/Posting/View/9", "dayforce", "northmoor/CANDIDATEPORTAL"),
    ("https://jobs.dayforcehcm.com/api/geo/northmoor/jobposting/search", None, None),
    ("https://jobs.dayforcehcm.com/_next/static/chunk.js", None, None),
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
