"""What is provably true of a script: the solver and the review."""
