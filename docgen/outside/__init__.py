"""Files that come from outside (templates, decks, workbooks, pictures), read within bounds.

In comes a file that anybody may have made; out go its parts, judged, or a DocgenError that names the place.

bounds   the table of bounds: how much a file may hold
zips     a zip, judged by its list of entries before anything is unpacked
pictures what of a picture a deck takes: png, jpeg and svg judge theirs, decoding turns and converts by Pillow
xml      XML without document types, entities and fetching
package  the parts of a file of Office, their types and what they refer to; part_kinds: which type each kind has
"""
