import type texts from "./en.json"

declare global {
  interface Texts {
    views: typeof texts
  }
}
