"""The words of the project as types: standard library only; every other room speaks in these."""
