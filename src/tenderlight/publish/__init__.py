"""What leaves the machine: tables and static pages."""
