"""What is installed here and works, what does not, what that costs, and how to mend it."""
