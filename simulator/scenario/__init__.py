"""The script: its model, its reader, the library, its digest."""
