import type texts from "./en.json"

declare global {
  interface Texts {
    guides: typeof texts
  }
}
