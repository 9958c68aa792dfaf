"""Mails and mailboxes, and what is attached to them."""
