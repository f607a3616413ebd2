"""The items of the slide deck on looking after helpers that Mellomrom comes from, by their ids."""

from __future__ import annotations

SLIDES = """
A0 A1 A2
B1
C0 C1 C2 C3 C4
D0 D1 D2 D3 D4
E0 E1 E2 E3 E3a E3b E3c
F0 F1 F2 F2a F2b F2c
G0 G1 G2 G3 G4 G5 G6 G7 G8 G9 G10 G11 G12 G13 G14 G15 G16 G17 G18
H0 H1 H1a H1b H1c H2 H2a H2b
I0 I1 I2 I3 I4 I5 I6
J0 J1 J2 J3 J4 J5 J5a J5b
K0 K1 K2 K3 K4 K5 K6
L0 L1 L2 L3
M0 M1a M1b M1c M2 M3a M3b M3c M4 M5a M5b M5c M5d M6 M7
N0 N1a N1b N2 N3 N4 N5 N6
O0 O1 O2 O3 O4 O5 O6 O7
P0 P1 P2
Q1
"""
"""A line a slide. A letter for the slide and a number for the item on it; 0 is its heading."""

ITEMS = frozenset(SLIDES.split())
