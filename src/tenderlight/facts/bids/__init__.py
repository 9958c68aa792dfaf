"""Who bid, at what price, with how many points, and at what place."""
