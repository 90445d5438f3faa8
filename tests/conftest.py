"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# No test is a clock: on a busy machine an example may take any time.
settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")
