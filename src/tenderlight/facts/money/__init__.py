"""What an entry or a sentence says of money: sums, rates, what stands beside them, and words in place of a price."""
