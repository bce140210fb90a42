"""The tests, file for file as the package."""
