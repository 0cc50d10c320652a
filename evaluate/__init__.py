"""Quality: what is measured, on which data, against which floor. `python -m evaluate` prints the table."""
