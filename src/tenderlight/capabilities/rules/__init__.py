"""What a capability needs beyond patterns of senses."""
