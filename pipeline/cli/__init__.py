"""The command line: one module a command, put together in `app.py`."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line and leave with its exit code: 0 fine, 1 failed, 2 usage, 3 finished with refused inputs."""
    import sys

    from pipeline.cli.app import run_app

    sys.exit(run_app(sys.argv[1:]))
