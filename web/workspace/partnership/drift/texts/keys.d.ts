import type texts from "./en.json"

declare global {
  interface Texts {
    drift: typeof texts
  }
}
