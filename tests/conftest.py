"""What pytest leaves alone: programs beside the tests."""

collect_ignore = ["golden.py"]
