/**
 * The only place where a colour is written down. `web/ui/theme.tsx` turns these into CSS variables (`--k-text`, ...), `Chart`
 * into an ECharts theme, `platform/documents` into the look of paper. One accent; the state colours are for states alone.
 *
 * Of each state: `Text` is readable on `surface` and on its own `Soft`; `Mark` is a shape of at least 3:1 on `surface`.
 */
export const light = {
  canvas: "#fafafb",
  surface: "#ffffff",
  raised: "#ffffff",
  sunken: "#f4f5f7",
  line: "#e7e8ec",
  lineStrong: "#868c98",
  text: "#1b1d22",
  textSoft: "#5b606b",
  accentText: "#3450c4",
  accentSoft: "#eef1fd",
  accentMark: "#4a66e0",
  ours: "#4a66e0",
  theirs: "#5b606b",
  goodText: "#18704a",
  goodSoft: "#e7f5ed",
  goodMark: "#2b9a66",
  warnText: "#8a4f00",
  warnSoft: "#fdf1d9",
  warnMark: "#c27803",
  badText: "#b4232c",
  badSoft: "#fdebec",
  badMark: "#dc3e42",
  calmText: "#5b606b",
  calmSoft: "#f1f2f5",
  calmMark: "#868c98",
} as const

export type TokenName = keyof typeof light
export type Tokens = Readonly<Record<TokenName, string>>

export const dark: Tokens = {
  canvas: "#101113",
  surface: "#17181b",
  raised: "#1e2024",
  sunken: "#1e2024",
  line: "#292b30",
  lineStrong: "#70757f",
  text: "#ecedf0",
  textSoft: "#a4a9b3",
  accentText: "#a3b4ff",
  accentSoft: "#222846",
  accentMark: "#7d93f8",
  ours: "#7d93f8",
  theirs: "#b4b9c3",
  goodText: "#5fcf97",
  goodSoft: "#14291f",
  goodMark: "#34a873",
  warnText: "#f0b64b",
  warnSoft: "#30230c",
  warnMark: "#d79a24",
  badText: "#ff9a98",
  badSoft: "#3a1519",
  badMark: "#e5595d",
  calmText: "#b0b4bd",
  calmSoft: "#25272c",
  calmMark: "#80858f",
}

/** How a state is coloured; always together with a shape or a word. */
export type Tone = "good" | "warn" | "bad" | "calm" | "accent"
