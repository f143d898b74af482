import hashlib
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent.parent / "benchmarks"
FROZEN = {
    "injection.py": "9537a04840cbf972115ac2b07a04d9c5c3531c219185e08d9902772b34cc1e75",
    "witnesses.py": "846a94efc160f42d50fc65cf4da31efd7f8d564336ba8fca802778a8d30a6502",
}


@pytest.mark.parametrize("name", FROZEN)
def test_the_generator_of_errors_is_the_one_written_before_the_checks(name: str) -> None:
    assert hashlib.sha256((BENCHMARKS / name).read_bytes()).hexdigest() == FROZEN[name]
