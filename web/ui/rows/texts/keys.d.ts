import type texts from "./en.json"

declare global {
  interface Texts {
    rows: typeof texts
  }
}
