import type texts from "./en.json"

declare global {
  interface Texts {
    visits: typeof texts
  }
}
