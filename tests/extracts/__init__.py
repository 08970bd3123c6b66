"""Parts of decks: their tests, and a program that tells what they cost."""
