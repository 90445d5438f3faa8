"""Benchmarks: ours beside what a user would otherwise do, as ratios."""
