"""The browser of the page's tests looks at the review too."""

from tests.page.conftest import looker

__all__ = ["looker"]
