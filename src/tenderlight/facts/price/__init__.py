"""Which of all sums is the price: amounts by kind, totals that prove themselves, figures against each other."""
