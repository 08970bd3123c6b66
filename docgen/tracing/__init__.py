"""What a page, a sentence or a number rests on, step by step down to the file and the row."""
