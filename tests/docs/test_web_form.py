"""The web form of the manual answers every request, whatever is sent to it, and gives nothing back unescaped."""

import datetime as dt
import io
import json
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import pytest

import interview_outcome as outcome

sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))

import web_form

TODAY = "2026-11-25"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    class Day(dt.date):
        @classmethod
        def today(cls):
            return dt.date.fromisoformat(TODAY)

    monkeypatch.setattr(web_form, "date", Day)


def send(method, path, body=b"", length=None, app=web_form.app):
    """Send a request; give status, headers and text."""
    body = body.encode() if isinstance(body, str) else body
    sent, environ = [], {}
    setup_testing_defaults(environ)
    length = str(len(body)) if length is None else length
    environ |= {"REQUEST_METHOD": method, "PATH_INFO": path, "CONTENT_LENGTH": length, "QUERY_STRING": ""}
    environ["wsgi.input"] = io.BytesIO(body)
    found = app(environ, lambda status, headers, *_: sent.extend([status, dict(headers)]))
    text = b"".join(found).decode()
    getattr(found, "close", bool)()
    return sent[0], sent[1], text


class Answered(HTMLParser):
    """The answers that a page holds, and its text."""

    def __init__(self, page):
        super().__init__()
        self.given, self.text, self.tags = {}, [], set()
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.add(tag)
        if tag == "input" and given["value"] and ("checked" in given or given["type"] == "date"):
            self.given[given["name"]] = given["value"]

    def handle_data(self, data):
        self.text.append(data)


def test_the_form_asks_for_the_round_the_days_and_what_tells_most():
    status, headers, page = send("GET", "/")
    assert status == "200 OK"
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    questions = [text for text in Answered(page).text if text.endswith("?") and text != "How did it go?"]
    described = outcome.schema()["properties"]
    assert questions == [described[key]["description"] for key in (*web_form.DATES, *web_form.CHOICES)]
    assert len(questions) == 11


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/"), ("HEAD", "/"), ("POST", "/"), ("PUT", "/"), ("GET", "/x")]
)
def test_it_keeps_to_the_rules_of_wsgi(method, path):
    assert send(method, path, b"stage=final", app=validator(web_form.app)) == send(
        method, path, b"stage=final"
    )


def test_a_head_is_a_get_without_its_body():
    status, headers, page = send("HEAD", "/")
    assert (status, page) == ("200 OK", "")
    assert headers == send("GET", "/")[1]


def test_an_answered_form_shows_estimate_and_advice_and_keeps_the_answers():
    given = {"stage": "final", "interviewed_on": "2026-11-16", "test_passed": "yes"}
    status, _, page = send("POST", "/", urlencode(given | {"contact_by": "", "csrf_token": "5f2c"}))
    assert status == "200 OK"
    assert outcome.score(given, on=TODAY)._repr_html_() in page
    assert outcome.advise(given, on=TODAY)._repr_html_() in page
    assert Answered(page).given == given


def test_an_interview_that_lies_ahead_gets_advice_and_no_score():
    status, _, page = send("POST", "/", "interviewed_on=2026-12-24")
    assert status == "200 OK"
    assert outcome.advise({"interviewed_on": "2026-12-24"}, on=TODAY)._repr_html_() in page
    assert "Likelihood of an offer" not in page


def test_a_refused_form_keeps_its_answers_and_says_beside_each_what_is_wrong():
    given = {
        "interviewed_on": "2026-12-24",
        "contact_by": "2026-13-01",
        "test_passed": "yes",
        "stage": "last",
    }
    status, _, page = send("POST", "/", urlencode(given))
    assert status.startswith("422")
    kept = {key: value for key, value in given.items() if key != "stage"}
    assert Answered(page).given == kept
    with pytest.raises(outcome.OutcomeError) as caught:
        outcome.advise(given, on=TODAY)
    assert {each.path for each in caught.value.problems} == {"interviewed_on", "contact_by", "stage"}
    for each in caught.value.problems:
        field = next(part for part in page.split("<fieldset>") if f'name="{each.path}"' in part)
        assert str(each) in Answered(field).text


def test_a_day_that_lies_ahead_is_told_beside_its_box():
    _, _, page = send("POST", "/", "interviewed_on=2026-12-24&test_passed=yes")
    field = next(part for part in page.split("<fieldset>") if 'name="interviewed_on"' in part)
    assert "interviewed_on is 2026-12-24, after 2026-11-25, the day of the question" in field


def test_nothing_that_was_sent_comes_back_unescaped():
    script = "\"'><script>alert(1)</script>"
    fields = dict.fromkeys((*web_form.DATES, *web_form.CHOICES, script, "csrf_token"), script)
    status, _, page = send("POST", "/", urlencode(fields))
    assert status.startswith("422")
    assert "script" not in Answered(page).tags
    assert "<script" not in page
    assert set(Answered(page).given.values()) == {script}


@pytest.mark.parametrize(
    ("method", "path", "body", "length", "status"),
    [
        ("GET", "/admin", "", None, "404"),
        ("POST", "//", "", None, "404"),
        ("PUT", "/", "", None, "405"),
        ("DELETE", "/", "", None, "405"),
        ("GET", "/score", "", None, "405"),
        ("HEAD", "/score", "", None, "405"),
        ("POST", "/", "", "abc", "400"),
        ("POST", "/", "", "-1", "400"),
        ("POST", "/score", "{}", "²", "400"),
        ("POST", "/", "test_passed=" + "y" * 100_000, None, "413"),
        ("POST", "/score", "[" * 100_000, None, "413"),
        ("POST", "/", "", "9" * 5000, "413"),
        ("POST", "/", "test_passed=yes&test_passed=no", None, "400"),
        ("POST", "/", "csrf_token=1&csrf_token=2", None, "200"),
        ("POST", "/", b"\xff\xfe\x00%00=%ff&test_passed=%00", None, "422"),
        ("POST", "/", "", "", "200"),
        ("POST", "/score", "", "", "400"),
        ("POST", "/score", "[" * 9_000, None, "400"),
        ("POST", "/score", '{"a":' * 4_000, None, "400"),
        ("POST", "/score", '{"test_passed": ' + "[" * 400 + "]" * 400 + "}", None, "422"),
        ("POST", "/score", '{"test_passed": true, "test_passed": false}', None, "400"),
        ("POST", "/score", "9" * 5000, None, "400"),
        ("POST", "/score", b"\xff", None, "400"),
        ("POST", "/score", "[]", None, "422"),
        ("POST", "/score", '{"\\ud800": "\\ud800", "praised": 1e999}', None, "422"),
        ("POST", "/score", "{}", None, "200"),
    ],
)
def test_every_request_is_answered(method, path, body, length, status):
    found, headers, text = send(method, path, body, length)
    assert found.startswith(status)
    assert headers["Content-Length"] == str(len(text.encode())) or method == "HEAD"
    assert len(text) < 30_000
    if status == "405":
        assert method not in headers["Allow"].split(", ")


def test_a_program_gets_the_estimate_or_problems_as_data():
    checklist = {"stage": "final", "interviewed_on": "2026-11-16"}
    status, headers, text = send("POST", "/score", json.dumps(checklist))
    assert (status, headers["Content-Type"]) == ("200 OK", "application/json; charset=utf-8")
    assert json.loads(text) == outcome.score(checklist, on=TODAY).to_dict()
    (problem,) = json.loads(send("POST", "/score", '{"interviewed_on": "2026-12-24"}')[2])
    assert (problem["code"], problem["path"], problem["value"]) == (
        "date_order",
        "interviewed_on",
        "2026-12-24",
    )
    (problem,) = json.loads(send("POST", "/score", "{")[2])
    assert (problem["code"], problem["path"]) == ("not_json", "$")
