"""Pages → who bought what from whom, when and for how much: statements, each with the words it rests on.

`reading` is the way in. Each room imports from those before it alone, as `.importlinter` says: `words`, `labels`;
`pages`; `corrections`, `dates`, `places`; `names`; `money`, `procedure`, `tables`; `fields`; `privacy`, `prose`;
`stages`; `lots`; `bids`, `goods`; `parties`, `price`. A module called after Chinese or Western notices holds what only
those need.

Import what is needed from its module: the patterns of all of them take a third of a second to compile.
"""
