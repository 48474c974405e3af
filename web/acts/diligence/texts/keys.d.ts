import type texts from "./en.json"

declare global {
  interface Texts {
    diligence: typeof texts
  }
}
