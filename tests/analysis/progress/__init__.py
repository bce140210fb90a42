"""Numbers of one goal, and of all: progress, expected progress, status, forecast, sums."""
