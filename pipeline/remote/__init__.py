"""Storage that is named by a URL (`s3://`, `gs://`, `hdfs://`, `file://`, `memory://` ...) and reached through fsspec."""

from pipeline.remote.files import RemoteFile, answering, remote_files
from pipeline.remote.folder import RemoteFolder
from pipeline.remote.urls import is_url, why_no_url

__all__ = ["RemoteFile", "RemoteFolder", "answering", "is_url", "remote_files", "why_no_url"]
