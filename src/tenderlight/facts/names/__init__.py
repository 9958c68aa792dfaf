"""Names of organisations: where each begins and ends, how several are joined, and which are of persons instead."""
