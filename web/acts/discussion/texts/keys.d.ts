import type texts from "./en.json"

declare global {
  interface Texts {
    discussion: typeof texts
  }
}
