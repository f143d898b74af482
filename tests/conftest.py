"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("soat", deadline=None)  # a loaded machine is no failure of what is tested; speed is measured in benchmarks/
settings.load_profile("soat")
