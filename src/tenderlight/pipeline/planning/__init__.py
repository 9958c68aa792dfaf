"""What a run would have to do, said beforehand: `tenderlight plan`."""
