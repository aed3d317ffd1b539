"""One widget a file; they post messages up and know no screen."""
