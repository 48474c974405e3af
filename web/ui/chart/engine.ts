/**
 * The parts of ECharts that our pictures use, loaded as one file when the first picture comes into a page. A picture
 * that needs another series or component adds it here.
 */
import { BarChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts"
import {
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from "echarts/components"
import { init, use } from "echarts/core"
import { LabelLayout } from "echarts/features"
import { CanvasRenderer, SVGRenderer } from "echarts/renderers"

use([BarChart, HeatmapChart, LineChart, ScatterChart])
use([GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapComponent])
use([LabelLayout, CanvasRenderer, SVGRenderer])

export type { ECharts, EChartsCoreOption } from "echarts/core"
export { init }
