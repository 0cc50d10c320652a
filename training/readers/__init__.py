"""How the networks of `headwater.readers` were made."""
