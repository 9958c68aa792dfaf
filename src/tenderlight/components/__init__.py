"""Products and makers that documents name: model as written, product line, maker, owner; and as what they are named."""
