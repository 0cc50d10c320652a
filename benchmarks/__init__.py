"""Speed and memory, never in a timed test. `python -m benchmarks` prints the table."""
