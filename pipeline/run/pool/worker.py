"""A worker: does the tasks that it is sent, and says where it is."""

from __future__ import annotations

import socket
import traceback

from pipeline.annotate.threads import one_thread
from pipeline.config import RunConfig
from pipeline.errors import SoatError
from pipeline.run.desk import Desk
from pipeline.run.pool.beat import Beat
from pipeline.run.pool.wire import Wire
from pipeline.run.tasks import Task, work_on
from pipeline.run.watch import Care


def serve(config: RunConfig, end: socket.socket, page: int) -> None:
    """Do tasks until the supervisor hangs up."""
    one_thread()
    wire, beat, desk = Wire(end), Beat(page), Desk(config)
    try:
        while True:
            for message in wire.heard():
                beat.task += 1
                wire.send(_answer(message, desk, beat))
    except (EOFError, OSError):
        return


def _answer(message: dict[str, object], desk: Desk, beat: Beat) -> dict[str, object]:
    verdicts = {int(number): tuple(verdict) for number, verdict in message["verdicts"].items()}  # type: ignore[attr-defined]
    try:
        work_on(Task(*message["task"]), desk, Care(beat, verdicts, bool(message["alone"])))  # type: ignore[misc]
    except SoatError as error:
        return {"failed": str(error)}
    except Exception:  # noqa: BLE001 - a fault of ours outside any article: the supervisor ends the run with it
        return {"broken": traceback.format_exc()}
    finally:
        beat.idle()
    return {"done": message["task"]}
