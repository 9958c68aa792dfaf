"""A large case, made: documents of many pages, contracts of several documents, claims whose words stand where they say.

    python -m benchmarks.made_case FOLDER [--documents 5000] [--pages 200] [--seed 1]

Each document has about twenty claims; 5,000 documents of 200 pages are 100,000 claims and a million pages, some of them
recognised and some not read. Nothing is drawn at random that is not drawn alike in every run.
"""
