"""One screen a file, named for what it shows."""
