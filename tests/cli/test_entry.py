"""How the command is started."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import pytest


@pytest.mark.parametrize("command", [[sys.executable, "-m", "pipeline"], [f"{sys.prefix}/bin/soat"]])
def test_the_version_is_that_of_the_distribution(command: list[str]) -> None:
    done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"soat {version('soat')}\n"


def test_help_comes_without_loading_what_it_does_not_need() -> None:
    heavy = {"pandas", "pyarrow", "spacy", "morfeusz2", "ahocorasick_rs"}
    code = f"import sys, pipeline.cli.app as a; a.build_app(); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_closed_pipe_is_no_crash() -> None:
    code = f"{sys.executable} -m pipeline rooms --json | head -c 10"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", code], capture_output=True, text=True, check=False)  # noqa: S607
    assert "Traceback" not in done.stderr
