"""Old Word files (.doc, .dot and the .wps of WPS, one OLE container): read only, and turned into a .docx in memory."""
