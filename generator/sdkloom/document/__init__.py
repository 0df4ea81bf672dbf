"""The document as written: text, places, references, versions."""
