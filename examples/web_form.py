"""A small web form: run ``python web_form.py``, then open http://127.0.0.1:8000 in a browser."""

import json
from datetime import date
from html import escape
from urllib.parse import parse_qsl
from wsgiref.simple_server import make_server

import interview_outcome as outcome

PAGE = '<!doctype html><meta charset="utf-8"><title>How did it go?</title>'
STAGES = ("", "phone", "first", "later", "final")
ANSWERS = {"yes": "yes", "no": "no", "": "not known"}


def form() -> str:
    """Show the questions that tell most of what is known on the same evening."""
    stages = "".join(f"<option>{stage}</option>" for stage in STAGES)
    best = [each for each in outcome.ask({}, n=72) if outcome.signals[each.signal].phase != "after"]
    questions = "".join(asked(question) for question in best[:8])
    return (
        f'{PAGE}<form method="post" action="/">'
        f'<p>Which round was it? <select name="stage">{stages}</select>'
        '<p>When was it? <input type="date" name="interviewed_on">'
        f"{questions}<p><button>Score</button></form>"
    )


def asked(question) -> str:
    """Show one question with yes, no and not known."""
    buttons = "".join(
        f'<label><input type="radio" name="{question.signal}" value="{value}">{words}</label> '
        for value, words in ANSWERS.items()
    )
    return f"<p>{escape(question.text)}<br>{buttons}"


def result(checklist: dict[str, str]) -> tuple[str, str]:
    """Give a status and a page for what was sent."""
    try:
        estimate = outcome.score(checklist, on=date.today())
    except outcome.OutcomeError as error:
        problems = "".join(f"<li>{escape(str(each))}" for each in error.problems)
        return "422 Unprocessable Content", f"{PAGE}<ul>{problems}</ul>"
    return "200 OK", PAGE + estimate._repr_html_()


def as_json(body: str) -> tuple[str, str]:
    """Give a status and JSON for a checklist in JSON."""
    try:
        estimate = outcome.score(json.loads(body), on=date.today())
    except outcome.OutcomeError as error:
        problems = [{"path": each.path, "code": each.code, "message": str(each)} for each in error.problems]
        return "422 Unprocessable Content", json.dumps(problems)
    except ValueError:
        return "400 Bad Request", json.dumps([{"message": "This is not JSON."}])
    return "200 OK", estimate.to_json()


def app(environ, start_response):
    """Answer GET / with the form, POST / with a page, POST /score with JSON."""
    kind = "text/html; charset=utf-8"
    length = int(environ.get("CONTENT_LENGTH") or 0)
    body = environ["wsgi.input"].read(length).decode(errors="replace")
    if environ["REQUEST_METHOD"] == "GET":
        status, page = "200 OK", form()
    elif environ["PATH_INFO"] == "/score":
        kind, (status, page) = "application/json", as_json(body)
    else:
        status, page = result(dict(parse_qsl(body)))
    start_response(status, [("Content-Type", kind)])
    return [page.encode()]


if __name__ == "__main__":
    print("http://127.0.0.1:8000")
    make_server("127.0.0.1", 8000, app).serve_forever()
