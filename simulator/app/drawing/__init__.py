"""Drawing with dots: pictures made of characters of one sure width, as plain values that no screen is needed for."""
