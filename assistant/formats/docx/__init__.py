"""The lossless .docx engine: package, reader, writer."""
