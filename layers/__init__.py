"""Tables in, Folium maps out; the only code that knows Folium."""
