"""What tests share: small contents, decks made of them, and what is read back from a deck."""
