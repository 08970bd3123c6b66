"""``python -m docgen``: the commands where the program ``docgen`` is not on the path."""

from docgen.cli import main

if __name__ == "__main__":
    main(prog_name="docgen")
