"""Text recognition: from the pixels of a page to lines of text with boxes and confidence.

Works on pictures of printed pages and on nothing else. It is given bounded raw pixels, never a file.
"""
