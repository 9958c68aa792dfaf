"""Lists of sanctioned, controlled or debarred parties: read whole, kept by hash, compared from snapshot to snapshot."""
