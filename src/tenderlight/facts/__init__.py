"""Pages → who bought what from whom, when and for how much: statements, each with the words it rests on.

Import what is needed from its module: the patterns of all of them take a third of a second to compile.
"""
