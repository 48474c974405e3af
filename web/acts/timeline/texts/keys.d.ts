import type texts from "./en.json"

declare global {
  interface Texts {
    timeline: typeof texts
  }
}
