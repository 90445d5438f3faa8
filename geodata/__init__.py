"""Where things are: datums, districts and gazetteer; knows nothing of parks."""
