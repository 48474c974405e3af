import type texts from "./en.json"

declare global {
  interface Texts {
    ui: typeof texts
  }
}
