"""What good is: the principles, what showing and breaking them is worth, scores and fair order."""
