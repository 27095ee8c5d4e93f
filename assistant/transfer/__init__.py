"""What is carried to another computer: one encrypted file."""
