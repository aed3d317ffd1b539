"""What a person sees: the screens, their widgets and styles, and the plain mode."""
