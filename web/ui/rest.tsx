import { useEffect } from "react"

/*
 * What nobody waits for (the palette, the lists of menus, words beside a button) is fetched when the page has said what it has
 * to say: until then every byte of it would stand before the answer.
 */
let told: () => void = () => undefined
const answered = new Promise<void>((done) => {
  told = done
})

/** Whoever acts has read the page. */
export const tellAnswered = (): void => told()

/** The page shows its answer, a form to begin with, or why there is none. */
export const useAnswered = (isThere = true): void => {
  useEffect(() => (isThere ? told() : undefined), [isThere])
}

const after = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Not every browser can tell when it has nothing to draw. */
const idle = () =>
  new Promise<void>((done) =>
    "requestIdleCallback" in window ? requestIdleCallback(() => done(), { timeout: 2_000 }) : setTimeout(done, 500),
  )

/** When the page has given its first answer; where none comes, after a while. */
export const firstAnswer = (): Promise<void> => Promise.race([answered, after(10_000)])

/** When the page has given its first answer and has nothing to draw. */
export const rest = async (): Promise<void> => {
  await firstAnswer()
  await idle()
}
