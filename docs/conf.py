"""The manual: Sphinx, MyST-NB, furo. Built by ``python tasks.py manual``; a warning is an error."""

import os
import shutil
import sys
from dataclasses import is_dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))

from generated_pages import write_pages  # noqa: E402

import interview_outcome  # noqa: E402

project = "Interview Outcome"
author = "The Interview Outcome maintainers"
copyright = "2026, the Interview Outcome maintainers"
version = release = interview_outcome.__version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "jupyter_execute", "**/.ipynb_checkpoints", "**/.pytest_cache"]
html_theme = "furo"
html_title = project
html_static_path = ["_static"]
html_css_files = ["manual.css"]
templates_path = []

# `name` in a docstring links where it can, and is plain code where it cannot.
default_role = "py:obj"
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
python_use_unqualified_type_names = True
toc_object_entries_show_parents = "hide"
python_maximum_signature_line_length = 88
napoleon_numpy_docstring = True
napoleon_google_docstring = False
napoleon_use_rtype = False

# No mathematics extension: it would load a typesetter from the network. Formulas are plain text.
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_timeout = 120
nb_execution_raise_on_error = True
nb_execution_show_tb = True
nb_merge_streams = True
# Pages run the command line too: the one that was installed beside this Python.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

# Pages that are made from the package, the evidence and the notebooks, so that they cannot go stale.
write_pages(HERE / "reference", ROOT / "data")
shutil.rmtree(HERE / "notebooks", ignore_errors=True)
shutil.copytree(ROOT / "notebooks", HERE / "notebooks", ignore=shutil.ignore_patterns(".*"))


def setup(app):
    """Show results by their fields: nobody makes them, so how they are made is no news."""
    app.connect("autodoc-process-signature", _without_making)
    app.connect("autodoc-skip-member", _without_aliases)


def _without_making(_app, what, _name, found, *_):
    if what == "class" and (is_dataclass(found) or hasattr(found, "_fields")):
        return "", None
    return None


def _without_aliases(_app, _what, _name, found, *_):
    return True if type(found).__name__ == "_tuplegetter" else None
