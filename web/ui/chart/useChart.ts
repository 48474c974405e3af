import { type RefObject, useEffect, useRef, useState } from "react"
import type { Tokens } from "#ui/tokens"
import type { ECharts, EChartsCoreOption } from "./engine.ts"
import { chartTheme } from "./theme.ts"

const engine = () => import("./engine.ts")

/** A picture that nobody scrolls to is not drawn, and what draws it not fetched. */
const nearPx = "400px"

type Stage = "far" | "fetching" | "drawn" | "failed"

/** Draws an option into a box once the engine has arrived, keeps it fitting, and lets go of it. */
export const useChart = (
  box: RefObject<HTMLDivElement | null>,
  option: (tokens: Tokens) => EChartsCoreOption,
  tokens: Tokens,
  onReady: ((chart: ECharts) => void) | undefined,
) => {
  const chart = useRef<ECharts>(undefined)
  const tell = useRef(onReady)
  tell.current = onReady
  const wanted = useRef(option)
  wanted.current = option
  const [stage, setStage] = useState<Stage>("far")
  const isNear = stage !== "far"

  useEffect(() => {
    const near = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return
        near.disconnect()
        setStage("fetching")
      },
      { rootMargin: nearPx },
    )
    if (box.current) near.observe(box.current)
    return () => near.disconnect()
  }, [box])

  // Once near, always drawn: a theme that changes while the engine is on its way must not wait to be scrolled to again.
  useEffect(() => {
    if (!isNear) return
    let isGone = false
    const fit = new ResizeObserver(() => chart.current?.resize())
    const draw = ({ init }: Awaited<ReturnType<typeof engine>>) => {
      if (isGone || !box.current) return
      chart.current = init(box.current, chartTheme(tokens))
      chart.current.setOption({ animation: false, ...wanted.current(tokens) })
      fit.observe(box.current)
      tell.current?.(chart.current)
      setStage("drawn")
    }
    engine().then(draw, () => isGone || setStage("failed"))
    return () => {
      isGone = true
      fit.disconnect()
      chart.current?.dispose()
      chart.current = undefined
    }
  }, [box, tokens, isNear])

  useEffect(() => {
    chart.current?.setOption({ animation: false, ...option(tokens) }, { notMerge: true })
  }, [option, tokens])

  const renderSvg = async (): Promise<string> => {
    const { init } = await engine()
    const { clientWidth: width, clientHeight: height } = box.current ?? { clientWidth: 800, clientHeight: 400 }
    const paper = init(null, chartTheme(tokens), { renderer: "svg", ssr: true, width, height })
    paper.setOption({ animation: false, ...option(tokens) })
    const svg = paper.renderToSVGString()
    paper.dispose()
    return svg
  }

  return { chart: () => chart.current, stage, renderSvg }
}
