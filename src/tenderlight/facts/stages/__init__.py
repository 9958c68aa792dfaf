"""Which stage a document stands at: intention, tender, award, contract, correction, cancellation, acceptance."""
