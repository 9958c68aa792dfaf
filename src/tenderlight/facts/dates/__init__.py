"""Days, each with what happened on it; a day left blank stays blank."""
