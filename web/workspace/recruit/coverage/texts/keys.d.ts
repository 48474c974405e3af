import type texts from "./en.json"

declare global {
  interface Texts {
    coverage: typeof texts
  }
}
