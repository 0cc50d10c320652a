"""How the relation judge and the sentence embeddings of `headwater.readers` were made: `python -m training.relations`."""
