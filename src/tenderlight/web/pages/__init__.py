"""What each page of the desk says."""
