import type { Tokens } from "#ui/tokens"

const font = 'system-ui, -apple-system, "Segoe UI", Inter, Roboto, "Noto Sans", sans-serif'

/** The look every picture starts from: hairlines, quiet words, the accent first. */
export const chartTheme = (tokens: Tokens) => {
  const axis = {
    axisLine: { lineStyle: { color: tokens.line } },
    axisTick: { show: false },
    axisLabel: { color: tokens.textSoft, fontSize: 11 },
    splitLine: { lineStyle: { color: tokens.line, width: 1 } },
    nameTextStyle: { color: tokens.textSoft, fontSize: 11 },
  }
  return {
    color: [tokens.ours, tokens.theirs, tokens.goodMark, tokens.warnMark, tokens.badMark],
    backgroundColor: "transparent",
    textStyle: { fontFamily: font, color: tokens.text },
    categoryAxis: { ...axis, splitLine: { show: false } },
    timeAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    line: { symbol: "none", lineStyle: { width: 1.75 } },
    legend: { textStyle: { color: tokens.textSoft, fontSize: 12 }, icon: "roundRect", itemWidth: 10, itemHeight: 10 },
    tooltip: {
      backgroundColor: tokens.raised,
      borderColor: tokens.line,
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: tokens.text, fontSize: 12, fontFamily: font },
      // Drawn on the canvas: ECharts' HTML tooltips carry inline styles, which the content security policy refuses.
      renderMode: "richText",
      confine: true,
    },
  }
}
