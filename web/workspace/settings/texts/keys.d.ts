import type texts from "./en.json"

declare global {
  interface Texts {
    settings: typeof texts
  }
}
