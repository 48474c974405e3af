import type { Page } from "playwright-core"

/** Every screen has to be right on a desk and on a phone, by day and by night. */
export type Look = Readonly<{ width: 1440 | 390; scheme: "light" | "dark" }>

export const desk: Look = { width: 1440, scheme: "light" }
export const phone: Look = { width: 390, scheme: "light" }

export const looks: readonly Look[] = [desk, { width: 1440, scheme: "dark" }, { width: 390, scheme: "dark" }, phone]

/** Two frames for the page to hear of the new look, then the end of what fades. */
const transitionsDone = `new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))
  .then(() => Promise.allSettled(document.getAnimations()
    .filter((each) => each instanceof CSSTransition)
    .map((each) => each.finished)))
  .then(() => true)`

const heights = { 1440: 900, 390: 844 } as const

export const sizeOf = ({ width }: Look) => ({ width, height: heights[width] })

export const takeLook = async (page: Page, look: Look): Promise<void> => {
  await page.setViewportSize(sizeOf(look))
  await page.emulateMedia({ colorScheme: look.scheme, reducedMotion: "reduce" })
  await page.evaluate(transitionsDone)
}
