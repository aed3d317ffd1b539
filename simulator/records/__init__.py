"""What is kept: the database, its migrations, people, attempts, scripts, solutions."""
