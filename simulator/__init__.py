"""Coolhead: a flight simulator for difficult customers."""
