"""The names that DrawingML has for preset shapes and patterns (ECMA-376 part 1)."""

from __future__ import annotations

GEOMETRIES = frozenset(
    """
    accentBorderCallout1 accentBorderCallout2 accentBorderCallout3 accentCallout1 accentCallout2 accentCallout3
    actionButtonBackPrevious actionButtonBeginning actionButtonBlank actionButtonDocument actionButtonEnd
    actionButtonForwardNext actionButtonHelp actionButtonHome actionButtonInformation actionButtonMovie
    actionButtonReturn actionButtonSound arc bentArrow bentUpArrow bevel blockArc borderCallout1 borderCallout2
    borderCallout3 bracePair bracketPair callout1 callout2 callout3 can chartPlus chartStar chartX chevron chord
    circularArrow cloud cloudCallout corner cornerTabs cube curvedDownArrow curvedLeftArrow curvedRightArrow
    curvedUpArrow decagon diagStripe diamond dodecagon donut doubleWave downArrow downArrowCallout ellipse
    ellipseRibbon ellipseRibbon2 flowChartAlternateProcess flowChartCollate flowChartConnector flowChartDecision
    flowChartDelay flowChartDisplay flowChartDocument flowChartExtract flowChartInputOutput flowChartInternalStorage
    flowChartMagneticDisk flowChartMagneticDrum flowChartMagneticTape flowChartManualInput flowChartManualOperation
    flowChartMerge flowChartMultidocument flowChartOfflineStorage flowChartOffpageConnector flowChartOnlineStorage
    flowChartOr flowChartPredefinedProcess flowChartPreparation flowChartProcess flowChartPunchedCard
    flowChartPunchedTape flowChartSort flowChartSummingJunction flowChartTerminator foldedCorner frame funnel gear6
    gear9 halfFrame heart heptagon hexagon homePlate horizontalScroll irregularSeal1 irregularSeal2 leftArrow
    leftArrowCallout leftBrace leftBracket leftCircularArrow leftRightArrow leftRightArrowCallout
    leftRightCircularArrow leftRightRibbon leftRightUpArrow leftUpArrow lightningBolt line lineInv mathDivide mathEqual
    mathMinus mathMultiply mathNotEqual mathPlus moon noSmoking nonIsoscelesTrapezoid notchedRightArrow octagon
    parallelogram pentagon pie pieWedge plaque plaqueTabs plus quadArrow quadArrowCallout rect ribbon ribbon2
    rightArrow rightArrowCallout rightBrace rightBracket round1Rect round2DiagRect round2SameRect roundRect
    rtTriangle smileyFace snip1Rect snip2DiagRect snip2SameRect snipRoundRect squareTabs star10 star12 star16 star24
    star32 star4 star5 star6 star7 star8 stripedRightArrow sun swooshArrow teardrop trapezoid triangle upArrow
    upArrowCallout upDownArrow upDownArrowCallout uturnArrow verticalScroll wave wedgeEllipseCallout
    wedgeRectCallout wedgeRoundRectCallout
    """.split()  # noqa: SIM905 - a list in quotes is unreadable
)
"""Preset shapes, ST_ShapeType: those of PowerPoint's gallery, and the plain line."""

PATTERNS = frozenset(
    """
    cross dashDnDiag dashHorz dashUpDiag dashVert diagBrick diagCross divot dkDnDiag dkHorz dkUpDiag dkVert dnDiag
    dotDmnd dotGrid horz horzBrick lgCheck lgConfetti lgGrid ltDnDiag ltHorz ltUpDiag ltVert narHorz narVert
    openDmnd pct10 pct20 pct25 pct30 pct40 pct5 pct50 pct60 pct70 pct75 pct80 pct90 plaid shingle smCheck smConfetti
    smGrid solidDmnd sphere trellis upDiag vert wave wdDnDiag wdUpDiag weave zigZag
    """.split()  # noqa: SIM905 - a list in quotes is unreadable
)
"""Preset patterns, ST_PresetPatternVal."""
