"""How each shipped model was made: one package a model, each run with `python -m training.NAME`."""
