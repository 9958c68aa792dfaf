"""Words about private persons, found so that they are never claims and can be blacked out."""
