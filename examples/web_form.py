"""A small web form: run ``python web_form.py``, then open http://127.0.0.1:8000 in a browser."""

import json
from datetime import date
from html import escape
from urllib.parse import parse_qsl
from wsgiref.simple_server import make_server

import interview_outcome as outcome
from interview_outcome.errors import Problem

MOST_BYTES = 20_000  # no checklist is longer
METHODS = {"/": ("GET", "HEAD", "POST"), "/score": ("POST",)}
HTML, JSON, TEXT = "text/html", "application/json", "text/plain"
HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><title>How did it go?</title>'

KEYS = outcome.schema()["properties"]
# Of what can be known on the evening of the interview, what tells most.
EVENING = [
    question.signal
    for question in outcome.ask({}, n=len(outcome.signals))
    if outcome.signals[question.signal].phase != "after"
]
CHOICES = {"stage": ("phone", "first", "later", "final")} | dict.fromkeys(EVENING[:8], ("yes", "no"))
DATES = ("interviewed_on", "contact_by")


def form(given, problems=()):
    """Show every question with its answer, and beside it what is wrong with that."""
    fields = ""
    for key in (*DATES, *CHOICES):
        wrong = "".join(f"<br><strong>{escape(str(each))}</strong>" for each in problems if each.path == key)
        question = escape(KEYS[key]["description"])
        fields += f"<fieldset><legend>{question}</legend>{boxes(key, given.get(key, ''))}{wrong}</fieldset>"
    return f'<form method="post" action="/">{fields}<p><button>Score</button></p></form>'


def boxes(key, answer):
    """Show the boxes of one question; what was answered is ticked or written in."""
    if key in DATES:
        return f'<input type="date" name="{key}" value="{escape(answer)}">'
    words = {"": "not known"} | {choice: choice for choice in CHOICES[key]}
    return "".join(
        f'<label><input type="radio" name="{key}" value="{choice}"{" checked" if choice == answer else ""}>'
        f"{shown}</label> "
        for choice, shown in words.items()
    )


def as_page(body):
    """Answer a form: estimate and advice above it, or the form alone with what is wrong."""
    # A form may send more, such as a token; only its own questions go on.
    fields = [(key, value) for key, value in parse_qsl(body) if key in DATES or key in CHOICES]
    try:
        given = once(fields)
    except ValueError:
        return "400 Bad Request", TEXT, "A question was answered twice."
    today = date.today()
    try:
        advice = outcome.advise(given, on=today)
    except outcome.OutcomeError as error:
        return "422 Unprocessable Content", HTML, HEAD + form(given, error.problems)
    # Advice can be given before an interview, a score cannot: nothing was seen yet.
    ahead = any(remark.code == "ahead" for remark in advice.remarks)
    estimate = "" if ahead else outcome.score(given, on=today)._repr_html_()
    return "200 OK", HTML, HEAD + estimate + advice._repr_html_() + form(given)


def as_json(body):
    """Answer a program: an estimate, or what is wrong with its checklist."""
    try:
        checklist = json.loads(body, object_pairs_hook=once)
    except (ValueError, RecursionError):
        message = "This is no JSON, is nested too deeply, or holds a key twice."
        return "400 Bad Request", JSON, json.dumps([Problem("not_json", "$", None, message).to_dict()])
    try:
        estimate = outcome.score(checklist, on=date.today())
    except outcome.OutcomeError as error:
        return "422 Unprocessable Content", JSON, json.dumps([each.to_dict() for each in error.problems])
    return "200 OK", JSON, estimate.to_json()


def once(pairs):
    """Make a dictionary; of a key that comes twice nobody knows which one is meant."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def answer(environ):
    """Give a status, a kind and a text for a request."""
    method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
    if path not in METHODS:
        return "404 Not Found", TEXT, "There is no such page."
    if method not in METHODS[path]:
        return "405 Method Not Allowed", TEXT, f"Allowed here: {', '.join(METHODS[path])}."
    if method != "POST":
        return "200 OK", HTML, HEAD + form({})
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal():
        return "400 Bad Request", TEXT, "The length of what was sent is no number."
    if len(length) > 9 or int(length) > MOST_BYTES:
        return "413 Content Too Large", TEXT, f"At most {MOST_BYTES:,} bytes are taken."
    body = environ["wsgi.input"].read(int(length)).decode(errors="replace")
    return as_json(body) if path == "/score" else as_page(body)


def app(environ, start_response):
    """Answer GET / with the form, POST / with the form and a result, POST /score with JSON."""
    status, kind, text = answer(environ)
    body = text.encode()
    headers = [("Content-Type", f"{kind}; charset=utf-8"), ("Content-Length", str(len(body)))]
    if status.startswith("405"):
        headers.append(("Allow", ", ".join(METHODS[environ["PATH_INFO"]])))
    start_response(status, headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


if __name__ == "__main__":
    print("http://127.0.0.1:8000")
    make_server("127.0.0.1", 8000, app).serve_forever()
