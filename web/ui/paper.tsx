import { useEffect, useState } from "react"
import { flushSync } from "react-dom"

const scheme = "data-mantine-color-scheme"

/** What is dark on the screen is printed light: nobody wants a black sheet. */
export const printLight = (): void => {
  const page = document.documentElement
  let shown: string | null = null
  addEventListener("beforeprint", () => {
    shown = page.getAttribute(scheme)
    page.setAttribute(scheme, "light")
  })
  addEventListener("afterprint", () => {
    if (shown !== null) page.setAttribute(scheme, shown)
  })
}

/** Is the page being printed? Known before the browser lays it out, so that what is drawn only in view can be drawn whole. */
export const useOnPaper = (): boolean => {
  const [isOnPaper, setOnPaper] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setOnPaper(true))
    const end = () => setOnPaper(false)
    addEventListener("beforeprint", begin)
    addEventListener("afterprint", end)
    return () => {
      removeEventListener("beforeprint", begin)
      removeEventListener("afterprint", end)
    }
  }, [])
  return isOnPaper
}
