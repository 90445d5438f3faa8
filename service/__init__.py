"""What is served beside the pages: assets, map documents, basemap tiles, health."""
