"""What files say of themselves beside their pages: authors, programs, times. Bounded, and believed by nobody."""
