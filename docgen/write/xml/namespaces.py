"""The XML namespaces and extension ids of a presentation's parts."""

from __future__ import annotations

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWING_2014 = "http://schemas.microsoft.com/office/drawing/2014/main"
POWERPOINT_2010 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
HYPERLINK_COLOUR = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"
DECORATIVE_2017 = "http://schemas.microsoft.com/office/drawing/2017/decorative"
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"

# What every presentation part declares on its root element.
ROOT = f'xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}" xmlns:p="{PRESENTATION}"'

# Ids of the extension elements, as [MS-ODRAWXML] and [MS-PPTX] list them.
SHAPE_IDENTITY = "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"
SLIDE_IDENTITY = "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
LINK_COLOUR = "{A12FA001-AC4F-418D-AE19-62706E023703}"
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
SVG_PICTURE = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
