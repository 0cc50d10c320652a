"""Pure string rooms: what enters is a string, what leaves are spans into it or numbers.

`sentences` splits, `numbers` and `dates` read values, `names` finds names, `quotes` finds quoted runs, `shingles`
makes fingerprints, `weights` says how telling a word is. Import from the room itself: `from headwater.text.numbers
import quantities`.
"""
