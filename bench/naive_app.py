"""The usual way: a marker with a popup each, the map rebuilt at each change."""

import os

import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

import folium

from bench.local_map import LocalMap

st.set_page_config(layout="wide")
parks = pd.read_csv(os.environ["BENCH_TABLE"], encoding="utf-8-sig")
parks = parks.head(int(st.query_params.get("first", len(parks))))
with st.sidebar:
    chosen = st.multiselect("辖区", parks["辖区"].unique())
shown = parks[parks["辖区"].isin(chosen)] if chosen else parks
atlas = LocalMap(location=[22.6, 114.1], zoom_start=10, tiles=None)
for park in shown.to_dict("records"):
    text = f"{park['园区名称']}<br>{park['辖区']} {park['片区']}<br>{park['产业方向']}"
    folium.Marker(
        [park["纬度"], park["经度"]], popup=folium.Popup(text, max_width=300)
    ).add_to(atlas)
st_folium(atlas, width=1000, height=560)
