"""The stage of a document where no rule tells it, or a wrong one: told by a model from all of its words."""
