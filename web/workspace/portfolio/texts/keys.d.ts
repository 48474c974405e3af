import type texts from "./en.json"

declare global {
  interface Texts {
    portfolio: typeof texts
  }
}
