import type texts from "./en.json"

declare global {
  interface Texts {
    standings: typeof texts
  }
}
