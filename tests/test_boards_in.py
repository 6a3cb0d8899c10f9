"""Boards of known platforms in pages that only embed or link to them."""

import pytest

from crawler.platforms import boards_in

PAGES = [
    ('<a href="https://boards.greenhouse.io/acme">Jobs</a>', [("greenhouse", "acme")]),
    ('<script src="https://boards.greenhouse.io/embed/job_board/js?for=acme"></script>', [("greenhouse", "acme")]),
    ('<script>{"href":"https:\\/\\/jobs.lever.co\\/acme\\/1-2"}</script>', [("lever", "acme")]),
    ('<script>window.leverJobsOptions = {includeCss: true, accountName: "acme-rafts"};</script>', [("lever", "acme-rafts")]),
    ('<script>Board.init({boardToken: "AcmeRafts"})</script>', [("greenhouse", "acmerafts")]),
    ('<div id="BambooHR" data-domain="acme.bamboohr.com" data-version="1.0.0"></div>', [("bamboohr", "acme")]),
    ('<div class="jv-careersite" data-careersite="acme-rafts"></div>', [("jobvite", "acme-rafts")]),
    ("<script>whr_embed(4711, {detail: 'titles'});</script>", [("workable", "4711")]),
    ('<script>widget({"company_code": "AcmeRafts"})</script>', [("smartrecruiters", "acmerafts")]),
    ('<a href="//jobs.lever.co/acme">1</a><a href="https://jobs.lever.co/acme/x">2</a>', [("lever", "acme")]),
    ('<a href="https://www.acme.example/jobs">Jobs</a><p>boardToken</p>', []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), PAGES)
def test_a_page_leads_to_the_boards_that_it_names(html, expected):
    found = [tuple(ref) for ref in boards_in(html)]
    assert [(name, key.lower() if name == "smartrecruiters" else key) for name, key in found] == expected
