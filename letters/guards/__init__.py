"""Rules that the database keeps even against our own code: what is frozen stays, four eyes, one way to be approved."""
