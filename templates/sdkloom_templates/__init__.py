"""What sdkloom prints with: templates, and the runtime that every SDK carries."""
