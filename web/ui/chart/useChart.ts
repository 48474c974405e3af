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
  // It stays known while something beside it waits for its texts and both are hidden: nothing would draw it afterwards.
  const there = useRef<HTMLDivElement>(undefined)
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
    there.current = box.current ?? undefined
    if (box.current) near.observe(box.current)
    return () => near.disconnect()
  }, [box])

  // Once near, always drawn: a theme that changes while the engine is on its way must not wait to be scrolled to again.
  useEffect(() => {
    if (!isNear) return
    let isGone = false
    let fit: ResizeObserver | undefined
    const draw = ({ init }: Awaited<ReturnType<typeof engine>>, element: HTMLDivElement) => {
      chart.current = init(element, chartTheme(tokens))
      chart.current.setOption({ animation: false, ...wanted.current(tokens) })
      tell.current?.(chart.current)
      setStage("drawn")
    }
    // Told of at once, or as soon as it is shown: what is hidden has no size to draw into.
    const drawOnceShown = (ready: Awaited<ReturnType<typeof engine>>) => {
      const element = there.current
      if (isGone || !element) return
      fit = new ResizeObserver(() => (chart.current ? chart.current.resize() : draw(ready, element)))
      fit.observe(element)
    }
    engine().then(drawOnceShown, () => isGone || setStage("failed"))
    return () => {
      isGone = true
      fit?.disconnect()
      chart.current?.dispose()
      chart.current = undefined
    }
  }, [tokens, isNear])

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
