"""What no page can beat: a bare Streamlit page with an empty Folium map."""

import streamlit as st
from streamlit_folium import st_folium

from bench.local_map import LocalMap

st.set_page_config(layout="wide")
with st.sidebar:
    is_ticked = st.checkbox("tick")
st.text(f"shown: {is_ticked}")
st_folium(
    LocalMap(location=[22.6, 114.1], zoom_start=10, tiles=None),
    width=1000,
    height=560,
    key="map",
    returned_objects=[],
)
