"""An installed soat works from any folder: its knowledge travels in the wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("soat-*.whl"))


def test_the_wheel_holds_every_knowledge_file_and_no_test(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    files = [path for path in (ROOT / "models").rglob("*") if path.suffix in (".toml", ".csv") and "weights" not in path.parts]
    wanted = {f"pipeline/_models/{path.relative_to(ROOT / 'models').as_posix()}" for path in files}
    assert len(wanted) > 20
    assert not wanted - names
    assert not [name for name in names if "weights" in name.split("/")], "weights are a distribution of their own, under other licences"
    assert not [name for name in names if name.startswith(("tests/", "corpora/", "benchmarks/"))]


def test_the_wheel_holds_what_a_page_is_made_of(wheel: Path) -> None:
    folder = ROOT / "pipeline" / "page"
    wanted = {path.relative_to(ROOT).as_posix() for path in folder.rglob("*") if path.suffix in (".html", ".css", ".js", ".toml")}
    assert {Path(name).suffix for name in wanted} == {".html", ".css", ".js", ".toml"}
    assert not wanted - set(zipfile.ZipFile(wheel).namelist())


def test_an_installed_soat_reads_an_article_in_another_folder(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    (tmp_path / "a.txt").write_text("Liczba gmin spad\u0142a z 97 do 41, a liczba wsi o prawie 300, czyli o 12 proc. w 2025 roku.", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from pipeline.knowledge.files import models_folder; "
        "assert models_folder().is_relative_to(Path(sys.argv[1])), models_folder(); "
        "from pipeline.cli.app import run_app; sys.exit(run_app(['check', 'a.txt', '--lang', 'pl']))"
    )
    environment = {**os.environ, "PYTHONPATH": str(target)}
    done = subprocess.run([sys.executable, "-c", code, str(target)], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "from 97 to 41" in done.stdout
